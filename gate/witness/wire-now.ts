/**
 * The body of a request, read at once. Chrome's blocking listener must answer before it returns, so what needs waiting
 * (unpacking, digests) is left out: a packed body is not readable here, and what is not readable does not pass.
 */
import { joined, MAX_BODY_BYTES, packingOf, textOf } from './wire';
import type { RequestBody, Unreadable, Wire } from './wire';

const blind = (reason: Unreadable): Wire => ({ kind: 'blind', reason, digest: null });

function fieldsNow(formData: NonNullable<RequestBody['formData']>): Wire {
  const fields = new Map<string, string[]>();
  for (const [name, values] of Object.entries(formData)) {
    const texts = values.map((value) => (typeof value === 'string' ? value : textOf(value)));
    if (texts.includes(null)) return blind('not-text');
    fields.set(name, texts as string[]);
  }
  return { kind: 'fields', fields, digest: '' };
}

/** As `readWire`, without digests ('') and without packed bodies. Never throws. */
export function readWireNow(body: RequestBody | null | undefined): Wire {
  if (body?.formData) return fieldsNow(body.formData);
  if (!body?.raw || body.raw.length === 0 || body.error) return blind(body?.error ? 'withheld' : 'empty');
  const total = body.raw.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0);
  const holes = body.raw.some(({ bytes }) => bytes === undefined);
  if (total > MAX_BODY_BYTES) return blind('too-large');
  if (total === 0) return blind(holes ? 'file' : 'empty');
  const bytes = joined(body.raw);
  return packingOf(bytes) ? blind('unknown-encoding') : { kind: 'bytes', bytes, holes, digest: '' };
}
