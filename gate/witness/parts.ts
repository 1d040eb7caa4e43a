/** The text a publish call carries, found where its adapter says it stands (platforms/schema.ts, `publish.text`). */
import { valuesAt } from '../../platforms/path';
import type { PublishSpec } from '../../platforms/schema';
import { fieldsOf } from './fields';
import { readJson } from './json';
import { textOf } from './wire';
import type { Unreadable, Wire } from './wire';

/** `parts`: one text, or the parts of a thread in order. */
export type Read = { ok: true; parts: string[] } | { ok: false; reason: Unreadable };

/** platforms/path.ts stops there, so a longer list may have been cut off. */
const MAX_PARTS = 100;

const no = (reason: Unreadable): Read => ({ ok: false, reason });

/** The first path with texts wins. Below any depth (`**`) a page's own copies of one text count once. */
function textsIn(roots: readonly unknown[], paths: readonly string[]): Read {
  for (const path of paths) {
    const found = roots.flatMap((root) => valuesAt(root, path)).flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [String(value)] : []));
    const texts = path.includes('**') ? [...new Set(found)] : found;
    if (found.length >= MAX_PARTS) return no('too-large');
    if (texts.length > 0) return { ok: true, parts: texts };
  }
  return no('no-text');
}

function inJson(texts: readonly string[], paths: readonly string[]): Read {
  const roots: unknown[] = [];
  for (const text of texts) {
    const parsed = readJson(text);
    if (!parsed.ok) return no(parsed.reason);
    roots.push(parsed.value);
  }
  return textsIn(roots, paths);
}

/** A path's first segment names the field; the rest, when given, goes into the JSON it holds. */
function inFields(fields: Map<string, string[]>, paths: readonly string[]): Read {
  for (const path of paths) {
    const whole = fields.get(path);
    if (whole) return { ok: true, parts: whole };
    const dot = path.indexOf('.');
    const values = dot < 0 ? undefined : fields.get(path.slice(0, dot));
    const read = values && inJson(values, [path.slice(dot + 1)]);
    if (read?.ok || (read && read.reason !== 'no-text')) return read;
  }
  return no('no-text');
}

function inQuery(url: string, paths: readonly string[]): Read {
  if (!URL.canParse(url)) return no('not-form');
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URL(url).searchParams) fields.set(name, [...(fields.get(name) ?? []), value]);
  return inFields(fields, paths);
}

/** Never throws; what cannot be read for certain has a reason instead. */
export function partsOf(spec: Pick<PublishSpec, 'bodyType' | 'text'>, url: string, wire: Wire): Read {
  const { bodyType, text: paths } = spec;
  if (bodyType === 'opaque' || bodyType === 'frame' || paths.length === 0) return no('not-declared');
  if (bodyType === 'query') return inQuery(url, paths);
  if (wire.kind === 'blind') return no(wire.reason);
  if (bodyType === 'json') {
    if (wire.kind === 'fields') return no('not-json');
    if (wire.holes) return no('file');
    const text = textOf(wire.bytes);
    return text === null ? no('not-text') : inJson([text], paths);
  }
  const fields = wire.kind === 'fields' ? wire.fields : fieldsOf(wire);
  return fields ? inFields(fields, paths) : no('not-form');
}
