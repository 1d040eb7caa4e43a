/** The page world's end of the channel. */
import { absolute, construct, detailOf, dispatch, empty, exec, listen, parse, point, quote, regexp, say, slice, unlisten, upper } from './natives';
import { CALL_GATE, HAND_OVER, type CallEnded, type PageRules, type Way } from './protocol';

interface Rule {
  adapter: string;
  id: string;
  method: string;
  url: RegExp;
  socket: boolean;
  answer: boolean;
}

let rules = empty<Rule>();
let passing = empty<RegExp>();
let ruleCount = 0;
let passCount = 0;
let answer = '';
let calls = 0;
/** Calls that wait for the gate's later word. */
const waiting = empty<(yes: boolean) => void>();

const node = document.createElement('i');
const name = `c${slice(`${Math.random()}${Math.random()}`, 2)}`;
const NativeMouseEvent = MouseEvent;

const heard = (type: string, hear: (detail: string) => void): void => listen(node, `${name}:${type}`, (event) => hear(`${detailOf(event as CustomEvent) as string}`));

heard('rules', (detail) => {
  const told = parse(detail) as PageRules;
  rules = empty();
  passing = empty();
  ruleCount = told.publish.length;
  passCount = told.pass.length;
  for (let index = 0; index < ruleCount; index += 1) {
    const each = told.publish[index];
    if (each) rules[index] = { ...each, url: regexp(each.url) };
  }
  for (let index = 0; index < passCount; index += 1) passing[index] = regexp(told.pass[index] ?? '(?!)');
});
heard('answer', (detail) => {
  answer = detail;
});
const later = (yes: boolean) => (call: string): void => {
  const go = waiting[call];
  delete waiting[call];
  go?.(yes);
};
heard('go', later(true));
heard('stop', later(false));

/** The gate may start before or after us: it calls, or hears us call. Afterwards both names are dead. */
function handOver(): void {
  // The node travels as relatedTarget: objects of one world never reach the other, nodes do.
  dispatch(document, construct(NativeMouseEvent, [`${HAND_OVER}`, { __proto__: null, relatedTarget: node }]) as Event);
  say(document, `${HAND_OVER}:name`, name);
}
listen(document, CALL_GATE, function called() {
  unlisten(document, CALL_GATE, called);
  handOver();
});
handOver();

export interface Found {
  rule: Rule;
  url: string;
}

/** The rule this call falls under, or null. Cheap for every call of the page that publishes nothing. `method` null: any. */
export function ruleFor(method: string | null, url: string, socket: boolean): Found | null {
  if (ruleCount === 0) return null;
  const full = absolute(url);
  const verb = method && upper(method);
  for (let index = 0; index < ruleCount; index += 1) {
    const rule = rules[index];
    if (!rule || rule.socket !== socket || (!socket && verb !== null && rule.method !== verb) || !exec(rule.url, full)) continue;
    for (let other = 0; other < passCount; other += 1) {
      const pass = passing[other];
      if (pass && exec(pass, full)) return null;
    }
    return { rule, url: full };
  }
  return null;
}

export interface Permit {
  /** Number of the call. */
  call: number;
  /** The gate says yes or no later, to `whenTold`. */
  wait: boolean;
}

/** Asks the gate, which answers before this returns. Silence is no. */
export function may({ rule, url }: Found, way: Way, body: string | null, fields: boolean, headers: Record<string, string>): Permit | null {
  const call = (calls += 1);
  let told = '';
  for (const key in headers) told += `${told && ','}${quote(key)}:${quote(headers[key] ?? '')}`;
  answer = '';
  say(node, `${name}:ask`, `{"call":${call},"adapter":${quote(rule.adapter)},"id":${quote(rule.id)},"way":"${way}","url":${quote(url)},"body":${body === null ? 'null' : quote(body)},"fields":${fields},"headers":{${told}}}`);
  return answer === 'yes' || answer === 'wait' ? { call, wait: answer === 'wait' } : null;
}

/** `go` when the gate says yes, `stop` when it says no. */
export function whenTold({ call }: Permit, go: () => void, stop?: () => void): true {
  waiting[call] = (yes) => (yes ? go : stop)?.();
  return true;
}

/** Asks for a form that its page submits without any event. */
export function mayForm(form: HTMLFormElement): boolean {
  answer = '';
  point(node, `${name}:form`, form);
  return answer !== 'no';
}

export function ended({ call, status, body, refused }: CallEnded): void {
  say(node, `${name}:end`, `{"call":${call},"status":${status},"body":${body === null ? 'null' : quote(body)},"refused":${refused}}`);
}

/** This form will fire `submit`, which never leaves the shadow root it may stand in. */
export function aboutToSubmit(form: HTMLFormElement): void {
  point(node, `${name}:look`, form);
}

/** The document was opened again: listeners on window and document are gone. */
export function reopened(): void {
  say(node, `${name}:opened`, '');
}

/** A file chooser that never stands in the page: its `change` reaches nobody else. */
export function chooser(input: HTMLInputElement): void {
  point(node, `${name}:files`, input);
}
