/** Reads the body of a call as text, without changing it. What cannot be read is null and counts as publishing. */
import { bound, construct, exec, getter, resolved, quote, after } from './natives';

export interface ReadBody {
  body: string | null;
  fields: boolean;
}

const read = (body: string | null, fields = false): ReadBody => ({ __proto__: null, body, fields }) as unknown as ReadBody;
export const BLIND = read(null);

const NativeFormData = FormData;
const NativeParams = URLSearchParams;
const NativeBlob = Blob;
const NativeBuffer = ArrayBuffer;
const NativeStream = ReadableStream;
const NativeNode = Node;
const clone = structuredClone;
const append = bound(FormData.prototype.append) as unknown as (self: FormData, key: string, value: FormDataEntryValue) => void;
const isView = ArrayBuffer.isView;
const eachField = bound(FormData.prototype.forEach) as (self: FormData, each: (value: FormDataEntryValue, key: string) => void) => void;
const paramsText = bound(URLSearchParams.prototype.toString);
const blobText = bound(Blob.prototype.text);
const decoder = new TextDecoder('utf-8', { fatal: true });
const decode = bound(TextDecoder.prototype.decode);
const cloneOf = bound(Request.prototype.clone);
const requestText = bound(Request.prototype.text);
const fieldsOf = bound(Request.prototype.formData);
const headerOf = bound(Headers.prototype.get);
const headersOf = getter<Request, Headers>(Request.prototype, 'headers');

function formText(form: FormData): ReadBody {
  let text = '';
  eachField(form, (value, key) => {
    text += `${text ? ',' : ''}[${quote(key)},${quote(typeof value === 'string' ? value : '')}]`;
  });
  return read(`[${text}]`, true);
}

/** What a page can still change becomes a copy now: its words must not change after they were read, and the call may wait. */
export function fixed(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || body instanceof NativeBlob || body instanceof NativeStream || body instanceof NativeNode) return body;
  if (body instanceof NativeParams) return construct(NativeParams, [paramsText(body)]);
  if (body instanceof NativeFormData) {
    const copy = construct(NativeFormData, []) as FormData;
    eachField(body, (value, key) => append(copy, key, value));
    return copy;
  }
  return body instanceof NativeBuffer || isView(body) ? clone(body) : `${body as unknown as string}`;
}

/** At once, or null when only a promise can tell (a Blob, a Request). */
export function readNow(body: unknown): ReadBody | null {
  if (body === null || body === undefined) return read('');
  if (typeof body === 'string') return read(body);
  if (body instanceof NativeParams) return read(paramsText(body));
  if (body instanceof NativeFormData) return formText(body);
  if (body instanceof NativeBuffer || isView(body)) {
    try {
      return read(decode(decoder, body as BufferSource));
    } catch {
      return BLIND;
    }
  }
  return body instanceof NativeBlob ? null : BLIND;
}

export function readLater(body: unknown): Promise<ReadBody> {
  const now = readNow(body);
  if (now) return resolved(now);
  return after(blobText(body as Blob), (text) => read(text), () => BLIND);
}

export function readRequest(request: Request): Promise<ReadBody> {
  const copy = cloneOf(request);
  const type = headerOf(headersOf(request), 'content-type');
  if (type && exec(/^multipart\//, type)) return after(fieldsOf(copy), formText, () => BLIND);
  return after(requestText(copy), (text) => read(text), () => BLIND);
}
