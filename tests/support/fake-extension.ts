/**
 * A hand-made extension API for Node: enough of `browser` for the background to run, with everything it did
 * kept for the test to look at. `install()` puts it where webextension-polyfill expects the real one, so it
 * must run before any module of ours is imported.
 */
type Listener = (...args: never[]) => unknown;

export class FakeEvent {
  readonly listeners = new Set<Listener>();
  addListener = (listener: Listener): void => void this.listeners.add(listener);
  removeListener = (listener: Listener): void => void this.listeners.delete(listener);
  hasListener = (listener: Listener): boolean => this.listeners.has(listener);
  /** Calls every listener and waits for what they return. */
  async fire(...args: unknown[]): Promise<unknown[]> {
    return Promise.all([...this.listeners].map((listener) => (listener as (...all: unknown[]) => unknown)(...args)));
  }
}

export interface FakeTab {
  id: number;
  url: string;
  active: boolean;
  windowId: number;
}

/** As Chromium keeps values: its dictionaries are sorted, so an object comes back with its keys in another order. */
function asKept(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asKept);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, asKept(each)]));
}

class FakeArea {
  data: Record<string, unknown> = {};
  accessLevel: string | null = null;
  constructor(private readonly name: string, private readonly changed: FakeEvent) {}
  get = async (key: string | null): Promise<Record<string, unknown>> => {
    const found = key === null ? this.data : key in this.data ? { [key]: this.data[key] } : {};
    return structuredClone(found);
  };
  set = async (values: Record<string, unknown>): Promise<void> => {
    for (const [key, value] of Object.entries(values)) {
      const oldValue = this.data[key];
      this.data[key] = asKept(structuredClone(value));
      await this.changed.fire({ [key]: { oldValue, newValue: value } }, this.name);
    }
  };
  remove = async (key: string): Promise<void> => {
    const oldValue = this.data[key];
    delete this.data[key];
    await this.changed.fire({ [key]: { oldValue } }, this.name);
  };
  setAccessLevel = async ({ accessLevel }: { accessLevel: string }): Promise<void> => {
    this.accessLevel = accessLevel;
  };
}

export interface FakeRule {
  id: number;
  priority: number;
  action: { type: string };
  condition: { regexFilter: string; requestMethods: string[]; resourceTypes: string[]; tabIds?: number[]; requestDomains?: string[] };
}

interface RuleState {
  rulesets: Set<string>;
  shipped: string[];
  dynamic: Map<number, FakeRule>;
  session: Map<number, FakeRule>;
  happened: string[];
  refuseRules: 'dynamic' | 'session' | null;
}

/** declarativeNetRequest, which takes a change whole or not at all. */
function fakeRules(state: RuleState) {
  const change = (kind: 'dynamic' | 'session') => async ({ removeRuleIds, addRules }: { removeRuleIds: number[]; addRules: FakeRule[] }) => {
    if (state.refuseRules === kind && addRules.length > 0) throw new Error('Rules quota exceeded.');
    const next = new Map(state[kind]);
    for (const id of removeRuleIds) next.delete(id);
    for (const rule of addRules) {
      if (next.has(rule.id)) throw new Error(`Rule with id ${rule.id} does not have a unique ID.`);
      if (kind === 'dynamic' && rule.condition.tabIds) throw new Error('tabIds are for session rules only.');
      next.set(rule.id, structuredClone(rule));
    }
    state[kind].clear();
    for (const [id, rule] of next) state[kind].set(id, rule);
    state.happened.push(`${kind} ${next.size}`);
  };
  return {
    getDynamicRules: async () => structuredClone([...state.dynamic.values()]),
    getSessionRules: async () => structuredClone([...state.session.values()]),
    updateDynamicRules: change('dynamic'),
    updateSessionRules: change('session'),
    getEnabledRulesets: async () => [...state.rulesets],
    updateEnabledRulesets: async ({ enableRulesetIds, disableRulesetIds }: { enableRulesetIds: string[]; disableRulesetIds: string[] }) => {
      for (const id of [...enableRulesetIds, ...disableRulesetIds]) if (!state.shipped.includes(id)) throw new Error(`Invalid ruleset id: ${id}.`);
      for (const id of enableRulesetIds) state.rulesets.add(id);
      for (const id of disableRulesetIds) state.rulesets.delete(id);
    },
    isRegexSupported: async ({ regex }: { regex: string }) => (regex.length < 1_000 ? { isSupported: true } : { isSupported: false, reason: 'memoryLimitExceeded' }),
  };
}

