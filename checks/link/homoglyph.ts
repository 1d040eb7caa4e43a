import { finding, type Check } from '../check';
import { fold, isAscii } from '../text/fold';
import type { Finding } from '../finding';

const SCRIPTS: readonly RegExp[] = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

export const homoglyph: Check = {
  id: 'link.homoglyph',
  about: 'Host names that mix scripts so that they look like another name.',
  source: 'UTS #39 §5, mixed-script detection',
  run({ scan }) {
    const out: Finding[] = [];
    for (const link of scan.links) {
      if (isAscii(link.raw)) continue;
      const host = (/^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@\s]*@)?([^/:?#\s]+)/iu.exec(link.raw)?.[1] ?? '').normalize('NFC');
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
  flags: [{ text: 'log in at https://pаypal.com now' }],
  passes: [{ text: 'https://müller.de' }, { text: 'https://пример.com' }, { text: 'https://paypal.com' }],
};
