/**
 * The body of a request as the browser tells it (webRequest, `requestBody`), turned into bytes or form fields.
 * Measured in guard.md §3.1 column F: strings and buffers come as raw bytes, forms as fields, a Blob as an error.
 */
import { sha256Hex } from '../../review/digest';
import type { Digest } from '../../review/model';

/** `requestBody` of webRequest.onBeforeRequest, in both browsers. */
export interface RequestBody {
  raw?: { bytes?: ArrayBuffer | undefined; file?: string | undefined }[] | undefined;
  formData?: Record<string, (string | ArrayBuffer)[]> | undefined;
  error?: string | undefined;
}

/** Why a body cannot be compared. Shown in the log and in the popup; never taken for a match. */
export type Unreadable =
  | 'withheld' | 'file' | 'empty' | 'too-large' | 'broken-gzip' | 'unknown-encoding' | 'not-text'
  | 'not-json' | 'not-form' | 'ambiguous' | 'no-text' | 'not-declared';

export type Wire =
  /** `holes`: a part of the body is a file whose bytes the browser keeps to itself. */
  | { kind: 'bytes'; bytes: Uint8Array; holes: boolean; digest: Digest }
  | { kind: 'fields'; fields: Map<string, string[]>; digest: Digest }
  /** `digest` is null when nothing of the body was seen. */
  | { kind: 'blind'; reason: Unreadable; digest: Digest | null };

/** More than any post. A body above it is not held in memory a second time, and a packed one is not unpacked further. */
export const MAX_BODY_BYTES = 4_000_000;

export type Pieces = NonNullable<RequestBody['raw']>;

export function joined(pieces: Pieces): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { bytes: piece }) => sum + (piece?.byteLength ?? 0), 0));
  let at = 0;
  for (const { bytes: piece } of pieces) {
    if (!piece) continue;
    bytes.set(new Uint8Array(piece), at);
    at += piece.byteLength;
  }
  return bytes;
}

type Packing = 'gzip' | 'deflate';

/** RFC 1952 and RFC 1950 begin with bytes that no JSON, form or multipart body begins with. */
export function packingOf(bytes: Uint8Array): Packing | null {
  const [first, second] = bytes;
  if (first === 0x1f && second === 0x8b) return 'gzip';
  return first === 0x78 && (second === 0x01 || second === 0x9c || second === 0xda) ? 'deflate' : null;
}

/** Unpacked, or null when it is broken or grows beyond the limit. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>, packing: Packing): Promise<Uint8Array | 'broken-gzip' | 'too-large'> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(packing)).getReader();
  const pieces: { bytes: ArrayBuffer }[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joined(pieces);
      size += value.byteLength;
      if (size > MAX_BODY_BYTES) {
        await reader.cancel();
        return 'too-large';
      }
      pieces.push({ bytes: new Uint8Array(value).buffer });
    }
  } catch {
    return 'broken-gzip';
  }
}

async function fromBytes(pieces: Pieces, encoding: string | null): Promise<Wire> {
  const total = pieces.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0);
  if (total > MAX_BODY_BYTES) return { kind: 'blind', reason: 'too-large', digest: null };
  const bytes = joined(pieces);
  const holes = pieces.some(({ bytes: piece }) => piece === undefined);
  if (total === 0) return { kind: 'blind', reason: holes ? 'file' : 'empty', digest: null };
  const digest = await sha256Hex(bytes);
  const said = (encoding ?? '').trim().toLowerCase();
  if (said !== '' && said !== 'identity' && said !== 'gzip' && said !== 'x-gzip' && said !== 'deflate') return { kind: 'blind', reason: 'unknown-encoding', digest };
  const packing = packingOf(bytes);
  if (!packing) return said === '' || said === 'identity' ? { kind: 'bytes', bytes, holes, digest } : { kind: 'blind', reason: 'broken-gzip', digest };
  if (holes) return { kind: 'blind', reason: 'file', digest };
  const plain = await unpacked(bytes, packing);
  return typeof plain === 'string' ? { kind: 'blind', reason: plain, digest } : { kind: 'bytes', bytes: plain, holes: false, digest };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** null when the bytes are not UTF-8. */
export function textOf(bytes: Uint8Array | ArrayBuffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

async function fromFields(formData: NonNullable<RequestBody['formData']>): Promise<Wire> {
  const fields = new Map<string, string[]>();
  for (const [name, values] of Object.entries(formData)) {
    const texts = values.map((value) => (typeof value === 'string' ? value : textOf(value)));
    if (texts.includes(null)) return { kind: 'blind', reason: 'not-text', digest: null };
    fields.set(name, texts as string[]);
  }
  const pairs = [...fields].flatMap(([name, values]) => values.map((value) => [name.toWellFormed(), value.toWellFormed()]));
  return { kind: 'fields', fields, digest: await sha256Hex(JSON.stringify(pairs)) };
}

/**
 * What can be read of a body. The digest is SHA-256 of the bytes on the wire; where the browser gives fields instead
 * of bytes, of their JSON pairs in order. Never throws.
 * @param encoding the Content-Encoding header when known; packed bodies are recognised without it.
 */
export async function readWire(body: RequestBody | null | undefined, encoding: string | null = null): Promise<Wire> {
  if (body?.formData) return fromFields(body.formData);
  if (body?.raw && body.raw.length > 0 && !body.error) return fromBytes(body.raw, encoding);
  // Chrome says "Unknown error" for Blobs; a body that is partly given and partly in error counts as withheld too.
  return { kind: 'blind', reason: body?.error ? 'withheld' : 'empty', digest: null };
}
