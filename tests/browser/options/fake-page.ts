/** The extension API and the background as the options and welcome pages touch them; every call is kept. */
import type { Answer } from '../../../review/contract';

type Values = Record<string, unknown>;
type Changed = (changes: Record<string, { newValue?: unknown }>, area: string) => void;
const listeners = new Set<Changed>();

function area(name: string) {
  const values = new Map<string, unknown>();
  const tell = (key: string, newValue: unknown) => queueMicrotask(() => { for (const listener of listeners) listener({ [key]: { newValue } }, name); });
  return {
    get: async (key: string): Promise<Values> => (values.has(key) ? { [key]: structuredClone(values.get(key)) } : {}),
    set: async (all: Values) => { for (const [key, value] of Object.entries(all)) { values.set(key, structuredClone(value)); tell(key, value); } },
    remove: async (key: string) => { values.delete(key); tell(key, undefined); },
    clear: () => values.clear(),
  };
}

const session = area('session');
const local = area('local');

export const calls = {
  /** Origins the browser was asked for, one list per question. */
  permissions: [] as string[][],
  returned: [] as string[][],
  tabs: [] as string[],
  windows: [] as string[],
  /** True while a click is being handled; the browser refuses to ask outside of one. */
  granting: true,
  openTabs: [] as { id: number; url: string; title: string }[],
};

/** A browser policy for this extension. */
let policy: Values = {};

/** The policy arrives, or changes. */
export function setPolicy(values: Values): void {
  policy = values;
  for (const listener of listeners) listener({}, 'managed');
}

const updated = new Set<(id: number, change: { status: string }) => void>();

export const browser = {
  runtime: { id: 'countersign-test', getURL: (path: string) => `chrome-extension://countersign/${path}`, getManifest: () => ({ version: '1.2.3' }), openOptionsPage: async () => { calls.tabs.push('options'); } },
  storage: { session, local, managed: { get: async () => structuredClone(policy) }, onChanged: { addListener: (listener: Changed) => listeners.add(listener), removeListener: (listener: Changed) => listeners.delete(listener) } },
  permissions: {
    request: async ({ origins }: { origins: string[] }) => { calls.permissions.push(origins); return calls.granting; },
    remove: async ({ origins }: { origins: string[] }) => { calls.returned.push(origins); return true; },
  },
  tabs: {
    query: async () => calls.openTabs,
    create: async ({ url }: { url: string }) => {
      calls.tabs.push(url);
      setTimeout(() => { for (const listener of updated) listener(41, { status: 'complete' }); });
      return { id: 41 };
    },
    onUpdated: { addListener: (listener: (id: number, change: { status: string }) => void) => updated.add(listener), removeListener: (listener: (id: number, change: { status: string }) => void) => updated.delete(listener) },
  },
  windows: { create: async ({ url }: { url: string }) => { calls.windows.push(url); } },
};

export interface Asked { name: string; input: Record<string, unknown> }
export const asked: Asked[] = [];
type Script = (name: string, input: Record<string, unknown>) => Answer<unknown> | undefined | Promise<Answer<unknown> | undefined>;
let script: Script = () => undefined;

/** What the background answers from now on; undefined means plain success. */
export function answer(next: Script): void {
  script = next;
}

export async function ask(name: string, input: Record<string, unknown>): Promise<Answer<unknown>> {
  asked.push({ name, input });
  return (await script(name, input)) ?? { ok: true, value: name === 'checks.list' ? [] : name === 'coverage.look' ? { sites: [], tab: null } : null };
}

export const isOrphaned = (): boolean => false;
export const inputs = (name: string): Record<string, unknown>[] => asked.filter((item) => item.name === name).map(({ input }) => input);

export function resetPage(): void {
  policy = {};
  session.clear();
  local.clear();
  asked.length = 0;
  script = () => undefined;
  Object.assign(calls, { permissions: [], returned: [], tabs: [], windows: [], granting: true, openTabs: [] });
  localStorage.clear();
  history.replaceState(null, '', location.pathname + location.search);
}
