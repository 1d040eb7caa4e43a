/** The rounds themselves, in houses of fifty: a house that lives longer has a queue nobody would have, and a store can be deleted once. */
import { Loop } from '../tests/support/loop';
import { judge } from './fault-judge';
import type { Round, Verdict } from './fault-judge';
import { KINDS, WIPED_SHARE } from './fault-kinds';
import type { Kind } from './fault-kinds';
import { reaches } from './fault-story';

const ROUNDS_PER_HOUSE = 50;
export const WIPED = 'database deleted';

const since = (began: number): number => (performance.now() - began) / 1_000;

/** Which kind comes when in one house: every kind once, then as often as its share of fifty says, in an order drawn from the seed. */
function drawn(rounds: number, random: () => number): (Kind | null)[] {
  const all = [...KINDS.map((kind) => ({ kind, share: kind.share })), { kind: null, share: WIPED_SHARE }];
  // The first of every kind, then the second of every kind that has one, and so on: a short run leaves no kind out.
  const turns = Array.from({ length: Math.max(...all.map(({ share }) => share)) }, (_, turn) => turn);
  const list: (Kind | null)[] = turns.flatMap((turn) => all.filter(({ share }) => share > turn).map(({ kind }) => kind)).slice(0, rounds);
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] ?? null, list[at] ?? null];
  }
  return list;
}

/** Everything of a house is judged after one more orderly end of its browser. */
async function closeHouse(loop: Loop, rounds: readonly Round[]): Promise<Verdict[]> {
  await loop.browser.quit();
  await loop.browser.relaunch();
  await loop.openPages();
  return await judge(loop, rounds);
}

/** The browser deletes the store under a held post: nothing goes out, and the panel says what happened. */
async function wipe(loop: Loop, text: string): Promise<Verdict> {
  const began = performance.now();
  await loop.freshTab();
  const before = loop.served.site.requests('publish').length;
  await loop.commons.write(text);
  const eraser = await loop.browser.page('manifest.json');
  await eraser.evaluate(async () => await new Promise<void>((done, failed) => {
    const deleting = indexedDB.deleteDatabase('countersign');
    deleting.addEventListener('success', () => done());
    deleting.addEventListener('error', () => failed(new Error(String(deleting.error))));
  }));
  await eraser.close();
  await loop.commons.page.bringToFront();
  await loop.commons.send.click({ timeout: 2_000 });
  const said = await reaches(async () => /deleted what Countersign had stored/.test(await loop.panel.text()), 6_000);
  const out = loop.served.site.requests('publish').length - before;
  return { kind: WIPED, text, kept: false, seconds: since(began), end: said ? 'store reset, held' : 'unnamed', problems: [...(said ? [] : ['stuck' as const]), ...(out > 0 ? ['posted without approval' as const] : [])] };
}

export async function runFaults(runs: number, random: () => number, tell: (line: string) => void): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (let first = 0; first < runs; first += ROUNDS_PER_HOUSE) {
    const mine = drawn(Math.min(ROUNDS_PER_HOUSE, runs - first), random);
    const loop = await Loop.begin({ undoMs: 0, requireSeen: false });
    // A site takes its time to answer; a fault must be able to strike while it does.
    loop.served.site.setMode('slow', 150);
    const rounds: Round[] = [];
    try {
      for (const kind of mine) {
        if (!kind) continue;
        const text = `Round ${first + rounds.length + 1}, number ${Math.floor(random() * 1e9)}`;
        const began = performance.now();
        try {
          const kept = await kind.play(loop, text, random);
          rounds.push({ kind: kind.name, text, kept, seconds: since(began) });
        } catch (error) {
          // Whoever cannot go on after a fault is a problem of its own; the next round starts in a new run of the browser.
          tell(`  ${kind.name}: ${String(error).split('\n')[0]}`);
          verdicts.push({ kind: kind.name, text, kept: false, seconds: since(began), end: 'could not go on', problems: ['stuck'] });
          await loop.browser.quit().catch(() => {});
          await loop.browser.relaunch();
          await loop.openPages();
        }
        const struck = verdicts.length + rounds.length;
        if (struck % 10 === 0) tell(`  ${struck} of ${runs} struck`);
      }
      verdicts.push(...(await closeHouse(loop, rounds)));
      for (const at of mine.keys()) if (mine[at] === null) verdicts.push(await wipe(loop, `Wiped ${first + at + 1}`));
    } finally {
      await loop.end();
    }
    tell(`  ${verdicts.length} of ${runs}: ${verdicts.filter(({ kept }) => kept).length} drafts held, ${verdicts.filter(({ problems }) => problems.length > 0).length} problems`);
  }
  return verdicts;
}
