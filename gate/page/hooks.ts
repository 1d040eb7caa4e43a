/** Wraps what a page can publish with. Calls no adapter names go straight through, untouched. */
import { readLater, readNow, readRequest } from './body';
import { chooser, ended, lower, may, mayForm, reopened, ruleFor } from './link';
import { apply, bound, construct, dispatch, getter, listen, rejected, replace, resolved, slice, after } from './natives';

const NativeRequest = Request;
const NativeHeaders = Headers;
const NativeTypeError = TypeError;
const NativeDOMException = DOMException;
const NativeProgressEvent = ProgressEvent;
const urlOf = getter<Request, string>(Request.prototype, 'url');
const methodOf = getter<Request, string>(Request.prototype, 'method');
const requestHeaders = getter<Request, Headers>(Request.prototype, 'headers');
const eachHeader = bound(Headers.prototype.forEach) as (self: Headers, each: (value: string, key: string) => void) => void;
const headerOf = bound(Headers.prototype.get);
const statusOf = getter<Response, number>(Response.prototype, 'status');
const answerHeaders = getter<Response, Headers>(Response.prototype, 'headers');
const copyOf = bound(Response.prototype.clone);
const textOf = bound(Response.prototype.text);
const xhrStatus = getter<XMLHttpRequest, number>(XMLHttpRequest.prototype, 'status');
const xhrText = getter<XMLHttpRequest, string>(XMLHttpRequest.prototype, 'responseText');
const xhrHeader = bound(XMLHttpRequest.prototype.getResponseHeader);
const socketUrl = getter<WebSocket, string>(WebSocket.prototype, 'url');
const connected = getter<Node, boolean>(Node.prototype, 'isConnected');
const get = bound(WeakMap.prototype.get) as <V>(map: WeakMap<object, V>, key: object) => V | undefined;
const set = bound(WeakMap.prototype.set) as <V>(map: WeakMap<object, V>, key: object, value: V) => unknown;

const REFUSED_HEADER = 'mediawiki-api-error';
const MAX_ANSWER = 200_000;

function plain(headers: Headers): Record<string, string> {
  const found: Record<string, string> = {};
  eachHeader(headers, (value, key) => {
    found[key] = value;
  });
  return found;
}

const failed = (): TypeError => construct(NativeTypeError, ['Failed to fetch']) as TypeError;

function report(call: number, wanted: boolean, response: Response): void {
  const status = statusOf(response);
  const refused = headerOf(answerHeaders(response), REFUSED_HEADER) !== null;
  // At once when nothing is to be read: a site may repeat a refused call in its very next step.
  if (!wanted || status >= 400) return ended({ call, status, body: null, refused });
  after(textOf(copyOf(response)), (text) => ended({ call, status, body: slice(text, 0, MAX_ANSWER), refused }), () => ended({ call, status, body: null, refused }));
}

function hookFetch(): void {
  replace(window, 'fetch', (native) => {
    const go = (self: unknown, args: unknown[], call: number, wanted: boolean): unknown => {
      const running = apply(native, self, args) as Promise<Response>;
      after(running, (response) => report(call, wanted, response), () => ended({ call, status: 0, body: null, refused: false }));
      return running;
    };
    return function fetch(this: unknown, ...args) {
      const input = args[0];
      const init = args[1] as RequestInit | undefined;
      const request = input instanceof NativeRequest ? input : null;
      // Read once: an object that answers differently the second time must not get past the check.
      const url = request ? urlOf(request) : `${input as string}`;
      const method = init?.method === undefined ? (request ? methodOf(request) : 'GET') : `${init.method}`;
      const found = ruleFor(method, url, false);
      if (!found) return apply(native, this, request ? args : [url, init]);
      const sent = request ? args : [url, init];
      const headers = init?.headers ? plain(construct(NativeHeaders, [init.headers]) as Headers) : request ? plain(requestHeaders(request)) : {};
      const now = init?.body !== undefined || !request ? readNow(init?.body) : null;
      const decide = (body: string | null, fields: boolean): unknown => {
        const call = may(found, body, fields, headers);
        if (call === null) throw failed();
        return go(this, sent, call, found.rule.answer);
      };
      if (!now) return after(init?.body === undefined && request ? readRequest(request) : readLater(init?.body), ({ body, fields }) => decide(body, fields));
      try {
        return decide(now.body, now.fields);
      } catch (error) {
        return rejected(error);
      }
    };
  });
}

