/** Which calls of the page are publishing, judged from what the page world reports. */
import { valuesAt } from '../platforms/path';
import { permalinkFrom } from '../platforms/permalink';
import type { Adapter, PublishSpec } from '../platforms/schema';
import type { CallAsked, PageRules } from './page/protocol';

export function rulesFor(adapters: readonly Adapter[]): PageRules {
  return {
    publish: adapters.flatMap((adapter) =>
      adapter.publish
        .filter((spec) => spec.transport !== 'navigation')
        .map((spec) => ({ adapter: adapter.id, id: spec.id, method: spec.method, url: spec.url, socket: spec.transport === 'socket', answer: spec.permalink !== undefined })),
    ),
    pass: adapters.flatMap((adapter) => adapter.passThrough ?? []),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The values of one form field, from pairs or from an urlencoded text. */
function formValues(asked: CallAsked, key: string): string[] {
  if (!asked.fields) return new URLSearchParams(asked.body ?? '').getAll(key);
  const pairs = json(asked.body ?? '');
  return Array.isArray(pairs) ? pairs.flatMap((pair: unknown) => (Array.isArray(pair) && pair[0] === key ? [String(pair[1])] : [])) : [];
}

/** A socket frame: its text, and the JSON after a prefix such as socket.io's packet number. */
function frameValues(body: string, key: string): string[] {
  if (key === '') return [body];
  const start = body.search(/[[{]/);
  return start < 0 ? [] : valuesAt(json(body.slice(start)), key).map(String);
}

/** One URL often serves reads and writes: the operation tells them apart. A body nobody can read counts as publishing. */
export function isPublishing(spec: PublishSpec, asked: CallAsked): boolean {
  const { operation } = spec;
  if (!operation) return true;
  if (operation.in === 'header') return operation.values.includes(asked.headers[operation.key.toLowerCase()] ?? '');
  if (asked.body === null) return true;
  if (operation.in === 'frame') return frameValues(asked.body, operation.key).some((value) => operation.values.some((wanted) => (operation.key === '' ? value.startsWith(wanted) : value === wanted)));
  const values = operation.in === 'form' ? formValues(asked, operation.key) : valuesAt(json(asked.body), operation.key).map(String);
  return values.some((value) => operation.values.includes(value));
}

/** Every publish call of these adapters that this one is. */
export function specsOf(adapters: readonly Adapter[], asked: CallAsked): { adapter: Adapter; spec: PublishSpec }[] {
  return adapters
    .filter((adapter) => adapter.id === asked.adapter)
    .flatMap((adapter) =>
      adapter.publish
        .filter((spec) => spec.transport !== 'navigation' && new RegExp(spec.url).test(asked.url) && isPublishing(spec, asked))
        .map((spec) => ({ adapter, spec })),
    );
}

export function permalinkOf(spec: PublishSpec, body: string | null): string | null {
  return body === null ? null : permalinkFrom(spec, json(body));
}
