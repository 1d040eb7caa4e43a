import { finding, type Check } from '../check';
import type { Finding } from '../finding';
import { isPrivateHost } from './hosts';

const EDIT_SHARE = /^https:\/\/(?:docs\.google\.com\/\w+\/d\/[\w-]+\/edit\b|[\w-]+\.sharepoint\.com\/.*[?&]e=|www\.figma\.com\/(?:design|file)\/|www\.dropbox\.com\/scl\/.*[?&]rlkey=)/u;

export const scheme: Check = {
  id: 'link.scheme',
  about: 'Links that are no web page, not encrypted, a bare address, or an editing link.',
  source: 'RFC 3986 §3.1; reference/checks.md §1 link.scheme',
  run({ scan }) {
    const out: Finding[] = [];
    for (const link of scan.links) {
      const { url } = link;
      if (!url) continue;
      const span = { start: link.start, end: link.end };
      if (!/^https?:$/u.test(url.protocol)) out.push(finding(scheme, 'hold', [span], `This link opens with “${url.protocol.slice(0, -1)}”, not as a web page.`));
      else if (EDIT_SHARE.test(url.href)) out.push(finding(scheme, 'hold', [span], 'This is an editing or sharing address, which may let anybody in.'));
      else if (/^\d+\.\d+\.\d+\.\d+$/u.test(url.hostname) && !isPrivateHost(url.hostname)) out.push(finding(scheme, 'hold', [span], 'This link leads to a bare IP address.'));
      else if (link.explicit && url.protocol === 'http:' && !isPrivateHost(url.hostname)) out.push(finding(scheme, 'warn', [span], 'This link is not encrypted (http).', { replacement: `https${link.raw.slice(4)}` }));
    }
    return out;
  },
  flags: [{ text: 'http://example.org/a', marks: ['http://example.org/a'] }, { text: 'click javascript:alert(1)' }, { text: 'https://docs.google.com/document/d/abc_DEF-123/edit' }],
  passes: [{ text: 'https://example.org/about (and more)' }, { text: 'data: the new oil?' }, { text: 'https://例え.jp/ページ' }],
};
