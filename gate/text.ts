/** Text forms shared by readers, restore and release. platforms.md §2.4: what editors add is taken away, what a person typed stays. */

/** Separates the parts of a thread in one snapshot text. */
export const PART = '\u001E';

/** Text as the site would send it: LF, plain spaces, without the marks editors put in. Zero-width joiners stay. */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(/\u00A0/g, ' ')
    .replace(/[\u200B\uFEFF]/g, '')
    .replace(/\s+$/, '');
}

/** BI3: what a site itself normalises does not make two texts different. Only for what the panel says; the background judges. */
export function sameText(a: string, b: string): boolean {
  const fold = (text: string) => cleanText(text).normalize('NFC').replace(/\s+/g, ' ').trim();
  return a === b || fold(a) === fold(b);
}

/** A control's name as a person reads it: some sites hide zero-width characters in labels (platforms.md §3.2). */
export function cleanLabel(raw: string): string {
  return raw.replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '').replace(/\s+/g, ' ').trim();
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 in lower-case hex; null where there is none (no secure context) or the bytes are gone. */
export async function sha256(bytes: () => BufferSource | Promise<BufferSource>): Promise<string | null> {
  try {
    return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes())));
  } catch {
    return null;
  }
}

/** A random name, 128 bit hex. Works on pages that are not secure contexts, unlike randomUUID. */
export function randomId(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}
