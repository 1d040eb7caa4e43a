/**
 * The page's own functions as they were before any of its scripts ran. Nothing below may be looked up on a
 * live prototype later: a page that replaced them would see our secrets or say "go" for us (guard.md §3.5).
 */
const { apply, construct, deleteProperty } = Reflect;
const { defineProperty, getOwnPropertyDescriptor } = Object;

/** Turns a method into a function of (this, ...args) that no later change of the prototype reaches. */
export function bound<This, Args extends unknown[], Result>(method: (this: This, ...args: Args) => Result): (self: This, ...args: Args) => Result {
  return (self, ...args) => apply(method, self, args) as Result;
}

export function getter<This extends object, Value>(prototype: This, name: string): (self: This) => Value {
  const get = getOwnPropertyDescriptor(prototype, name)?.get as (this: This) => Value;
  return (self) => apply(get, self, []) as Value;
}

/** Replaces a method by one that looks like it to most eyes. */
export function replace<Holder extends object>(holder: Holder, name: string, make: (native: (...args: unknown[]) => unknown) => (this: unknown, ...args: unknown[]) => unknown): void {
  const own = getOwnPropertyDescriptor(holder, name);
  const native = own?.value as ((...args: unknown[]) => unknown) | undefined;
  if (!own || typeof native !== 'function') return;
  const made = make(native);
  defineProperty(made, 'name', { value: name, configurable: true });
  defineProperty(made, 'length', { value: native.length, configurable: true });
  defineProperty(holder, name, { ...own, value: made });
}

export { apply, construct };
export const parse = JSON.parse;
/** Of one string: an object's `toJSON` belongs to the page. */
export const quote = JSON.stringify as (text: string) => string;
export const listen = bound(EventTarget.prototype.addEventListener) as (self: EventTarget, type: string, listener: (event: Event) => void) => void;
export const unlisten = bound(EventTarget.prototype.removeEventListener) as (self: EventTarget, type: string, listener: (event: Event) => void) => void;
export const dispatch = bound(EventTarget.prototype.dispatchEvent);
export const detailOf = getter<CustomEvent, unknown>(CustomEvent.prototype, 'detail');
const NativePromise = Promise;
const then = Promise.prototype.then;
const resolveOf = bound(Promise.resolve as (this: unknown, value: unknown) => Promise<unknown>);
const rejectOf = bound(Promise.reject as (this: unknown, reason: unknown) => Promise<never>);
/** What is resolved with an object needs one without a prototype: its `then` would be asked for on a live one. */
export const resolved = <T>(value: T): Promise<T> => resolveOf(NativePromise, value) as Promise<T>;
export const rejected = (reason: unknown): Promise<never> => rejectOf(NativePromise, reason);
export const promise = <T>(start: (resolve: (value: T | PromiseLike<T>) => void) => void): Promise<T> => construct(NativePromise, [start]) as Promise<T>;

/** `then` looks for the class of what it returns on the promise: there, not on the prototype, it finds none of the page's. */
export function after<T, R>(self: Promise<T>, ok: (value: T) => R | PromiseLike<R>, failed?: (error: unknown) => R): Promise<R> {
  defineProperty(self, 'constructor', { __proto__: null, value: undefined, configurable: true } as PropertyDescriptor);
  try {
    return apply(then, self, [ok, failed]) as Promise<R>;
  } finally {
    deleteProperty(self, 'constructor');
  }
}

export const exec = bound(RegExp.prototype.exec);
export const slice = bound(String.prototype.slice);
export const lower = bound(String.prototype.toLowerCase);
export const upper = bound(String.prototype.toUpperCase);

/** An empty dictionary. Setters that a page puts on Object.prototype or Array.prototype do not reach it. */
export const empty = <V>(): Record<string, V> => ({ __proto__: null }) as unknown as Record<string, V>;

const NativeCustomEvent = CustomEvent;
const NativeMouseEvent = MouseEvent;
const NativeURL = URL;
const NativeRegExp = RegExp;
const hrefOf = getter<URL, string>(URL.prototype, 'href');
const baseOf = getter<Node, string>(Node.prototype, 'baseURI');

export const say = (node: EventTarget, type: string, detail: string): boolean => dispatch(node, construct(NativeCustomEvent, [type, { __proto__: null, detail }]) as Event);
export const point = (node: EventTarget, type: string, relatedTarget: EventTarget): boolean => dispatch(node, construct(NativeMouseEvent, [type, { __proto__: null, relatedTarget }]) as Event);
export const regexp = (source: string): RegExp => construct(NativeRegExp, [source]) as RegExp;

export function absolute(url: string): string {
  try {
    return hrefOf(construct(NativeURL, [url, baseOf(document)]) as URL);
  } catch {
    return url;
  }
}
