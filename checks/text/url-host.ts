/**
 * Reads a host name the way X does when it turns text into links (twitter-text 3, Apache-2.0, behaviour
 * only: reference/checks.md §3f). A linear scanner, so no input can make it slow.
 */
import { TLDS, UNICODE_TLDS } from './tlds';

const ASCII_WORD = /[0-9A-Za-z]/;
// oxlint-disable-next-line no-misleading-character-class -- marks and joiners are listed one by one on purpose
const LATIN_ACCENT = /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF]/;
/** Anything X lets stand in a host after a scheme: not punctuation, space, control or direction mark. */
const NOT_HOST = /[!'#%&()*+,\-./:;<=>?@[\]^_{|}~$"“”‘’。、・「」（）！？\s\p{Cc}\p{Cf}\p{Zs}\uFFFE\uFFFF]/u;
const LONGEST_UNICODE_TLD = 18;
const LONGEST_LABEL = 63;
/** A TLD may not run on into a word, an address or another label. */
const AFTER_TLD = /[0-9A-Za-z@+-]/;

function isHostChar(char: string, wide: boolean): boolean {
  if (ASCII_WORD.test(char) || LATIN_ACCENT.test(char)) return true;
  return wide && char !== '' && !NOT_HOST.test(char);
}

/** End of a top-level domain that starts at `at`, or -1. */
function tldEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && /[0-9A-Za-z-]/.test(text.charAt(end))) end += 1;
  if (end > at) {
    const label = text.slice(at, end).toLowerCase();
    const known = TLDS.has(label) || /^xn--[0-9a-z-]{2,59}$/.test(label);
    return known && !AFTER_TLD.test(text.charAt(end)) ? end : -1;
  }
  for (let size = LONGEST_UNICODE_TLD; size > 0; size -= 1) {
    if (UNICODE_TLDS.has(text.slice(at, at + size)) && !AFTER_TLD.test(text.charAt(at + size))) return at + size;
  }
  return -1;
}

/** Length of a label in its ASCII form (RFC 3492), which is what the 63 limit of RFC 1035 counts. */
function encodedLength(label: string): number {
  try {
    return new URL(`http://${label}`).hostname.length;
  } catch {
    // X links some names that URL refuses (an emoji host); their own length is then all there is.
    return label.length;
  }
}

interface Label {
  end: number;
  /** A subdomain may hold "_", a registered name may not. */
  registrable: boolean;
}

function readLabel(text: string, at: number, wide: boolean): Label | null {
  let end = at;
  while (end < text.length) {
    const char = text.charAt(end);
    if (!isHostChar(char, wide) && char !== '-' && char !== '_') break;
    end += 1;
  }
  const label = text.slice(at, end);
  if (label === '' || /^[-_]|[-_]$/.test(label)) return null;
  const ascii = /^\p{ASCII}*$/u.test(label);
  if (label.length > LONGEST_LABEL || (!ascii && (/^xn--/i.test(label) || encodedLength(label) > LONGEST_LABEL))) return null;
  return { end, registrable: !label.includes('_') };
}

/**
 * End of the longest host that starts at `at`, or -1.
 * @param wide true after a scheme, where X accepts any script; without one only Latin letters count.
 */
export function hostEnd(text: string, at: number, wide: boolean): number {
  let best = -1;
  let from = at;
  for (;;) {
    const label = readLabel(text, from, wide);
    if (!label || text.charAt(label.end) !== '.') return best;
    if (label.registrable) {
      const end = tldEnd(text, label.end + 1);
      if (end > best) best = end;
    }
    from = label.end + 1;
  }
}
