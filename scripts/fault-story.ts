/** One round of a fault run: a post is written, held, approved and released, and one fault strikes somewhere in between. */
import type { Loop } from '../tests/support/loop';
import { LENA, MARA } from '../tests/support/pages';

export const MOMENTS = ['typing', 'pressing', 'held', 'signing in', 'approving', 'releasing', 'after'] as const;
export type Moment = (typeof MOMENTS)[number];

export interface Strike {
  moment: Moment;
  act(): Promise<void>;
  /** Whether the same tab and the same people carry on afterwards. */
  goesOn: boolean;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for a state without failing the run: a struck part may never get there, which is the point. */
export async function reaches(test: () => Promise<boolean>, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    if (await test().catch(() => false)) return true;
    await pause(40);
  }
  return false;
}

/** The author sits down again. Right after a fault the first try may meet a worker that is just starting, or a page it left half-way. */
export async function settle(loop: Loop): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await loop.sitDown(LENA);
    } catch (error) {
      if (tries === 2) throw error;
      // An extension that was reloaded takes its pages along, sometimes only after they were opened again.
      if (loop.popup.page.isClosed() || loop.commons.page.isClosed()) await loop.openPages();
      else await loop.popup.page.reload();
    }
  }
}

/** Mara sits down and opens the post. A struck worker may never answer her, so she waits seconds, not the time of a test. */
export async function openAsMara(loop: Loop, text: string): Promise<void> {
  await loop.sitDown(MARA, 5_000);
  await loop.popup.page.bringToFront();
  await loop.popup.openHold(text, 2_000);
}

/** The release begins with this press, before the author's tab is in front again. */
export async function approve(loop: Loop): Promise<void> {
  await loop.popup.approve(2_000);
  await loop.commons.page.bringToFront();
}

/**
 * Tells the story. The fault strikes `delay` ms after its step began and runs beside it.
 * @returns whether the words "Held for review" were seen: from then on the draft must survive everything.
 */
export async function tell(loop: Loop, text: string, strike: Strike, delay: number): Promise<boolean> {
  let struck = false;
  let over = false;
  const step = async (at: Moment, work: () => Promise<unknown>): Promise<void> => {
    if (over) return;
    const working = work().catch(() => {
      // Whom the fault left standing gives up here; nobody waits for what cannot come.
      over = struck || at === strike.moment;
    });
    if (at === strike.moment) {
      await pause(delay);
      struck = true;
      await strike.act();
      over ||= !strike.goesOn;
    }
    // Every wait in a step is bounded. Left running, it would press buttons in the next round.
    await working;
  };
  const says = async (words: RegExp, ms: number): Promise<boolean> => await reaches(async () => words.test(await loop.panel.text()), ms);

  await settle(loop);
  await step('typing', async () => await loop.commons.write(text));
  await step('pressing', async () => await loop.commons.send.click({ timeout: 2_000 }));
  const kept = !over && (await says(/Held for review/, 4_000));
  // What the fault kept from being held has nobody to approve it.
  if (struck && !kept) return false;
  await step('held', async () => await pause(60));
  await step('signing in', async () => await openAsMara(loop, text));
  await step('approving', async () => await approve(loop));
  await step('releasing', async () => await reaches(async () => loop.served.site.posts().some((post) => post.text === text), 1_500));
  await step('after', async () => await says(/Posted|Not known|Not posted/, 1_000));
  return kept;
}
