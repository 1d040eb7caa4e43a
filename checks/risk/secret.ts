import { finding, type Check } from '../check';
import type { Finding } from '../finding';

/** Token shapes published by their issuers; each begins with a prefix that ordinary words never have. */
const SHAPES: readonly { name: string; pattern: RegExp }[] = [
  { name: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/gu },
  { name: 'a GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})\b/gu },
  { name: 'a GitLab token', pattern: /\bglpat-[A-Za-z0-9_-]{20,}/gu },
  { name: 'a Slack token', pattern: /\bxox[abposr]-[A-Za-z0-9-]{10,}/gu },
  { name: 'a Slack webhook', pattern: /https:\/\/hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/gu },
  { name: 'a Stripe key', pattern: /\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}\b/gu },
  { name: 'a Google API key', pattern: /\bAIza[0-9A-Za-z_-]{35}/gu },
  { name: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/gu },
  { name: 'a SendGrid key', pattern: /\bSG\.[\w-]{16,32}\.[\w-]{16,64}/gu },
  { name: 'a Discord bot token', pattern: /\b[MNO][A-Za-z\d_-]{23,25}\.[\w-]{6}\.[\w-]{27,38}/gu },
  { name: 'a JSON web token', pattern: /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/gu },
  { name: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/gu },
  { name: 'a password', pattern: /\b(?:password|passwort|passwd|pwd|contraseña|mot de passe)\s*(?:is|ist|est|es)?\s*[:=]\s*(?=\S*[\d!@#$%^&*])[^\s,;"'<>]{6,64}/giu },
  { name: 'a link with a password in it', pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]{1,64}:[^\s:/@]{3,64}@[^\s/]+/giu },
];

export const secret: Check = {
  id: 'risk.secret',
  about: 'Keys, tokens and passwords.',
  source: 'Issuers’ documented token formats; reference/checks.md §1 risk.secret',
  run({ scan }) {
    const out: Finding[] = [];
    for (const shape of SHAPES) {
      for (const match of scan.text.matchAll(shape.pattern)) {
        out.push(finding(secret, 'block', [{ start: match.index, end: match.index + match[0].length }], `This has the form of ${shape.name}.`));
      }
    }
    return out;
  },
  flags: [
    { text: `key AKIA${'ABCDEFGHIJKLMNOP'} leaked` },
    { text: `ghp_${'a1B2'.repeat(9)}` },
    { text: 'the password: hunter2! works' },
  ],
  passes: [{ text: 'Never share your password with anyone.' }, { text: 'AKIA is not a key by itself' }, { text: 'Пароль никому не говорите' }],
};
