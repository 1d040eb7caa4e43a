/** Bodies as a browser hands them to webRequest. For tests only. */
import type { RequestBody } from '../../../../gate/witness/wire';

const encoder = new TextEncoder();

export const bytesOf = (text: string): ArrayBuffer => encoder.encode(text).buffer;
export const raw = (...pieces: (string | ArrayBuffer)[]): RequestBody => ({ raw: pieces.map((piece) => ({ bytes: typeof piece === 'string' ? bytesOf(piece) : piece })) });
export const json = (value: unknown): RequestBody => raw(JSON.stringify(value));
export const form = (fields: Record<string, string[]>): RequestBody => ({ formData: fields });

export async function packed(text: string, format: 'gzip' | 'deflate' = 'gzip'): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream(format))).arrayBuffer();
}

/** What fetch writes for a FormData, files left out when `holes` (Chrome gives them as `file`). */
export function multipart(fields: [string, string][], file?: { name: string; bytes: string }): RequestBody {
  const line = '----WebKitFormBoundaryQ1w2E3r4';
  const part = (head: string, body: string) => `--${line}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const texts = fields.map(([name, value]) => part(`name="${name}"`, value)).join('');
  if (!file) return raw(`${texts}--${line}--\r\n`);
  const head = `--${line}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: image/png\r\n\r\n`;
  return { raw: [{ bytes: bytesOf(texts + head) }, { file: '/home/lena/picture.png' }, { bytes: bytesOf(`\r\n--${line}--\r\n`) }] };
}
