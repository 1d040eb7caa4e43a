import { finding, type Check } from '../check';
import type { Finding } from '../finding';

const SHORTENERS = new Set('bit.ly tinyurl.com t.ly ow.ly is.gd buff.ly cutt.ly rebrand.ly shorturl.at rb.gy goo.gl tiny.cc s.id v.gd bl.ink lnkd.in'.split(' '));
const PRIVATE = /^(?:localhost|.*\.(?:local|localhost|internal|intranet|corp|lan|home|test)|10\.\d+\.\d+\.\d+|127\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\])$/u;
const STAGING = /(?:^|[.-])(?:staging|stage|preprod|preview|sandbox|uat|dev)(?:[.-]|\d)/u;
const SECRET_PARAM = /^(?:token|access_token|auth|session|sessionid|sid|key|api_?key|signature|sig|password|pwd|invite)$/iu;
const TRACKING = /^(?:fbclid|gclid|dclid|msclkid|mc_eid|igshid|igsh|yclid|_hsenc|_hsmi|vero_id|oly_enc_id|si)$/iu;
const EDIT_SHARE = /^https:\/\/docs\.google\.com\/\w+\/d\/[\w-]+\/edit\b/u;

export const linkHost: Check = {
  id: 'link.host',
  about: 'Links that hide their target, lead inside the company, or carry someone’s token.',
  source: 'reference/checks.md §1 link.shortener, link.tracking, link.scheme',
  run({ scan }) {
    const out: Finding[] = [];
    for (const link of scan.links) {
      const { url } = link;
      if (!url) continue;
      const say = (severity: Finding['severity'], reason: string, suggestion?: string) => out.push(finding(linkHost, severity, [{ start: link.start, end: link.end }], reason, suggestion));
      const host = url.hostname.replace(/^www\./u, '');
      if (!/^https?:$/u.test(url.protocol)) {
        say('hold', `This link opens with “${url.protocol.slice(0, -1)}”, not as a web page.`);
        continue;
      }
      if (PRIVATE.test(host)) say('block', 'This address exists only inside a private network.');
      else if (/^\d+\.\d+\.\d+\.\d+$/u.test(host)) say('hold', 'This link leads to a bare IP address.');
      else if (STAGING.test(host)) say('hold', 'This looks like a test copy of a site, not the public one.');
      if (SHORTENERS.has(host)) say('warn', 'A shortened link hides where it leads.');
      if (EDIT_SHARE.test(url.href)) say('hold', 'This is the editing address of a document.');
      const names = [...url.searchParams.keys()];
      const secretName = names.find((name) => SECRET_PARAM.test(name) && (url.searchParams.get(name) ?? '').length >= 8);
      if (secretName) say('block', `This link carries “${secretName}”, which may let others in.`);
      const tracking = names.filter((name) => TRACKING.test(name));
      if (tracking.length > 0) {
        const clean = new URL(url.href);
        for (const name of tracking) clean.searchParams.delete(name);
        say('warn', `This link carries personal tracking (${tracking.join(', ')}).`, clean.href);
      }
      if (link.explicit && url.protocol === 'http:' && !PRIVATE.test(host)) say('warn', 'This link is not encrypted (http).', `https${link.raw.slice(4)}`);
    }
    return out;
  },
  flags: [
    { text: 'see https://bit.ly/3abc' }, { text: 'http://localhost:3000/demo', marks: ['http://localhost:3000/demo'] },
    { text: 'https://example.org/a?fbclid=Iw123' }, { text: 'https://staging.example.com/new' },
    { text: 'https://example.org/join?token=abcdef123456' },
  ],
  passes: [{ text: 'https://example.org/about (and more)' }, { text: 'Ende.Neues Kapitel' }, { text: 'https://例え.jp/ページ' }],
};
