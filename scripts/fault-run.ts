/** The kills themselves: one round writes, holds, approves and releases one post, and dies somewhere in between. */
import type { Loop } from '../tests/support/loop';
import { LENA, MARA } from '../tests/support/pages';

export interface FaultReport {
  workerKills: number;
  browserKills: number;
  acknowledged: number;
  published: number;
  /** Acknowledged drafts that the store no longer has, word for word. */
  lost: string[];
  /** Texts the server published more than once. */
  doubled: string[];
  /** Texts the server published without a recorded approval. */
  unapproved: string[];
  /** Holds still in `releasing` long after their deadline. */
  stuck: string[];
}

const MOMENTS = ['typing', 'pressing', 'held', 'approving', 'approved', 'releasing', 'after'] as const;
type Moment = (typeof MOMENTS)[number];

/** One death out of six takes the whole browser. */
const BROWSER_SHARE = 1 / 6;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for a state without failing the run: a killed part may never get there, which is the point. */
async function reaches(test: () => Promise<boolean>, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    if (await test().catch(() => false)) return true;
    await pause(40);
  }
  return false;
}

export async function runKills(loop: Loop, kills: number, random: () => number, tell: (line: string) => void): Promise<FaultReport> {
  const report: FaultReport = { workerKills: 0, browserKills: 0, acknowledged: 0, published: 0, lost: [], doubled: [], unapproved: [], stuck: [] };
  const acknowledged: string[] = [];

  for (let round = 1; round <= kills; round += 1) {
    const text = `Fault round ${round}, number ${Math.floor(random() * 1e9)}`;
    const moment = MOMENTS[Math.floor(random() * MOMENTS.length)] ?? 'held';
    const whole = random() < BROWSER_SHARE;
    const delay = Math.floor(random() * 120);
    let dead = false;

    /** Dies while `step` is under way: the kill starts after a random delay and runs beside it. */
    const dieDuring = async (at: Moment, step: () => Promise<unknown>): Promise<void> => {
      if (dead || at !== moment) {
        if (!dead || !whole) await step().catch(() => {});
        return;
      }
      const working = step().catch(() => {});
      await pause(delay);
      dead = true;
      if (whole) {
        await loop.browser.crash();
        report.browserKills += 1;
      } else {
        await loop.browser.killWorker();
        report.workerKills += 1;
      }
      // Every wait in a step is bounded. Left running, it would press buttons in the next round.
      await working;
    };
    const says = async (words: RegExp, ms: number): Promise<boolean> => await reaches(async () => words.test(await loop.panel.text()), ms);

    await settle(loop);
    await dieDuring('typing', async () => await loop.commons.write(text));
    await dieDuring('pressing', async () => await loop.commons.send.click({ timeout: 2_000 }));
    // The promise begins with these words: from here on the draft must survive everything.
    if (!(dead && whole) && (await says(/Held for review/, 4_000))) acknowledged.push(text);
    await dieDuring('held', async () => await pause(60));
    await dieDuring('approving', async () => await approve(loop, text));
    await dieDuring('approved', async () => await pause(80));
    await dieDuring('releasing', async () => void (await reaches(async () => loop.served.site.posts().some((post) => post.text === text), 1_500)));
    await dieDuring('after', async () => await says(/Posted|Not known|Not posted/, 1_000));

    if (whole && dead) {
      await loop.browser.relaunch();
      await loop.openPages();
    } else {
      await loop.freshTab();
    }
    await judge(loop, report, acknowledged, false);
    if (round % 10 === 0 || round === kills) tell(`  ${round} of ${kills}: ${report.workerKills} workers, ${report.browserKills} browsers, ${acknowledged.length} drafts held, ${loop.served.site.posts().length} posts out`);
  }

  await loop.browser.quit();
  await loop.browser.relaunch();
  await loop.openPages();
  await pause(2_000);
  await judge(loop, report, acknowledged, true);
  report.acknowledged = acknowledged.length;
  report.published = loop.served.site.posts().length;
  return report;
}

/** The author sits down again. Right after a kill the first try may meet a worker that is just starting, or a page it left half-way. */
async function settle(loop: Loop): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await loop.sitDown(LENA);
    } catch (error) {
      if (tries === 2) throw error;
      await loop.popup.page.reload();
    }
  }
}

async function approve(loop: Loop, text: string): Promise<void> {
  await loop.sitDown(MARA);
  await loop.popup.page.bringToFront();
  await loop.popup.openHold(text, 2_000);
  await loop.popup.approve(2_000);
  await loop.commons.page.bringToFront();
}

/** Asks the store and the server, never a page. */
async function judge(loop: Loop, report: FaultReport, acknowledged: string[], last: boolean): Promise<void> {
  const [revisions, decisions, holds] = [await loop.store.rows('revisions'), await loop.store.rows('decisions'), await loop.store.rows('holds')];
  const texts = new Set(revisions.map((revision) => revision.manifest.text));
  report.lost = acknowledged.filter((text) => !texts.has(text));
  const posted = loop.served.site.posts().map((post) => post.text);
  report.doubled = [...new Set(posted.filter((text, index) => posted.indexOf(text) !== index))];
  const approved = new Set(decisions.filter((one) => one.body.kind === 'approve' && one.void === null).map((one) => one.body.digest));
  report.unapproved = posted.filter((text) => !revisions.some((revision) => revision.manifest.text === text && approved.has(revision.digest)));
  if (last) report.stuck = holds.filter((hold) => hold.publication === 'releasing' && (hold.releaseDeadline ?? 0) < Date.now() - 30_000).map((hold) => hold.excerpt);
}
