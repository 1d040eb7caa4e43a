/** What was taught, as an adapter of platforms/schema.ts. Honest about what it does not know (platforms.md §6). */
import type { Adapter, Source } from '../../platforms/schema';
import type { Combo, NameAnswer } from './control';
import type { TaughtEditor } from './editor';
import { hostsAround, selectorsFor } from './selector';

export interface Taught {
  /** Of the site, such as "chat.example.org" or "127.0.0.1:9000". */
  host: string;
  title: string;
  /** BCP 47 tag of the page, '' when unknown. */
  language: string;
  editor: TaughtEditor;
  send: { control: HTMLElement; name: string } | null;
  key: Combo | null;
  account: Extract<NameAnswer, { ok: true }> | null;
  /** Unix ms. */
  now: number;
}

const rootOf = (element: Element): Document | ShadowRoot => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : document;
};

/** "chat.example.org:8080" → "chat-example-org-8080". */
export function idOf(host: string): string {
  const id = host.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 36);
  return id.includes('-') ? id : `site-${id}`;
}

/** Nested hosts of both elements, level by level; where the two differ, either may match. */
function sharedHosts(chains: string[][]): string[] {
  const depth = Math.max(...chains.map((chain) => chain.length));
  return Array.from({ length: Math.min(4, depth) }, (_, level) => [...new Set(chains.map((chain) => chain[level]).filter(Boolean))].join(','));
}

/** Null when nothing was given that could send. */
export function buildAdapter(taught: Taught): Adapter | null {
  const { editor, send, key, account, host } = taught;
  if (!send && !key) return null;
  const gaps = ['The publish request is not known: that a post went out is only seen by the emptied box.', 'Attached files and the place a post answers are not read.'];
  const box = selectorsFor(editor.element, rootOf(editor.element), (other) => other.localName === editor.element.localName && other.matches('textarea,input,[contenteditable]'));
  if (box.weak === 'place') gaps.push('The box is found by its place on the page; a redesign of the site breaks that.');
  if (box.weak === 'language') gaps.push('The box is found by a label, in one language only.');

  const button = send && selectorsFor(send.control, rootOf(send.control), (other) => (other.getAttribute('aria-label') ?? other.textContent?.trim()) === (send.control.getAttribute('aria-label') ?? send.control.textContent?.trim()));
  const byName = button?.weak === 'place' && send?.name ? { labels: { [(taught.language || 'und').slice(0, 10)]: [send.name] } } : {};
  if (button?.weak) gaps.push(send?.name ? `The button is found by its name, “${send.name}”, in one language only.` : 'The button is found by its place on the page; a redesign of the site breaks that.');
  const buttonSelectors = !button ? [] : 'labels' in byName ? [send?.control.localName === 'a' ? 'a' : send?.control instanceof HTMLInputElement ? 'input' : send?.control instanceof HTMLButtonElement ? 'button' : '[role="button"]'] : button.selectors;

  let handle: Source = { from: 'fixed', value: host };
  if (account) {
    const { selectors, weak } = selectorsFor(account.element, rootOf(account.element), () => false);
    const selector = selectors[0] ?? account.element.localName;
    handle = account.attr ? { from: 'attr', selector, attr: account.attr } : { from: 'text', selector };
    if (weak) gaps.push('The account name is found by its place on the page; when it cannot be read, posts stay held.');
  } else gaps.push('The account is not read: everybody who posts here counts as one account, named after the site.');

  const hosts = sharedHosts([hostsAround(editor.element), ...(send ? [hostsAround(send.control)] : []), ...(account ? [hostsAround(account.element)] : [])]);
  const day = new Date(taught.now).toISOString().slice(0, 10);
  const source = `taught on ${host}`.slice(0, 200);
  const year = Number(day.slice(0, 4));
  return {
    schemaVersion: 1, id: idOf(host), title: (taught.title.trim() || host).slice(0, 60), hosts: [],
    surfaces: [{
      id: 'post', kind: 'post', ...(hosts.length > 0 ? { shadowHosts: hosts } : {}),
      editors: [{ role: 'body', selectors: box.selectors, kind: editor.kind }],
      send: { selectors: buttonSelectors, ...byName },
      keys: key ? [{ combo: key, in: 'body' }] : [],
      feedback: { cleared: true }, publish: [],
    }],
    publish: [], identity: { handle: [handle] }, release: 'replay', verified: day,
    evidence: [
      { claim: `Posts are written in ${box.selectors.join(' or ')}.`.slice(0, 300), source, year },
      ...(send ? [{ claim: `Sent by ${send.name ? `the button “${send.name}”` : buttonSelectors.join(' or ')}.`.slice(0, 300), source, year }] : []),
      ...(key ? [{ claim: `Sent by the key ${key}.`, source, year }] : []),
    ],
    gaps,
  };
}
