/** The kinds of fault of guard.md §4.4, how often each one comes, and how people go on after it. */
import { CommonsPage, hammer } from '../tests/support/commons';
import type { Loop } from '../tests/support/loop';
import { Panel } from '../tests/support/panel';
import { approve, MOMENTS, openAsMara, reaches, settle, tell } from './fault-story';
import type { Moment } from './fault-story';

export interface Kind {
  name: string;
  /** Rounds of this kind in every fifty. */
  share: number;
  /** Plays one round with this text; answers whether the draft was acknowledged. */
  play(loop: Loop, text: string, random: () => number): Promise<boolean>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

interface Extension {
  chrome: { runtime: { reload(): void }; management: { setEnabled(id: string, on: boolean): Promise<void>; get(id: string): Promise<{ enabled: boolean }> } };
}

async function reload({ browser }: Loop): Promise<void> {
  const old = await browser.worker();
  const gone = new Promise<void>((resolve) => old.once('close', () => resolve()));
  await old.evaluate(() => (globalThis as unknown as Extension).chrome.runtime.reload()).catch(() => {});
  await Promise.race([gone, pause(10_000)]);
}

/** Off and on again, by the browser's own page of extensions. */
async function offAndOn({ browser }: Loop): Promise<void> {
  const settings = await browser.context.newPage();
  await settings.goto('chrome://extensions');
  for (const on of [false, true]) {
    await reaches(async () => await settings.evaluate(async ([id, enabled]) => {
      const { management } = (globalThis as unknown as Extension).chrome;
      await management.setEnabled(id, enabled);
      return (await management.get(id)).enabled === enabled;
    }, [browser.id, on] as const), 10_000);
    await pause(150);
  }
  await settings.close();
}

/** Every write of this worker fails as on a full disk, until the worker ends. */
async function fillDisk({ browser }: Loop): Promise<void> {
  await (await browser.worker()).evaluate(() => {
    IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = () => {
      throw new DOMException('made by a fault run', 'QuotaExceededError');
    };
  });
}

/** The clock as this worker reads it jumps, and jumps back when the worker ends. */
async function moveClock({ browser }: Loop, by: number): Promise<void> {
  await (await browser.worker()).evaluate((shift) => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + shift;
  }, by);
}

/** A fresh tab. Closing the old one leaves nobody to hear of its release. */
const sameBrowser = async (loop: Loop): Promise<void> => await loop.freshTab();

/** The pages of the extension went away with it; its worker starts with the first message. */
async function openAgain(loop: Loop): Promise<void> {
  const before = loop.browser.context.pages();
  const open = await reaches(async () => {
    await loop.openPages();
    return true;
  }, 20_000);
  if (!open) throw new Error('The extension did not come back.');
  for (const page of before) if (page !== loop.commons.page && page !== loop.popup.page) await page.close().catch(() => {});
}

/** In ms. From the press that approves to the answer of the site it takes about as long, so every wait in between is hit at some time. */
const LONGEST_DELAY = 300;

function struckBy(name: string, share: number, moments: readonly Moment[], act: (loop: Loop, random: () => number) => Promise<void>, after: (loop: Loop) => Promise<void>, before?: (loop: Loop) => Promise<void>): Kind {
  const goesOn = after === sameBrowser || after === freshWorker;
  return {
    name, share,
    async play(loop, text, random) {
      await before?.(loop);
      const kept = await tell(loop, text, { moment: pick(moments, random), act: async () => await act(loop, random), goesOn }, Math.floor(random() * LONGEST_DELAY));
      await after(loop);
      return kept;
    },
  };
}

/** What was done to the worker ends with it. */
async function freshWorker(loop: Loop): Promise<void> {
  await loop.browser.killWorker();
  await loop.freshTab();
}

async function nextRun(loop: Loop): Promise<void> {
  await loop.browser.relaunch();
  await loop.openPages();
}

const HOUR = 3_600_000;
const JUMPS = [-48 * HOUR, -2 * HOUR, 2 * HOUR, 48 * HOUR];
const INSIDE_THE_RELEASE: Moment[] = ['approving', 'releasing'];

const threeTabs: Kind = {
  name: 'three tabs race',
  share: 3,
  async play(loop, text) {
    await settle(loop);
    const tabs = [loop.commons];
    while (tabs.length < 3) tabs.push(await CommonsPage.open(await loop.browser.context.newPage(), loop.served.url));
    let kept = false;
    for (const tab of tabs) {
      await tab.page.bringToFront();
      await tab.write(text);
      await tab.send.click({ timeout: 2_000 });
      kept = (await reaches(async () => /Held for review/.test(await new Panel(tab.page).text()), 4_000)) || kept;
    }
    await openAsMara(loop, text).catch(() => {});
    const racing = tabs.map(async ({ page }) => await hammer(page, 'click', 1_500));
    await approve(loop).catch(() => {});
    await Promise.all(racing);
    await reaches(async () => loop.served.site.posts().some((post) => post.text === text), 3_000);
    for (const tab of tabs.slice(1)) await tab.page.close();
    await loop.freshTab();
    return kept;
  },
};

export const KINDS: Kind[] = [
  struckBy('worker killed at any step', 14, MOMENTS, async ({ browser }) => await browser.killWorker(), sameBrowser),
  struckBy('worker killed inside the release', 14, INSIDE_THE_RELEASE, async ({ browser }) => await browser.killWorker(), sameBrowser),
  struckBy('browser killed (SIGKILL)', 6, MOMENTS, async ({ browser }) => await browser.crash(), nextRun),
  struckBy('extension reloaded or updated', 4, MOMENTS, reload, openAgain, async ({ browser }) => await browser.developerMode()),
  struckBy('extension off and on', 2, ['held', 'approving', 'releasing'], offAndOn, openAgain),
  struckBy('disk full', 3, ['typing', 'signing in', 'approving'], fillDisk, freshWorker),
  struckBy('clock jumps', 3, ['held', 'signing in', 'approving'], async (loop, random) => await moveClock(loop, pick(JUMPS, random)), freshWorker),
  threeTabs,
];

/** Rounds of the kind that ends its store, in every fifty. */
export const WIPED_SHARE = 1;
