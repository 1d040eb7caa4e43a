/** The extension API as far as the review pages touch it: storage in memory, tabs and windows that remember calls. */
type Values = Record<string, unknown>;
type Changed = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string) => void;

const listeners = new Set<Changed>();
export const opened: { tabs: string[]; windows: string[]; reloaded: number[]; permissions: string[][] } = { tabs: [], windows: [], reloaded: [], permissions: [] };
/** The page behind the popup; null where the browser does not say. */
export const front: { tab: { id: number; url: string } | null } = { tab: null };

function area(name: string) {
  const values = new Map<string, unknown>();
  const tell = (key: string, newValue: unknown) => {
    const oldValue = values.get(key);
    if (newValue === undefined) values.delete(key);
    else values.set(key, structuredClone(newValue));
    queueMicrotask(() => { for (const listener of listeners) listener({ [key]: { oldValue, newValue } }, name); });
  };
  return {
    get: (key: string): Promise<Values> => Promise.resolve(values.has(key) ? { [key]: structuredClone(values.get(key)) } : {}),
    set: (all: Values): Promise<void> => { for (const [key, value] of Object.entries(all)) tell(key, value); return Promise.resolve(); },
    remove: (key: string): Promise<void> => { tell(key, undefined); return Promise.resolve(); },
    clear: (): Promise<void> => { for (const key of Array.from(values.keys())) tell(key, undefined); return Promise.resolve(); },
  };
}

export const browser = {
  runtime: { id: 'countersign-test', getURL: (path: string) => `chrome-extension://countersign/${path}` },
  storage: {
    local: area('local'),
    session: area('session'),
    onChanged: { addListener: (listener: Changed) => listeners.add(listener), removeListener: (listener: Changed) => listeners.delete(listener) },
  },
  tabs: {
    query: (): Promise<{ id: number; url: string }[]> => Promise.resolve(front.tab ? [front.tab] : []),
    reload: (id: number): Promise<void> => { opened.reloaded.push(id); return Promise.resolve(); },
    create: ({ url }: { url: string }): Promise<void> => { opened.tabs.push(url); return Promise.resolve(); },
  },
  permissions: {
    request: ({ origins }: { origins: string[] }): Promise<boolean> => { opened.permissions.push(origins); return Promise.resolve(true); },
  },
  windows: {
    getCurrent: () => Promise.resolve({ id: 1 }),
    create: ({ url }: { url: string }): Promise<void> => { opened.windows.push(url); return Promise.resolve(); },
  },
};

export async function resetBrowser(): Promise<void> {
  front.tab = null;
  opened.reloaded.length = 0;
  opened.permissions.length = 0;
  opened.tabs.length = 0;
  opened.windows.length = 0;
  await browser.storage.local.clear();
  await browser.storage.session.clear();
}
