import { finding, type Check } from '../check';

const SHORTENERS = new Set('bit.ly tinyurl.com t.ly ow.ly is.gd buff.ly cutt.ly rebrand.ly shorturl.at rb.gy goo.gl tiny.cc s.id v.gd bl.ink lnkd.in dlvr.it trib.al short.io shorte.st adf.ly qr.ae tny.im soo.gd x.gd urlz.fr'.split(' '));

export const shortener: Check = {
  id: 'link.shortener',
  about: 'Shortened links, whose target cannot be seen.',
  source: 'Phishing hygiene; reference/checks.md §1 link.shortener',
  run({ scan }) {
    return scan.links
      .filter((link) => link.url !== null && SHORTENERS.has(link.url.hostname.replace(/^www\./u, '')))
      .map((link) => finding(shortener, 'warn', [{ start: link.start, end: link.end }], 'A shortened link hides where it leads.'));
  },
  flags: [{ text: 'see https://bit.ly/3abc', marks: ['https://bit.ly/3abc'] }, { text: 'more at tinyurl.com/y6' }],
  passes: [{ text: 'the habit.ly effect' }, { text: 'https://example.org/bit.ly' }, { text: 'Länk: https://exempel.se 🔗' }],
};