interface Opened {
  method: string;
  url: string;
  sync: boolean;
  headers: Record<string, string>;
}

function hookXhr(): void {
  const opened = new WeakMap<object, Opened>();
  replace(XMLHttpRequest.prototype, 'open', (native) => function open(this: unknown, ...args) {
    args[0] = `${args[0] as string}`;
    args[1] = `${args[1] as string}`;
    set(opened, this as object, { method: args[0] as string, url: args[1] as string, sync: args.length > 2 && !args[2], headers: {} });
    return apply(native, this, args);
  });
  replace(XMLHttpRequest.prototype, 'setRequestHeader', (native) => function setRequestHeader(this: unknown, ...args) {
    const about = get(opened, this as object);
    if (about) about.headers[lower(`${args[0] as string}`)] = `${args[1] as string}`;
    return apply(native, this, args);
  });
  replace(XMLHttpRequest.prototype, 'send', (native) => function send(this: unknown, ...args) {
    const xhr = this as XMLHttpRequest;
    const about = get(opened, xhr);
    const found = about && ruleFor(about.method, about.url, false);
    if (!about || !found) return apply(native, this, args);
    // A Blob cannot be read before this call has to return, so it counts as publishing.
    const read = readNow(args[0]) ?? { body: null, fields: false };
    const call = may(found, read.body, read.fields, about.headers);
    if (call === null) {
      if (about.sync) throw construct(NativeDOMException, ['A network error occurred.', 'NetworkError']);
      after(resolved(undefined), () => {
        dispatch(xhr, construct(NativeProgressEvent, ['error']) as Event);
        dispatch(xhr, construct(NativeProgressEvent, ['loadend']) as Event);
      });
      return undefined;
    }
    listen(xhr, 'loadend', () => {
      const status = xhrStatus(xhr);
      let body: string | null = null;
      try {
        if (found.rule.answer) body = slice(xhrText(xhr), 0, MAX_ANSWER);
      } catch {
        // responseText is closed for other response types.
      }
      ended({ call, status, body, refused: status > 0 && xhrHeader(xhr, REFUSED_HEADER) !== null });
    });
    return apply(native, this, args);
  });
}

function hookOthers(): void {
  replace(Navigator.prototype, 'sendBeacon', (native) => function sendBeacon(this: unknown, ...args) {
    const url = `${args[0] as string}`;
    const found = ruleFor('POST', url, false);
    if (!found) return apply(native, this, args);
    const read = readNow(args[1]) ?? { body: null, fields: false };
    const call = may(found, read.body, read.fields, {});
    if (call === null) return false;
    const queued = apply(native, this, [url, args[1]]) as boolean;
    ended({ call, status: queued ? 200 : 0, body: null, refused: false });
    return queued;
  });
  replace(WebSocket.prototype, 'send', (native) => function send(this: unknown, ...args) {
    const found = ruleFor('GET', socketUrl(this as WebSocket), true);
    if (!found) return apply(native, this, args);
    const read = readNow(args[0]) ?? { body: null, fields: false };
    const call = may(found, read.body, read.fields, {});
    if (call === null) return undefined;
    const done = apply(native, this, args);
    ended({ call, status: 200, body: null, refused: false });
    return done;
  });
  replace(HTMLFormElement.prototype, 'submit', (native) => function submit(this: unknown, ...args) {
    return mayForm(this as HTMLFormElement) ? apply(native, this, args) : undefined;
  });
  for (const name of ['open', 'write', 'writeln']) {
    replace(Document.prototype, name, (native) => function rewrite(this: unknown, ...args) {
      const done = apply(native, this, args);
      reopened();
      return done;
    });
  }
  for (const name of ['click', 'showPicker']) {
    const holder = name === 'click' ? HTMLElement.prototype : HTMLInputElement.prototype;
    replace(holder, name, (native) => function pick(this: unknown, ...args) {
      if (this instanceof HTMLInputElement && this.type === 'file' && !connected(this)) chooser(this);
      return apply(native, this, args);
    });
  }
}

export function installHooks(): void {
  hookFetch();
  hookXhr();
  hookOthers();
}
