import { finding, type Check } from '../check';
import { fold, isAscii } from '../text/fold';
import type { Finding } from '../finding';

const HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@\s]*@)?([^/:?#\s]+)/iu;
/** Inside a word, and the only capital of the name: nobody writes that by habit. */
const CAPITAL_I = /[a-z0-9]I/u;
const SCRIPTS: readonly RegExp[] = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

export const homoglyph: Check = {
  id: 'link.homoglyph',
  about: 'Host names that mix scripts so that they look like another name.',
  source: 'UTS #39 §5, mixed-script detection',
  run({ scan }) {
    const out: Finding[] = [];
    for (const link of scan.links) {
      const written = HOST.exec(link.raw)?.[1] ?? '';
      if (isAscii(link.raw)) {
        if (CAPITAL_I.test(written) && !/[A-HJ-Z]/u.test(written)) out.push(finding(homoglyph, 'hold', [{ start: link.start, end: link.end }], `“${written}” has a capital I that looks like an l; it really is ${written.toLowerCase()}.`));
        continue;
      }
      const host = written.normalize('NFC');
      for (const label of host.split('.')) {
        if (/^\p{ASCII}*$/u.test(label)) continue;
        const scripts = SCRIPTS.filter((script) => script.test(label)).length;
        const skeleton = fold(label).text;
        if (scripts > 1 || (scripts === 1 && skeleton !== label.toLowerCase() && /^[a-z0-9-]+$/u.test(skeleton) && !/\p{Script=Latin}/u.test(label))) {
          out.push(finding(homoglyph, 'block', [{ start: link.start, end: link.end }], `“${label}” mixes look-alike letters; it really is ${link.url?.hostname ?? 'another host'}.`));
          break;
        }
      }
    }
    return out;
  },
  flags: [{ text: 'log in at https://pаypal.com now' }, { text: 'log in at https://paypaI.com now' }],
  passes: [{ text: 'https://müller.de' }, { text: 'https://пример.com' }, { text: 'https://paypal.com' }, { text: 'https://WikiInfo.org and https://INFO.example.org' }],
};
