/** Opens a page and waits until it can be spoken to. */
import type { browser as Browser, Tabs } from '../../../runtime/browser';

const LOAD_MS = 30_000;

/** The tab's id once it has loaded; null when it has not after half a minute. */
export async function openAndWait(browser: typeof Browser, url: string): Promise<number | null> {
  let done: (id: number | null) => void = () => undefined;
  const loaded = new Promise<number | null>((resolve) => { done = resolve; });
  let wanted: number | undefined;
  const finished = new Set<number>();
  const follow = (id: number, change: Tabs.OnUpdatedChangeInfoType) => {
    if (change.status !== 'complete') return;
    finished.add(id);
    if (id === wanted) done(id);
  };
  const timer = setTimeout(() => done(null), LOAD_MS);
  browser.tabs.onUpdated.addListener(follow);
  try {
    const tab = await browser.tabs.create({ url, active: true });
    wanted = tab.id;
    if (wanted === undefined) return null;
    if (finished.has(wanted)) return wanted;
    return await loaded;
  } finally {
    clearTimeout(timer);
    browser.tabs.onUpdated.removeListener(follow);
  }
}
