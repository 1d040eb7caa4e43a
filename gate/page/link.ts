/** The page world's end of the channel. */
import { absolute, detailOf, dispatch, exec, listen, lower, parse, point, regexp, say, slice, stringify, unlisten, construct, upper } from './natives';
import { CALL_GATE, HAND_OVER, type CallAsked, type CallEnded, type PageRules } from './protocol';

interface Rule {
  adapter: string;
  id: string;
  method: string;
  url: RegExp;
  socket: boolean;
  answer: boolean;
}

let rules: Rule[] = [];
let passing: RegExp[] = [];
let answer = '';
let calls = 0;

const node = document.createElement('i');
const name = `c${slice(`${Math.random()}${Math.random()}`, 2)}`;
const NativeMouseEvent = MouseEvent;

listen(node, `${name}:rules`, (event) => {
  const told = parse(String(detailOf(event as CustomEvent))) as PageRules;
  rules = [];
  for (let index = 0; index < told.publish.length; index += 1) {
    const each = told.publish[index];
    if (each) rules[index] = { ...each, url: regexp(each.url) };
  }
  passing = [];
  for (let index = 0; index < told.pass.length; index += 1) passing[index] = regexp(told.pass[index] ?? '(?!)');
});
listen(node, `${name}:answer`, (event) => {
  answer = String(detailOf(event as CustomEvent));
});

/** The gate may start before or after us: it calls, or hears us call. Afterwards both names are dead. */
function handOver(): void {
  // The node travels as relatedTarget: objects of one world never reach the other, nodes do.
  dispatch(document, construct(NativeMouseEvent, [`${HAND_OVER}`, { relatedTarget: node }]) as Event);
  say(document, `${HAND_OVER}:name`, name);
}
listen(document, CALL_GATE, function called() {
  unlisten(document, CALL_GATE, called);
  handOver();
});
handOver();

/** The rule this call falls under, or null. Cheap for every call of the page that publishes nothing. */
export function ruleFor(method: string, url: string, socket: boolean): { rule: Rule; url: string } | null {
  if (rules.length === 0) return null;
  const full = absolute(url);
  const verb = upper(method);
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index];
    if (!rule || rule.socket !== socket || (!socket && rule.method !== verb) || !exec(rule.url, full)) continue;
    for (let other = 0; other < passing.length; other += 1) {
      const pass = passing[other];
      if (pass && exec(pass, full)) return null;
    }
    return { rule, url: full };
  }
  return null;
}

/** Asks the gate, which answers before this returns. Silence is no. */
export function may(found: { rule: Rule; url: string }, body: string | null, fields: boolean, headers: Record<string, string>): number | null {
  const call = (calls += 1);
  const asked: CallAsked = { call, adapter: found.rule.adapter, id: found.rule.id, url: found.url, body, fields, headers };
  answer = '';
  say(node, `${name}:ask`, stringify(asked));
  return answer === 'yes' ? call : null;
}

/** Asks for a form that its page submits without any event. */
export function mayForm(form: HTMLFormElement): boolean {
  answer = '';
  point(node, `${name}:form`, form);
  return answer !== 'no';
}

export function ended(told: CallEnded): void {
  say(node, `${name}:end`, stringify(told));
}

/** The document was opened again: listeners on window and document are gone. */
export function reopened(): void {
  say(node, `${name}:opened`, '');
}

/** A file chooser that never stands in the page: its `change` reaches nobody else. */
export function chooser(input: HTMLInputElement): void {
  point(node, `${name}:files`, input);
}

export { lower };
