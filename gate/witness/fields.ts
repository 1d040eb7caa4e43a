/** Form bodies as fields: urlencoded text, and multipart (RFC 7578) from its bytes. */
import { textOf } from './wire';
import type { Wire } from './wire';

type Bytes = Extract<Wire, { kind: 'bytes' }>;

function pairsToFields(pairs: Iterable<[string, string]>): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of pairs) fields.set(name, [...(fields.get(name) ?? []), value]);
  return fields;
}

/** One character per byte, so that boundaries can be searched in bodies that carry pictures. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}

const fromLatin1 = (text: string): string | null => textOf(Uint8Array.from(text, (char) => char.charCodeAt(0)));

const BOUNDARY = /^--([^\r\n]{1,200})\r\n/;

/**
 * The text fields of a multipart body; parts with a file name are left out, so a picture's bytes never count as text.
 * null when the body is not multipart, ends too early or a text field is not UTF-8.
 */
function multipartFields(bytes: Uint8Array): Map<string, string[]> | null {
  const body = latin1(bytes);
  const boundary = BOUNDARY.exec(body)?.[1];
  if (boundary === undefined) return null;
  const pieces = `\r\n${body}`.split(`\r\n--${boundary}`);
  if (!pieces.at(-1)?.startsWith('--')) return null;
  const pairs: [string, string][] = [];
  for (const piece of pieces.slice(1, -1)) {
    const end = piece.indexOf('\r\n\r\n');
    if (end < 0 || !piece.startsWith('\r\n')) return null;
    const head = piece.slice(0, end);
    const disposition = /\r\ncontent-disposition:[ \t]*form-data;([^\r\n]*)/i.exec(head)?.[1];
    const name = disposition === undefined ? undefined : /(?:^|;)[ \t]*name="([^"]*)"/i.exec(disposition)?.[1];
    if (disposition === undefined || name === undefined) return null;
    if (/(?:^|;)[ \t]*filename\*?=/i.test(disposition)) continue;
    const value = fromLatin1(piece.slice(end + 4));
    const field = fromLatin1(name.replace(/%0D%0A/gi, '\r\n').replace(/%22/g, '"'));
    if (value === null || field === null) return null;
    pairs.push([field, value]);
  }
  return pairsToFields(pairs);
}

/** The fields of a body, whichever of the two forms it has; null when it has neither. */
export function fieldsOf(wire: Bytes): Map<string, string[]> | null {
  if (wire.bytes[0] === 0x2d && wire.bytes[1] === 0x2d) return multipartFields(wire.bytes);
  const text = wire.holes ? null : textOf(wire.bytes);
  return text === null ? null : pairsToFields(new URLSearchParams(text));
}
