import { finding, type Check } from '../check';
import type { Finding, Severity } from '../finding';
import { ibanHolds, ibanShaped, luhn } from './checksums';
import { findPhones } from './phone';

interface Kind {
  /** Digits without which it cannot be there. */
  least: number;
  /** What it cannot do without, looked for before the pattern is. */
  sign?: RegExp;
  pattern: RegExp;
  severity: Severity;
  reason: string;
  accept(match: string, before: string): boolean;
}

const digits = (text: string) => text.replaceAll(/\D/gu, '');
const CARD_LENGTHS = new Set([12, 13, 14, 15, 16, 19]);
/** Numbers nobody has at home: free to call in most of Europe, international free (ITU-T E.169.1), North America. */
const FREE_TO_CALL = /^(?:0080[08]|080[08]|(?:1|001)?8(?:00|33|44|55|66|77|88)\d{7}$)/u;
/** Issuer ranges of ISO/IEC 7812-1; twelve digits are Maestro's alone. */
const ISSUED = /^(?:5[06-9]\d{10}|6\d{11}|(?:1800|2131)\d{11}|2[2-7]\d{14}|[3-6]\d{12,18})$/u;
const ROLE_MAILBOX = /^(?:info|hello|hi|contact|support|help|press|media|team|sales|jobs|careers|service|office|news|privacy|security)@/iu;

const KINDS: readonly Kind[] = [
  { least: 12, sign: /\d(?:[ -]?\d){11}/, pattern: /(?<![\d.+])\d(?:[ -]?\d){11,18}(?![\d.]\d|\d)/gu, severity: 'block', reason: 'This is a valid payment card number.', accept: (match) => CARD_LENGTHS.has(digits(match).length) && ISSUED.test(digits(match)) && luhn(digits(match)) },
  { least: 2, sign: /\d{2}[ A-Za-z0-9-]{10}/, pattern: /(?<!\w)(?:[A-Za-z]{2}\d{2}[A-Za-z0-9]{11,30}|[A-Z]{2}\d{2}(?:[ -][A-Z0-9]{4}){2,7}(?:[ -][A-Z0-9]{1,4})?)(?!\w)/gu, severity: 'block', reason: 'This is a bank account number (IBAN).', accept: (match) => { const plain = match.replaceAll(/[ -]/gu, '').toUpperCase(); return ibanHolds(plain) || ibanShaped(plain); } },
  { least: 9, sign: /\d{3}[- ]\d{2}[- ]\d{4}/, pattern: /(?<![\d-])(?!000|666|9\d\d)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}(?![\d-])/gu, severity: 'block', reason: 'This has the form of a US social security number.', accept: (match, before) => match.includes('-') || /\b(?:ssn|social)\b/iu.test(before) },
  { least: 0, sign: /@[\p{L}\p{N}-]+\./u, pattern: /(?<![\w.+-])[\w.+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}(?![\w@])/giu, severity: 'hold', reason: 'This is a personal e-mail address.', accept: (match) => !ROLE_MAILBOX.test(match) },
  { least: 4, sign: /\d\.\d{1,3}\.\d/, pattern: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\d|\.\d)/gu, severity: 'hold', reason: 'This is an IP address.', accept: (match, before) => !/(?:version|v|ver|release|build|firmware|ios|android)[ .:]*$/iu.test(before) && match !== '0.0.0.0' },
  { least: 0, sign: /::|:[0-9a-f]{1,4}:/i, pattern: /(?<![\w:.])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:])|(?<![\w:.])(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4}(?![\w:])/giu, severity: 'hold', reason: 'This is an IP address.', accept: (match) => /[a-f]/iu.test(match) || match.length > 8 },
];

function countDigits(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) count += 1;
  }
  return count;
}

export const pii: Check = {
  id: 'risk.pii',
  about: 'Card and account numbers, e-mail addresses, phone numbers, IP addresses.',
  source: 'GDPR Art. 4(1); PCI DSS 3.4; ISO/IEC 7812-1; ISO 13616',
  run({ scan }) {
    const digitCount = countDigits(scan.text);
    if (digitCount === 0 && !/[@:]/.test(scan.text)) return [];
    const out: Finding[] = [];
    const taken: { start: number; end: number }[] = [];
    for (const kind of KINDS) {
      if (digitCount < kind.least || (kind.sign && !kind.sign.test(scan.text))) continue;
      for (const match of scan.text.matchAll(kind.pattern)) {
        const span = { start: match.index, end: match.index + match[0].length };
        if (taken.some((other) => span.start < other.end && other.start < span.end)) continue;
        if (scan.inLink(span.start) && kind.severity !== 'hold') continue;
        if (!kind.accept(match[0], scan.text.slice(Math.max(0, span.start - 12), span.start))) continue;
        taken.push(span);
        out.push(finding(pii, kind.severity, [span], kind.reason));
      }
    }
    for (const span of digitCount < 7 ? [] : findPhones(scan.text)) {
      if (taken.some((other) => span.start < other.end && other.start < span.end) || scan.inLink(span.start)) continue;
      taken.push(span);
      const free = FREE_TO_CALL.test(digits(scan.text.slice(span.start, span.end)));
      out.push(free ? finding(pii, 'info', [span], 'This looks like a service number.') : finding(pii, 'hold', [span], 'This looks like a phone number.'));
    }
    return out;
  },
  flags: [
    { text: 'card 4111 1111 1111 1111 exp 12/27', marks: ['4111 1111 1111 1111'] },
    { text: 'IBAN DE89 3704 0044 0532 0130 00 please', marks: ['DE89 3704 0044 0532 0130 00'] },
    { text: 'write to jana.novak@example.org', marks: ['jana.novak@example.org'] },
    { text: 'call +44 20 7946 0958 today', marks: ['+44 20 7946 0958'] },
    { text: 'ring +49 171 2345678', marks: ['+49 171 2345678'] },
    { text: 'ssn 219-09-9999', marks: ['219-09-9999'] },
  ],
  passes: [
    { text: 'order 4111 1111 1111 1112 shipped' },
    { text: 'version 10.2.0.1 is out' },
    { text: 'Tickets 491712345678 to 491712345999' },
    { text: 'press@example.org answers within a day' },
    { text: 'From 2019-2024 we grew 300.000 users' },
    { text: '१२३ लोग आए 🎉' },
  ],
};
