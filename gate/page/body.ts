/** Reads the body of a call as text, without changing it. What cannot be read is null and counts as publishing. */
import { bound, exec, getter, resolved, stringify, after } from './natives';

export interface ReadBody {
  body: string | null;
  fields: boolean;
}

const NOTHING: ReadBody = { body: '', fields: false };
const BLIND: ReadBody = { body: null, fields: false };

const NativeFormData = FormData;
const NativeParams = URLSearchParams;
const NativeBlob = Blob;
const NativeBuffer = ArrayBuffer;
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
    text += `${text ? ',' : ''}${stringify([key, typeof value === 'string' ? value : ''])}`;
  });
  return { body: `[${text}]`, fields: true };
}

/** At once, or null when only a promise can tell (a Blob, a Request). */
export function readNow(body: unknown): ReadBody | null {
  if (body === null || body === undefined) return NOTHING;
  if (typeof body === 'string') return { body, fields: false };
  if (body instanceof NativeParams) return { body: paramsText(body), fields: false };
  if (body instanceof NativeFormData) return formText(body);
  if (body instanceof NativeBuffer || isView(body)) {
    try {
      return { body: decode(decoder, body as BufferSource), fields: false };
    } catch {
      return BLIND;
    }
  }
  return body instanceof NativeBlob ? null : BLIND;
}

export function readLater(body: unknown): Promise<ReadBody> {
  const now = readNow(body);
  if (now) return resolved(now);
  return after(blobText(body as Blob), (text): ReadBody => ({ body: text, fields: false }), () => BLIND);
}

export function readRequest(request: Request): Promise<ReadBody> {
  const copy = cloneOf(request);
  const type = headerOf(headersOf(request), 'content-type');
  if (type && exec(/^multipart\//, type)) return after(fieldsOf(copy), formText, () => BLIND);
  return after(requestText(copy), (text): ReadBody => ({ body: text, fields: false }), () => BLIND);
}