export const EXTENSION_ID = 'abcdefghijklmnopabcdefghijklmnop';
export const EXTENSION_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

export function fakeExtension() {
  const storageChanged = new FakeEvent();
  const state = {
    tabs: new Map<number, FakeTab>(),
    nextTab: 100,
    focusedWindow: 1,
    sent: [] as { tabId: number; message: unknown; frameId: number | undefined }[],
    /** What the gate of a tab answers to a push, by tab. */
    replies: new Map<number, unknown>(),
    /** Gates that answer when they are asked whether they are there, by tab. A gate that is brought in answers from then on. */
    gates: new Map<number, { page: boolean; late: boolean; state: string }>(),
    /** Tabs that refuse our scripts, and the browser's words for it. */
    refuses: new Map<number, string>(),
    /** Badge and title of single tabs; the browser forgets both when the tab loads. */
    marks: new Map<number, { text: string | null; title: string }>(),
    registered: new Map<string, { id: string; matches: string[]; js: string[]; world?: string }>(),
    injected: [] as { tabId: number; files: string[]; world: string }[],
    granted: new Set<string>(),
    alarms: new Map<string, { when: number }>(),
    notifications: [] as { id: string; title: string; message: string }[],
    badge: '',
    badgeColour: '',
    title: '',
    reloads: 0,
    shipped: ['linkedin', 'x'],
    rulesets: new Set<string>(),
    dynamic: new Map<number, FakeRule>(),
    session: new Map<number, FakeRule>(),
    /** What happened to session rules and alarms, in order. */
    happened: [] as string[],
    /** Makes the next changes of rules fail, as a browser over its quota does. */
    refuseRules: null as 'dynamic' | 'session' | null,
    idleSeconds: 0,
    /** What the manifest asks for, as far as the background looks at it. */
    permissions: [] as string[],
    /** What an organisation set by policy. */
    managed: {} as Record<string, unknown>,
  };
  const local = new FakeArea('local', storageChanged);
  const session = new FakeArea('session', storageChanged);
  const registerAll = async (scripts: { id: string; matches: string[]; js: string[] }[]) => {
    for (const script of scripts) {
      if (state.registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
      state.registered.set(script.id, script);
    }
  };
  const rules = fakeRules(state);
  const browser = {
    runtime: {
      id: EXTENSION_ID,
      getManifest: () => ({ version: '0.0.0', permissions: state.permissions, declarative_net_request: { rule_resources: state.shipped.map((id) => ({ id })) } }),
      getURL: (path: string) => `${EXTENSION_ORIGIN}/${path.replace(/^\//, '')}`,
      onMessage: new FakeEvent(), onInstalled: new FakeEvent(), onStartup: new FakeEvent(), onUpdateAvailable: new FakeEvent(),
      reload: () => void (state.reloads += 1),
    },
    storage: { local, session, managed: { get: async () => structuredClone(state.managed) }, onChanged: storageChanged },
    tabs: {
      onRemoved: new FakeEvent(), onActivated: new FakeEvent(), onUpdated: new FakeEvent(),
      query: async (query: { url?: string[]; active?: boolean; lastFocusedWindow?: boolean }) => {
        return [...state.tabs.values()].filter((tab) => (!query.active || tab.active) && (!query.url || query.url.some((pattern) => matches(pattern, tab.url))));
      },
      get: async (id: number) => {
        const tab = state.tabs.get(id);
        if (!tab) throw new Error(`No tab with id: ${id}.`);
        const { url, ...rest } = tab;
        // An address is shown only where the extension may run.
        return [...state.granted].some((pattern) => matches(pattern, url)) ? { status: 'complete', ...tab } : { status: 'complete', ...rest };
      },
      create: async ({ url }: { url: string }) => {
        const tab: FakeTab = { id: (state.nextTab += 1), url, active: true, windowId: 1 };
        state.tabs.set(tab.id, tab);
        return tab;
      },
      update: async (id: number, change: Partial<FakeTab>) => Object.assign(state.tabs.get(id) ?? {}, change),
      sendMessage: async (tabId: number, message: unknown, options?: { frameId?: number }) => {
        if (!state.tabs.has(tabId)) throw new Error('Could not establish connection. Receiving end does not exist.');
        if ((message as { kind?: string }).kind === 'alive') {
          const gate = state.gates.get(tabId);
          if (!gate) throw new Error('Could not establish connection. Receiving end does not exist.');
          return gate;
        }
        state.sent.push({ tabId, message, frameId: options?.frameId });
        return state.replies.get(tabId);
      },
    },
    windows: { update: async (id: number) => void (state.focusedWindow = id), WINDOW_ID_NONE: -1 },
    action: {
      setBadgeText: async ({ text, tabId }: { text: string | null; tabId?: number }) => {
        if (tabId === undefined) state.badge = text ?? '';
        else state.marks.set(tabId, { text, title: state.marks.get(tabId)?.title ?? '' });
      },
      setBadgeBackgroundColor: async ({ color }: { color: string }) => void (state.badgeColour = color),
      setBadgeTextColor: async () => undefined,
      setTitle: async ({ title, tabId }: { title: string; tabId?: number }) => {
        if (tabId === undefined) state.title = title;
        else state.marks.set(tabId, { text: state.marks.get(tabId)?.text ?? null, title });
      },
      openPopup: async () => undefined,
    },
    notifications: {
      onClicked: new FakeEvent(),
      create: async (id: string, options: { title: string; message: string }) => {
        state.notifications.push({ id, title: options.title, message: options.message });
        return id;
      },
      clear: async (id: string) => {
        state.notifications = state.notifications.filter((item) => item.id !== id);
        return true;
      },
    },
    alarms: {
      onAlarm: new FakeEvent(),
      create: async (name: string, info: { when: number }) => {
        state.happened.push(`alarm ${name.replace(/\d+$/, '')}`);
        state.alarms.set(name, info);
      },
      clear: async (name: string) => state.alarms.delete(name),
    },
    idle: { onStateChanged: new FakeEvent(), setDetectionInterval: (seconds: number) => void (state.idleSeconds = seconds) },
    permissions: {
      onAdded: new FakeEvent(), onRemoved: new FakeEvent(),
      contains: async ({ origins = [] }: { origins?: string[] }) => origins.every((origin) => state.granted.has(origin)),
      getAll: async () => ({ origins: [...state.granted], permissions: [] }),
    },
    scripting: {
      registerContentScripts: registerAll,
      updateContentScripts: async (scripts: { id: string; matches: string[]; js: string[] }[]) => {
        for (const script of scripts) state.registered.set(script.id, { ...state.registered.get(script.id), ...script });
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) if (!state.registered.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
      },
      getRegisteredContentScripts: async () => [...state.registered.values()],
      executeScript: async ({ target, files, world }: { target: { tabId: number }; files: string[]; world: string }) => {
        const refusal = state.refuses.get(target.tabId);
        if (refusal) throw new Error(refusal);
        state.injected.push({ tabId: target.tabId, files, world });
        if (files.some((file) => file.endsWith('gate.js'))) state.gates.set(target.tabId, state.gates.get(target.tabId) ?? { page: true, late: true, state: '' });
        return [];
      },
    },
    declarativeNetRequest: rules,
    webRequest: { onBeforeRequest: new FakeEvent(), onCompleted: new FakeEvent(), onErrorOccurred: new FakeEvent(), onBeforeRedirect: new FakeEvent() },
  };
  return { browser, state, local, session };
}

export type FakeExtension = ReturnType<typeof fakeExtension>;

/** Chrome match patterns, as far as the tests need them. */
function matches(pattern: string, url: string): boolean {
  const [, scheme = '', host = ''] = /^([^:]+):\/\/([^/]+)\//.exec(pattern) ?? [];
  const { protocol, host: withPort, hostname } = new URL(url);
  const schemeFits = scheme === '*' ? /^https?:$/.test(protocol) : protocol === `${scheme}:`;
  const hostFits = host.startsWith('*.') ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : host === withPort || host === hostname;
  return schemeFits && hostFits;
}

/** Makes the fake the global `browser`, as a real extension context has it. */
export function install(fake: FakeExtension): void {
  Object.assign(globalThis, { browser: fake.browser, chrome: fake.browser });
}
