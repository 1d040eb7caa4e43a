/** Finds telephone numbers by their grouping; loose groupings need a word about calling nearby. ITU-T E.123, E.164. */
import type { Span } from '../finding';

const SEP = String.raw`[ .\-\u00A0\u2011]`;
/** Forms that are hardly ever anything else. */
const STRONG = new RegExp(
  String.raw`(?<![\w+.:/#$€£-]|\d,)(?:` +
    [
      String.raw`(?:\+|00)\d{1,3}${SEP}?(?:\(0?\d{1,4}\)${SEP}?)?\d{1,5}(?:${SEP}?\d{2,4}){1,4}`,
      String.raw`\(0?\d{2,5}\)${SEP}?\d{3,4}(?:${SEP}?\d{2,4}){1,2}`,
      String.raw`(?:1${SEP})?\d{3}[.\-]\d{3}[.\-]\d{4}`,
      String.raw`0\d{2,4}${SEP}\d{2,4}(?:${SEP}\d{2,4}){1,3}`,
      String.raw`0\d(?:[ .]\d{2}){4}`,
      // National forms with a trunk zero: 07911 123456, 0664/1234567, 054-1234567; 03-1234-5678; 08-123 456 78; 06 30 123 4567.
      String.raw`0\d{1,4}[ \-/]\d{5,8}`,
      String.raw`0[1-9]${SEP}(?!(?:19|20)\d\d${SEP})\d{3,4}${SEP}(?!(?:19|20)\d\d\b)\d{4}`,
      String.raw`0[1-9][ \-]\d{3}[ \-]\d{2,3}[ \-]\d{2}`,
      String.raw`0[1-9][ \-]\d{2}[ \-]\d{3}[ \-]\d{3,4}`,
    ].join('|') +
    String.raw`)(?:\s?(?:x|ext\.?)\s?\d{1,6})?(?![\w%€£]|[.,]\d|-\d)`,
  'iuy',
);
const LOOSE = new RegExp(String.raw`(?<![\w+.:/#$€£-]|\d,)(?:\d{2,5}(?:${SEP}\d{2,8}){1,4}|\d{7,12})(?:\s?x\d{1,6})?(?![\w%€£]|[.,]\d|-\d)`, 'iuy');
const ABOUT_CALLING = /(?<!licen[cs]e )\b(?:call|calls|called|calling|phone|phones|telephone|tel|mobile|cell|cellphone|whatsapp|sms|text(?: me| us)?|dial|reach(?: me| us| him| her| them)?|ring|answer|answers|answering|contact|registered|hotline|fax|landline|my number|phone number|signal|telegram|telefon|telefonnummer|handy|anrufen|ruf(?:t|en)?|téléphone|numéro|appelez|teléfono|telefone|llama|llámanos|ligue|chiama|cellulare|mobil|puhelin)\b/iu;
const DATE = /^(?:(?:19|20)\d\d[.\- ]\d{1,2}[.\- ]\d{1,2}|\d{1,2}[.\- ]\d{1,2}[.\- ](?:19|20)?\d\d|(?:19|20)\d\d[-– ](?:19|20)?\d\d)$/u;

const digits = (text: string) => text.replace(/(?:x|ext).*$/iu, '').replaceAll(/\D/gu, '');

/** Every form begins with a digit, a plus or a bracket that no letter or digit stands before; nowhere else is it tried. */
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
function* numbers(sticky: RegExp, text: string): Generator<{ index: number; 0: string }> {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((!isDigit(code) && code !== 43 && code !== 40) || isDigit(text.charCodeAt(at - 1))) continue;
    sticky.lastIndex = at;
    const match = sticky.exec(text);
    if (!match) continue;
    yield { index: at, 0: match[0] };
    at = sticky.lastIndex - 1;
  }
}

export function findPhones(text: string): Span[] {
  const out: Span[] = [];
  const add = (span: Span) => {
    if (!out.some((other) => span.start < other.end && other.start < span.end)) out.push(span);
  };
  for (const match of numbers(STRONG, text)) {
    const count = digits(match[0]).length;
    if (count >= 8 && count <= 15 && !DATE.test(match[0])) add({ start: match.index, end: match.index + match[0].length });
  }
  /** Asked only when a number stands near such a word: a piece may begin in the middle of one. */
  let spoken: boolean | null = null;
  for (const match of numbers(LOOSE, text)) {
    const count = digits(match[0]).length;
    const around = text.slice(Math.max(0, match.index - 60), match.index + match[0].length + 40);
    if (count < 7 || count > 12 || DATE.test(match[0]) || !ABOUT_CALLING.test(around)) continue;
    spoken ??= ABOUT_CALLING.test(text);
    if (!spoken) return out;
    add({ start: match.index, end: match.index + match[0].length });
  }
  return out;
}
