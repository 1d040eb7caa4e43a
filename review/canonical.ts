/**
 * One written form per value, so that equal things have equal digests.
 * JSON: RFC 8785 (JCS). Text: guard.md §5, "one written canonicalisation"; trivial form: BI3.
 */
import canonicalize from 'canonicalize';

/**
 * RFC 8785 canonical JSON. Throws on what JSON cannot carry: NaN, infinities, cycles, lone surrogates,
 * undefined at the top. Callers pass validated, well-formed data (see `wellFormed`), so a throw is a bug.
 */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('This value has no JSON form.');
  return json;
}

/** Length of `text` without trailing spaces, tabs and line ends. A loop, because a regular expression would be quadratic. */
function endOfText(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\n'.includes(text.charAt(end - 1))) end -= 1;
  return end;
}

/**
 * The form of a text that is stored, digested and signed. Folds only what editors add by themselves:
 * CRLF and CR become LF, U+00A0 a space; U+FEFF, U+200B and trailing blanks go; a lone surrogate becomes
 * U+FFFD, as any site's server would store it. No NFC: that would equate different strings (guard.md §5).
 * ZWJ, ZWNJ and bidi controls stay, they change what a reader sees.
 */
export function canonicalText(raw: string): string {
  const text = raw.toWellFormed().replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ').replace(/[\ufeff\u200b]/g, '');
  return text.slice(0, endOfText(text));
}

/** Joins the parts of a thread inside one text. */
export const THREAD_SEPARATOR = '\u001e';

/**
 * BI3: two texts with the same trivial form differ only in ways a site itself normalises: NFC, runs of
 * spaces, blank lines, ends of each thread part. A line break never equals a space, and homoglyphs, emoji,
 * punctuation and capitals always count.
 */
export function trivialText(text: string): string {
  return canonicalText(text)
    .normalize('NFC')
    .split(THREAD_SEPARATOR)
    .map((part) => part.replace(/[^\S\n]+/g, ' ').split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n'))
    .join(THREAD_SEPARATOR);
}

/** A copy in which every string is well-formed UTF-16, so that it has a JSON form (RFC 8785 §3.2.2.2). */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed() as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)])) as T;
}
