/** Which calls of the page are publishing, judged from what the page world reports. */
import { valuesAt } from '../platforms/path';
import { permalinkFrom } from '../platforms/permalink';
import type { Adapter, PublishSpec } from '../platforms/schema';
import type { CallAsked, PageRules } from './page/protocol';
import { stanzaTexts } from './stanza';

/** What a call carries; how it was sent does not matter here. */
type Carried = Omit<CallAsked, 'way'>;

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

export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The values of one form field, from pairs or from an urlencoded text. */
export function formValues(asked: Pick<Carried, 'body' | 'fields'>, key: string): string[] {
  if (!asked.fields) return new URLSearchParams(asked.body ?? '').getAll(key);
  const pairs = json(asked.body ?? '');
  return Array.isArray(pairs) ? pairs.flatMap((pair: unknown) => (Array.isArray(pair) && pair[0] === key ? [String(pair[1])] : [])) : [];
}

/** The JSON of a socket frame, after a prefix such as socket.io's packet number. */
export function frameJson(body: string): unknown {
  const start = body.search(/[[{]/);
  return start < 0 ? undefined : json(body.slice(start));
}

const frameValues = (body: string, key: string): string[] => (key === '' ? [body] : valuesAt(frameJson(body), key).map(String));

/** One URL often serves reads and writes: the operation tells them apart. A body nobody can read counts as publishing. */
export function isPublishing(spec: PublishSpec, asked: Carried): boolean {
  const { operation } = spec;
  if (!operation) return true;
  if (operation.in === 'header') return operation.values.includes(asked.headers[operation.key.toLowerCase()] ?? '');
  if (asked.body === null) return true;
  if (operation.in === 'xml') {
    const found = stanzaTexts(asked.body, operation.key);
    return found === null || found.some((value) => operation.values.includes('*') || operation.values.includes(value));
  }
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
