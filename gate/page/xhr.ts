/** XMLHttpRequest: refused with the network error a site knows, or sent a moment later once the gate says so. */
import { BLIND, fixed, readNow } from './body';
import { MAX_ANSWER, REFUSED_HEADER } from './fetch';
import { ended, may, ruleFor, whenTold } from './link';
import { after, apply, bound, construct, dispatch, empty, getter, listen, lower, replace, resolved, slice } from './natives';

const NativeDOMException = DOMException;
const NativeProgressEvent = ProgressEvent;
const statusOf = getter<XMLHttpRequest, number>(XMLHttpRequest.prototype, 'status');
const textOf = getter<XMLHttpRequest, string>(XMLHttpRequest.prototype, 'responseText');
const headerOf = bound(XMLHttpRequest.prototype.getResponseHeader);
const get = bound(WeakMap.prototype.get) as <V>(map: WeakMap<object, V>, key: object) => V | undefined;
const set = bound(WeakMap.prototype.set) as <V>(map: WeakMap<object, V>, key: object, value: V) => unknown;

interface Opened {
  method: string;
  url: string;
  sync: boolean;
  headers: Record<string, string>;
  /** Given up by the page while it waited. */
  gone: boolean;
}

const networkError = (): unknown => construct(NativeDOMException, ['A network error occurred.', 'NetworkError']);

function fail(xhr: XMLHttpRequest): void {
  dispatch(xhr, construct(NativeProgressEvent, ['error']) as Event);
  dispatch(xhr, construct(NativeProgressEvent, ['loadend']) as Event);
}

export function hookXhr(): void {
  const opened = new WeakMap<object, Opened>();
  replace(XMLHttpRequest.prototype, 'open', (native) => function open(this: unknown, ...args) {
    args[0] = `${args[0] as string}`;
    args[1] = `${args[1] as string}`;
    if (args.length > 2) args[2] = !!args[2];
    const before = get(opened, this as object);
    if (before) before.gone = true;
    set(opened, this as object, { method: args[0] as string, url: args[1] as string, sync: args.length > 2 && !args[2], headers: empty<string>(), gone: false });
    return apply(native, this, args);
  });
  replace(XMLHttpRequest.prototype, 'setRequestHeader', (native) => function setRequestHeader(this: unknown, ...args) {
    const about = get(opened, this as object);
    args[0] = `${args[0] as string}`;
    args[1] = `${args[1] as string}`;
    if (about) about.headers[lower(args[0] as string)] = args[1] as string;
    return apply(native, this, args);
  });
  replace(XMLHttpRequest.prototype, 'abort', (native) => function abort(this: unknown, ...args) {
    const about = get(opened, this as object);
    if (about) about.gone = true;
    return apply(native, this, args);
  });
  replace(XMLHttpRequest.prototype, 'send', (native) => function send(this: unknown, ...args) {
    const xhr = this as XMLHttpRequest;
    const about = get(opened, xhr);
    const found = about && ruleFor(about.method, about.url, false);
    if (!about || !found) return apply(native, this, args);
    args[0] = fixed(args[0]);
    // A Blob cannot be read before this call has to return, so it counts as publishing.
    const { body, fields } = readNow(args[0]) ?? BLIND;
    const permit = may(found, 'xhr', body, fields, about.headers);
    if (about.sync && (!permit || permit.wait)) throw networkError();
    if (!permit) {
      after(resolved(undefined), () => fail(xhr));
      return undefined;
    }
    listen(xhr, 'loadend', () => {
      const status = statusOf(xhr);
      let answer: string | null = null;
      try {
        if (found.rule.answer) answer = slice(textOf(xhr), 0, MAX_ANSWER);
      } catch {
        // responseText is closed for other response types.
      }
      ended({ call: permit.call, status, body: answer, refused: status > 0 && headerOf(xhr, REFUSED_HEADER) !== null });
    });
    if (!permit.wait) return apply(native, this, args);
    whenTold(permit, () => about.gone || apply(native, xhr, args), () => about.gone || fail(xhr));
    return undefined;
  });
}
