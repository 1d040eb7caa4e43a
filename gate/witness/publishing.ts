/** Whether a request is one of an adapter's publish calls, judged from its body where the address does not tell. */
import type { PublishSpec } from '../../platforms/schema';
import { isPublishing } from '../call';
import { fieldsOf } from './fields';
import { textOf } from './wire';
import type { Wire } from './wire';

/** The body as the page world would report it (gate/page/protocol.ts, CallAsked). */
function asked(wire: Wire): { body: string | null; fields: boolean } {
  const fields = wire.kind === 'fields' ? wire.fields : wire.kind === 'bytes' && wire.bytes[0] === 0x2d ? fieldsOf(wire) : null;
  if (fields) return { body: JSON.stringify([...fields].flatMap(([name, values]) => values.map((value) => [name, value]))), fields: true };
  return { body: wire.kind === 'bytes' && !wire.holes ? textOf(wire.bytes) : null, fields: false };
}

/** null: only the body or a header could tell, and neither can be read here. */
export function publishes(spec: PublishSpec, url: string, wire: Wire): boolean | null {
  const { operation } = spec;
  if (!operation) return true;
  if (operation.in === 'header' || operation.in === 'frame') return null;
  const { body, fields } = asked(wire);
  if (body === null || (wire.kind === 'blind' && wire.reason !== 'empty')) return null;
  return isPublishing(spec, { call: 0, adapter: '', id: spec.id, url, body, fields, headers: {} });
}
