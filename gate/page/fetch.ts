/** `fetch` and `fetchLater`: what they are given is read once, judged, and exactly that is sent. */
import { fixed, readLater, readNow, readRequest, type ReadBody } from './body';
import { ended, may, ruleFor, whenTold, type Found, type Permit } from './link';
import { after, apply, bound, construct, empty, getter, promise, rejected, replace, slice } from './natives';

const NativeRequest = Request;
const NativeHeaders = Headers;
const NativeTypeError = TypeError;
const NativeDOMException = DOMException;
const urlOf = getter<Request, string>(Request.prototype, 'url');
const methodOf = getter<Request, string>(Request.prototype, 'method');
const requestHeaders = getter<Request, Headers>(Request.prototype, 'headers');
const eachHeader = bound(Headers.prototype.forEach) as (self: Headers, each: (value: string, key: string) => void) => void;
const headerOf = bound(Headers.prototype.get);
const statusOf = getter<Response, number>(Response.prototype, 'status');
const answerHeaders = getter<Response, Headers>(Response.prototype, 'headers');
const copyOf = bound(Response.prototype.clone);
const textOf = bound(Response.prototype.text);

export const REFUSED_HEADER = 'mediawiki-api-error';
export const MAX_ANSWER = 200_000;

/** What `fetch` may be told (Fetch Standard, RequestInit), body and headers apart. */
const INIT = [
  'method', 'referrer', 'referrerPolicy', 'mode', 'credentials', 'cache', 'redirect', 'integrity', 'keepalive', 'signal', 'window', 'priority', 'duplex',
  'activateAfter', 'attributionReporting', 'browsingTopics', 'adAuctionHeaders', 'sharedStorageWritable', 'privateToken', 'targetAddressSpace',
];

function plain(headers: Headers): Record<string, string> {
  const found = empty<string>();
  eachHeader(headers, (value, key) => {
    found[key] = value;
  });
  return found;
}

type Init = Record<string, unknown> | null | undefined;

/** Every word of it asked for once. A getter may answer differently the second time. */
function once(init: Init): Record<string, unknown> {
  const copy = empty<unknown>();
  for (let index = 0; index < INIT.length; index += 1) {
    const word = INIT[index] ?? '';
    const value = init?.[word];
    if (value !== undefined) copy[word] = word === 'method' ? `${value as string}` : value;
  }
  const { headers, body } = init ?? copy;
  if (headers) copy.headers = plain(construct(NativeHeaders, [headers]) as Headers);
  if (body !== undefined) copy.body = fixed(body);
  return copy;
}

const failed = (): unknown => construct(NativeTypeError, ['Failed to fetch']);

function report(call: number, wanted: boolean, response: Response): void {
  const status = statusOf(response);
  const refused = headerOf(answerHeaders(response), REFUSED_HEADER) !== null;
  // At once when nothing is to be read: a site may repeat a refused call in its very next step.
  if (!wanted || status >= 400) return ended({ call, status, body: null, refused });
  after(textOf(copyOf(response)), (text) => ended({ call, status, body: slice(text, 0, MAX_ANSWER), refused }), () => ended({ call, status, body: null, refused }));
}

interface Call {
  found: Found;
  /** What the native function gets. */
  args: unknown[];
  headers: Record<string, string>;
  request: Request | null;
  init: Record<string, unknown>;
}

/** An array: no adapter names this call, and these are its arguments; those that were asked about go in as they were read. */
function callOf(input: unknown, init: Init): Call | unknown[] {
  const request = input instanceof NativeRequest ? input : null;
  const url = request ? urlOf(request) : `${input as string}`;
  if (!ruleFor(null, url, false)) return [request ?? url, init];
  const copy = once(init);
  const found = ruleFor((copy.method as string | undefined) ?? (request ? methodOf(request) : 'GET'), url, false);
  if (!found) return [request ?? url, copy];
  const headers = (copy.headers as Record<string, string> | undefined) ?? (request ? plain(requestHeaders(request)) : empty<string>());
  return { found, args: [request ?? url, copy], headers, request, init: copy };
}

export function hookFetch(): void {
  let nativeFetch: (...args: unknown[]) => unknown;
  replace(window, 'fetch', (native) => {
    nativeFetch = native;
    return function fetch(this: unknown, ...args) {
      try {
        const asked = callOf(args[0], args[1] as Init);
        if (!('found' in asked)) return apply(native, this, asked);
        const { found, init, request, headers } = asked;
        const go = (permit: Permit): unknown => {
          const running = apply(native, this, asked.args) as Promise<Response>;
          after(running, (response) => report(permit.call, found.rule.answer, response), () => ended({ call: permit.call, status: 0, body: null, refused: false }));
          return running;
        };
        const decide = ({ body, fields }: ReadBody): unknown => {
          const permit = may(found, 'fetch', body, fields, headers);
          if (!permit) return rejected(failed());
          return permit.wait ? promise((resolve) => whenTold(permit, () => resolve(go(permit)), () => resolve(rejected(failed())))) : go(permit);
        };
        if (init.body === undefined && request) return after(readRequest(request), decide);
        const now = readNow(init.body);
        return now ? decide(now) : after(readLater(init.body), decide);
      } catch (error) {
        return rejected(error);
      }
    };
  });
  replace(window, 'fetchLater', (native) => function fetchLater(this: unknown, ...args) {
    const asked = callOf(args[0], args[1] as Init);
    if (!('found' in asked)) return apply(native, this, asked);
    const { found, init, headers } = asked;
    const { body, fields } = (init.body === undefined && asked.request ? null : readNow(init.body)) ?? ({ body: null, fields: false } as ReadBody);
    const permit = may(found, 'fetch-later', body, fields, headers);
    if (!permit) throw construct(NativeDOMException, ['No quota for this request.', 'QuotaExceededError']);
    if (!permit.wait) return apply(native, this, asked.args);
    // The network is open for a moment only, so it leaves now.
    delete init.activateAfter;
    init.keepalive = true;
    whenTold(permit, () => apply(nativeFetch, window, asked.args));
    return { activated: true };
  });
}
