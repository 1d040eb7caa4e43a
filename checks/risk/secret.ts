import { finding, type Check } from '../check';
import type { Finding, Span } from '../finding';
import { matches } from '../text/pattern';
import { findNamedSecrets } from './secret-named';
import { entropy, looksRandom } from './secret-random';
import { SHAPES } from './secret-shapes';

/** "ghp_…", "sk-ant-…", "shpat_…": a short prefix of its own and a long random rest. */
const PREFIXED = /(?<![\w@#/.-])(?:[A-Za-z][A-Za-z0-9]{0,11}[_.-]){1,4}[A-Za-z0-9_+/=.!-]{16,250}/gu;
const BARE = /(?<![\w@#/.:=-])[A-Za-z0-9_+/=!.-]{20,250}(?![\w/])/gu;
const SECRET_PARAM = /(?:token|key|secret|sig|signature|auth|password|pwd|session|sid|code)$/iu;
/** Mixed case without digits counts as random only behind a prefix. */
const MIXED = /(?:[a-z]{1,4}[A-Z]{1,4}){6,}/u;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
const URL_ISH = /\.(?:com|org|net|io|html?|php|aspx?|jpe?g|png|pdf|md|js|ts|json)\b/iu;

function isToken(value: string): boolean {
  if (UUID.test(value) || URL_ISH.test(value)) return false;
  // The random part counts alone: words and dates joined by hyphens are no token.
  const longest = value.split(/[_.-]/u).reduce((best, part) => (part.length > best.length ? part : best), '');
  const whole = value.replaceAll(/[^A-Za-z0-9]/gu, '');
  return (looksRandom(longest, 16) && entropy(longest) >= 3) || (longest.length >= 28 && longest.length < value.length && MIXED.test(longest) && entropy(longest) >= 3.8) || (whole.length >= 32 && /[-_]/u.test(value) && looksRandom(value, 28) && longest.length >= 8 && /\d/.test(longest) && /[A-Za-z]/.test(longest));
}

/** The usual lengths of a digest, and the words people put before one. Published on purpose, next to what it belongs to. */
const DIGEST = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/iu;
const SAYS_DIGEST = /\b(?:sha-?(?:1|2|3|256|384|512)|md5|checksums?|digest|commit|revision|fingerprint|integrity|blake2b?)\b[^\n.!?]{0,24}$/iu;

const SHORTEST = 17;

/** Where a run without white space begins that is long enough to hold a token. */
function longRuns(text: string): { from: number; run: string }[] {
  const out: { from: number; run: string }[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (i < text.length && code !== 32 && code !== 10 && code !== 9 && code !== 13) continue;
    if (i - from >= SHORTEST) out.push({ from, run: text.slice(from, i) });
    from = i + 1;
  }
  return out;
}

export const secret: Check = {
  id: 'risk.secret',
  about: 'Keys, tokens, passwords, and addresses of private infrastructure.',
  source: 'Issuers’ documented token formats; CWE-200; reference/checks.md §3e',
  run({ scan }) {
    const out: Finding[] = [];
    const add = (span: Span, reason: string, severity: Finding['severity'] = 'block') => {
      if (!out.some((other) => other.spans.some((taken) => span.start < taken.end && taken.start < span.end))) out.push(finding(secret, severity, [span], reason));
    };
    const { text } = scan;
    if (text.length < 8) return out;
    for (const { name, shape, severity, needs } of SHAPES) for (const { start, end } of needs && !needs.test(text) ? [] : matches(scan, shape)) add({ start, end }, `This has the form of ${name}.`, severity);
    for (const named of findNamedSecrets(scan)) add({ start: named.start, end: named.end }, named.what === 'password' ? 'This looks like a password.' : 'This looks like a secret key or token.');
    for (const link of scan.links) {
      const carried = [...(link.url?.searchParams ?? [])].find(([name, value]) => SECRET_PARAM.test(name) && looksRandom(value, 14));
      if (carried) add({ start: link.start, end: link.end }, `This link carries “${carried[0]}”, which may let others in.`);
    }
    const runs = longRuns(text);
    for (const shape of [PREFIXED, BARE]) {
      for (const { from, run } of runs) {
        for (const match of run.matchAll(shape)) {
          const start = from + match.index;
          const digest = DIGEST.test(match[0]) && SAYS_DIGEST.test(text.slice(Math.max(0, start - 48), start));
          if (!scan.inLink(start) && !digest && isToken(match[0])) add({ start, end: start + match[0].length }, 'This looks like a secret key or token.', /^[0-9a-f]+$/u.test(match[0]) ? 'hold' : 'block');
        }
      }
    }
    return out;
  },
  flags: [
    { text: 'The password for our guest wifi is Sunflower22!', marks: ['Sunflower22'] },
    { text: `key AKIA${'ABCDEFGHIJKLMNOP'} leaked`, marks: [`AKIA${'ABCDEFGHIJKLMNOP'}`] },
    { text: `ghp_${'a1B2'.repeat(9)}` },
    { text: 'the password: hunter2! works', marks: ['hunter2'] },
    { text: 'newco_live_8fK2mQ9xL4vR7tZ1pW6n is ours' },
    { text: 'export DB_PASS=whiteduke' },
  ],
  passes: [
    { text: 'The password for our guest wifi is on the wall by the till.' },
    { text: 'Never share your password with anyone.' },
    { text: 'v1.8.0 is out, sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
    { text: 'AKIA is not a key by itself' },
    { text: 'Our password is: patience. Works every time.' },
    { text: 'Read https://example.org/2026/11/23/how-we-built-our-thing-in-30-days-a1b2c3' },
    { text: 'Release 2.14.0-beta.3+build.20261123 is out' },
    { text: 'Пароль никому не говорите 🔑' },
  ],
};
