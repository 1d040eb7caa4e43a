/** How each figure is measured. All times in ms. */
import type { Page } from '@playwright/test';
import { Panel } from '../tests/support/panel';
import type { Loop } from '../tests/support/loop';
import { LENA, MARA } from '../tests/support/pages';
import { seedRows } from '../tests/support/seed';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs inside the panel's shadow root: notes the page's clock at the first frame after the words appear. */
function watchForHeld(this: ShadowRoot): void {
  const mark = globalThis as unknown as { countersignHeldAt?: number };
  delete mark.countersignHeldAt;
  const look = (): void => {
    if (mark.countersignHeldAt !== undefined || !this.textContent?.includes('Held for review')) return;
    watcher.disconnect();
    requestAnimationFrame(() => {
      mark.countersignHeldAt = performance.now();
    });
  };
  const watcher = new MutationObserver(look);
  watcher.observe(this, { childList: true, subtree: true, characterData: true });
}

/** Send pressed (a real pointer press, timed by the page's own event clock) to the frame that shows "Held for review". */
export async function measureHold(loop: Loop, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds + 2; round += 1) {
    await loop.freshTab();
    await loop.commons.write(`Measured post ${round}`);
    // Some card is there: the status, or the offer of an earlier draft.
    await loop.panel.expectText(/\S/);
    await pause(300);
    await loop.panel.inside(watchForHeld);
    const pressed = await loop.commons.page.evaluate(() => {
      const button = document.querySelector<HTMLElement>('form.compose button[type="submit"]');
      const at = performance.now();
      button?.click();
      return at;
    });
    await loop.panel.expectText('Held for review');
    await pause(50);
    const seen = await loop.panel.inside(function heldAt() {
      return (globalThis as unknown as { countersignHeldAt?: number }).countersignHeldAt ?? null;
    });
    // The first two rounds warm the worker up.
    if (seen !== null && round >= 2) times.push(seen - pressed);
  }
  return times;
}

/** Time of one synchronous key dispatch: our listeners and the site's together, so an upper bound for ours. */
export async function measureKeys(loop: Loop, presses: number): Promise<number[]> {
  await loop.freshTab();
  await loop.commons.write('Keys are measured here');
  return await loop.commons.page.evaluate((count) => {
    const area = document.querySelector<HTMLTextAreaElement>('textarea[name="post"]');
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const event = new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', bubbles: true, composed: true, cancelable: true });
      const before = performance.now();
      area?.dispatchEvent(event);
      times.push(performance.now() - before);
    }
    return times;
  }, presses);
}

/** From the end of the undo window to the moment the site's server has the request. The author's page is in front, as behind a popup. */
export async function measureApproval(loop: Loop, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const text = `Approved post ${round}`;
    await loop.sitDown(LENA);
    await loop.freshTab();
    await loop.commons.write(text);
    await loop.commons.send.click();
    await loop.panel.expectText('Held for review');
    await loop.sitDown(MARA);
    await loop.popup.openHold(text);
    await loop.popup.approve();
    await loop.commons.page.bringToFront();
    const until = Date.now() + 15_000;
    while (Date.now() < until && !loop.served.site.posts().some((post) => post.text === text)) await pause(20);
    const sent = loop.served.site.requests('publish').find((request) => request.body.includes(text));
    const hold = await loop.store.hold(text);
    const granted = (await loop.store.rows('grants')).find((grant) => grant.holdId === hold?.id);
    if (sent && granted) times.push(sent.at - granted.notBefore);
  }
  if (times.length < rounds) throw new Error(`Only ${times.length} of ${rounds} approvals led to a post.`);
  return times;
}

async function paintTimes(page: Page): Promise<{ paint: number; row: number }> {
  return await page.evaluate(async () => {
    const row = await new Promise<number>((resolve) => {
      const look = (): boolean => {
        if (!document.querySelector('[data-row]')) return false;
        resolve(performance.now());
        return true;
      };
      if (!look()) {
        const watcher = new MutationObserver(() => look() && watcher.disconnect());
        watcher.observe(document, { childList: true, subtree: true });
      }
    });
    return { paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN, row };
  });
}

/** First contentful paint and first queue row of the popup, opened again and again over a full database. */
export async function measurePopup(loop: Loop, holds: number, entries: number, rounds: number): Promise<{ paint: number[]; row: number[] }> {
  await loop.sitDown(LENA);
  await loop.freshTab();
  await loop.commons.write('One post that waits');
  await loop.commons.send.click();
  await loop.panel.expectText('Held for review');
  await loop.sitDown(MARA);
  const seed = await loop.browser.page('manifest.json');
  await seedRows(seed, holds, entries);
  await seed.close();
  const times = { paint: [] as number[], row: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const page = await loop.browser.context.newPage();
    await page.setViewportSize({ width: 400, height: 600 });
    await page.goto(loop.browser.url('popup.html'), { waitUntil: 'commit' });
    const seen = await paintTimes(page);
    times.paint.push(seen.paint);
    times.row.push(seen.row);
    await page.close();
  }
  return times;
}

/** Script worlds of the extension in a page of a site nobody switched on. Anything but zero is a leak. */
export async function measureUncovered(loop: Loop): Promise<number> {
  const page = await loop.browser.context.newPage();
  // Same server, another host name: the machine's address is not covered, only localhost is.
  const address = loop.served.url.replace('localhost', '127.0.0.1');
  const session = await page.context().newCDPSession(page);
  const origins: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => origins.push(context.origin));
  await session.send('Runtime.enable');
  await page.goto(address);
  await pause(300);
  const panel = await new Panel(page).text();
  await page.close();
  return origins.filter((origin) => origin.startsWith('chrome-extension://')).length + (panel ? 1 : 0);
}

