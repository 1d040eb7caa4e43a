import { finding, type Check } from '../check';
import type { Finding } from '../finding';
import { isPrivateHost, isStagingHost } from './hosts';

const SECRET_PARAM = /^(?:token|access_?token|id_token|auth|session|session_?id|sid|jwt|key|api_?key|signature|sig|password|pwd|invite|magic|otp|code|x-amz-signature)$/iu;
const TRACKING = /^(?:fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|ttclid|li_fat_id|mc_eid|mc_cid|igshid|igsh|yclid|_hsenc|_hsmi|vero_id|oly_enc_id|oly_anon_id|mkt_tok|rb_clickid|s_cid|wickedid|ref_src|ref_url|__s|trk|trackingid)$/iu;

export const tracking: Check = {
  id: 'link.tracking',
  about: 'Links inside the company network, to test copies, with somebody’s token or personal tracking.',
  source: 'RFC 1918, RFC 6761; reference/checks.md §1 link.tracking',
  run({ scan }) {
    const out: Finding[] = [];
    for (const link of scan.links) {
      const { url } = link;
      if (!url || !/^https?:$/u.test(url.protocol)) continue;
      const span = { start: link.start, end: link.end };
      if (isPrivateHost(url.hostname)) out.push(finding(tracking, 'block', [span], 'This address exists only inside a private network.'));
      else if (isStagingHost(url.hostname)) out.push(finding(tracking, 'hold', [span], 'This looks like a test copy of a site, not the public one.'));
      const names = [...url.searchParams.keys()];
      const secretName = names.find((name) => SECRET_PARAM.test(name) && (url.searchParams.get(name) ?? '').length >= 8);
      if (secretName) out.push(finding(tracking, 'block', [span], `This link carries “${secretName}”, which may let others in.`));
      const personal = names.filter((name) => TRACKING.test(name));
      if (personal.length === 0) continue;
      const clean = new URL(url.href);
      for (const name of personal) clean.searchParams.delete(name);
      out.push(finding(tracking, 'warn', [span], `This link carries personal tracking (${personal.join(', ')}).`, { replacement: clean.href }));
    }
    return out;
  },
  flags: [
    { text: 'http://localhost:3000/demo', marks: ['http://localhost:3000/demo'] },
    { text: 'https://example.org/a?fbclid=Iw123' },
    { text: 'https://staging.example.com/new' },
    { text: 'https://example.org/join?token=abcdef123456' },
  ],
  passes: [{ text: 'https://example.org/?utm_source=x&utm_campaign=spring' }, { text: 'https://dev.to/post' }, { text: 'https://пример.рф/страница' }],
};
