/** Reads a call the way the adapter describes it: which publish call it is, and the text in it. For tests only. */
import type { Request } from '@playwright/test';
import { textsAt, valuesAt } from '../../platforms/path';
import type { Adapter, PublishSpec } from '../../platforms/schema';
import type { LoggedRequest } from './site';

type Call = Request | LoggedRequest;

const isLogged = (call: Call): call is LoggedRequest => typeof call.method === 'string';
const methodOf = (call: Call) => (isLogged(call) ? call.method : call.method());
const urlOf = (call: Call) => (isLogged(call) ? call.url : call.url());
const bodyOf = (call: Call) => (isLogged(call) ? call.body : (call.postData() ?? ''));

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isOperation(spec: PublishSpec, body: string): boolean {
  if (!spec.operation) return true;
  const { key, values } = spec.operation;
  const found = spec.operation.in === 'form' ? [new URLSearchParams(body).get(key)] : valuesAt(parse(body), key);
  return found.some((value) => values.includes(String(value)));
}

/** The adapter's publish call this request is, or null. */
export function publishCallOf(adapter: Adapter, call: Call): PublishSpec | null {
  return adapter.publish.find((spec) => spec.method === methodOf(call) && new RegExp(spec.url).test(urlOf(call)) && isOperation(spec, bodyOf(call))) ?? null;
}

/** The text the call carries; parts of a thread joined by U+001E. */
export function textOfCall(spec: PublishSpec, call: Call): string {
  if (spec.bodyType !== 'formJson') return textsAt(parse(bodyOf(call)), spec.text).join('\u001E');
  const fields = Object.fromEntries([...new URLSearchParams(bodyOf(call))].map(([name, value]) => [name, parse(value) ?? value]));
  return textsAt(fields, spec.text).join('\u001E');
}
