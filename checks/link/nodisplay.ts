import { finding, quote, type Check } from '../check';
import type { Finding } from '../finding';

/** "day.It's", "end.Next": two words that a missing space turns into a link on a real top-level domain. */
const GLUED = /^([\p{Ll}]{2,})\.(\p{Lu}\p{Ll}+)$/u;
const COMMON_HOST = /^(?:www\.|[^.]+\.(?:com|org|net|io|dev|app|eu|uk|de|fr))/iu;
/** "(see https://example.org/a_(b))" is read rightly; a bracket or a full stop at the very end is not part of a link. */
const TRAILING = /^[)\]}»”’]/u;

export const nodisplay: Check = {
  id: 'link.nodisplay',
  about: 'Links that the site will not make as meant: a missing space, a scheme it does not link, a cut address.',
  source: 'twitter-text conformance; AT Protocol facets; reference/checks.md §1 link.nodisplay',
  run({ scan }) {
    const out: Finding[] = [];
    for (const link of scan.links) {
      const span = { start: link.start, end: link.end };
      const glued = link.explicit ? null : GLUED.exec(link.raw);
      if (glued && !COMMON_HOST.test(link.raw)) {
        out.push(finding(nodisplay, 'warn', [span], `${quote(scan.text, span)} becomes a link because a space is missing.`, { replacement: `${glued[1]}. ${glued[2]}` }));
      } else if (link.explicit && /[\p{L}\p{N}]/u.test(scan.text.charAt(link.end)) && !TRAILING.test(scan.text.slice(link.end))) {
        out.push(finding(nodisplay, 'warn', [span], `The site ends this link at “${scan.text.slice(Math.max(link.start, link.end - 12), link.end)}”, before what follows it.`));
      }
    }
    for (const { index, 0: broken } of scan.text.matchAll(/(?<![\p{L}\p{N}])(?:https?:\/\s+\/?|https?\/\/|htt?p?s?;\/\/|https?:\/(?!\/)|wwww?\.\s)\S{3,}/giu)) {
      if (scan.links.some((link) => link.start <= index && index < link.end && /^https?:\/\/[^/\s]/iu.test(link.raw))) continue;
      const span = { start: index, end: index + broken.length };
      out.push(finding(nodisplay, 'warn', [span], `${quote(scan.text, span)} is written like a link and will not become one.`));
    }
    return out;
  },
  flags: [{ text: 'We open at the end.Next week is fine', marks: ['end.Next'] }, { text: 'Read it at https//example.org/news', marks: ['https//example.org/news'] }, { text: 'Read it at https:/example.org' }],
  passes: [{ text: 'Read it at https://example.org/a_(b).' }, { text: 'example.com and Example.org, e.g. today' }, { text: 'Node.js and Vue.js meetup' }, { text: 'https://例え.jp/news 🔗' }],
};
