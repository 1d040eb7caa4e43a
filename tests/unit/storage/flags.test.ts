/** How often a check spoke up and how often it was wrong: counted per post, whatever is pressed or retried. */
import { beforeEach, expect, test } from 'vitest';
import type { Finding } from '../../../checks/finding';
import type { Answer } from '../../../review/contract';
import { findingKey } from '../../../review/findings';
import type { HoldPlan } from '../../../storage/operations/new-hold';
import type { Desk } from '../../../storage/desk';
import { fill, hex, NOW, openDesk, plan } from '../../support/store';

let desk: Desk;
beforeEach(async () => {
  ({ desk } = await openDesk());
  await fill(desk);
});

const found = (id: string, start = 0): Finding => ({ id, severity: 'warn', spans: [{ start, end: start + 3 }], reason: 'Because.', source: 'Test' });
const binding = (composerId: string) => ({ tabId: 7, frameId: 0, composerId, url: 'https://forum.example/' });
const counts = async () => (await import('../../../storage/queries/flags')).flagCounts();
const good = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(answer.detail);
  return answer.value;
};
async function held(text: string, findings: Finding[], change: Partial<HoldPlan> = {}): Promise<string> {
  const { createHold } = await import('../../../storage/operations/create-hold');
  return good(await createHold(desk, plan(text, { findings, ...change }))).view.id;
}
async function answered(holdId: string, finding: Finding, kind: 'false_alarm' | 'justified'): Promise<void> {
  const { answerFinding } = await import('../../../storage/operations/annotate');
  good(await answerFinding(desk, holdId, findingKey(finding), { kind, text: 'So.', by: 'ana', at: NOW }));
}

test('a check counts once per held post, however many findings it gave', async () => {
  await held('one', [found('a.x'), found('a.x', 5), found('b.y')]);
  await held('two', [found('a.x')]);
  expect(await counts()).toEqual([{ checkId: 'a.x', fired: 2, wrong: 0 }, { checkId: 'b.y', fired: 1, wrong: 0 }]);
});

test('a repeated command and the same post in another tab count nothing twice', async () => {
  const commandId = hex();
  await held('one', [found('a.x')], { commandId });
  await held('one', [found('a.x')], { commandId });
  await held('one', [found('a.x')], { binding: binding('other') });
  expect(await counts()).toEqual([{ checkId: 'a.x', fired: 1, wrong: 0 }]);
});

test('a new version adds only what no version before had, and keeps the word that a flag was wrong', async () => {
  const holdId = await held('one', [found('a.x')]);
  await answered(holdId, found('a.x'), 'false_alarm');
  const { reviseHold } = await import('../../../storage/operations/revise-hold');
  const { snapshot } = plan('one and more');
  good(await reviseHold(desk, { commandId: hex(), holdId, snapshot, thumbs: [], findings: [found('a.x'), found('b.y')], contributors: [], binding: null, acceptedSuggestion: null }));
  expect(await counts()).toEqual([{ checkId: 'a.x', fired: 1, wrong: 1 }, { checkId: 'b.y', fired: 1, wrong: 0 }]);
});

test('the last answer of the author counts, and any wrong finding of a check makes it wrong on this post', async () => {
  const holdId = await held('one two three', [found('a.x'), found('a.x', 5)]);
  await answered(holdId, found('a.x'), 'false_alarm');
  await answered(holdId, found('a.x', 5), 'justified');
  expect(await counts()).toEqual([{ checkId: 'a.x', fired: 1, wrong: 1 }]);
  await answered(holdId, found('a.x'), 'justified');
  expect(await counts()).toEqual([{ checkId: 'a.x', fired: 1, wrong: 0 }]);
});

test('what was marked wrong while typing goes with the post when it is held, and is not counted again', async () => {
  const { markDraft } = await import('../../../storage/operations/flags');
  good(await markDraft(desk, 'c1', 'a.x'));
  good(await markDraft(desk, 'c1', 'a.x'));
  good(await markDraft(desk, 'c1', 'b.y'));
  expect(await counts()).toEqual([{ checkId: 'a.x', fired: 1, wrong: 1 }, { checkId: 'b.y', fired: 1, wrong: 1 }]);
  const holdId = await held('one', [found('a.x'), found('c.z')], { binding: binding('c1') });
  expect(await counts()).toEqual([{ checkId: 'a.x', fired: 1, wrong: 1 }, { checkId: 'b.y', fired: 1, wrong: 1 }, { checkId: 'c.z', fired: 1, wrong: 0 }]);
  expect((await desk.db.flags.toArray()).every(({ place }) => place === holdId)).toBe(true);
});

test('anybody who reads a held post may call a flag wrong; a check that never spoke up there cannot be', async () => {
  const { markHeld } = await import('../../../storage/operations/flags');
  const holdId = await held('one', [found('a.x')]);
  good(await markHeld(desk, holdId, 'a.x'));
  expect(await markHeld(desk, holdId, 'b.y')).toMatchObject({ ok: false, code: 'stale' });
  expect(await counts()).toEqual([{ checkId: 'a.x', fired: 1, wrong: 1 }]);
});

test('one composer cannot fill the store with marks', async () => {
  const { markDraft } = await import('../../../storage/operations/flags');
  await desk.db.flags.bulkAdd(Array.from({ length: 500 }, (_, n) => ({ place: 'draft:c1', checkId: `x.${n}`, wrong: 1 as const })));
  expect(await markDraft(desk, 'c1', 'one.more')).toMatchObject({ ok: false });
});

test('no row says who it was', async () => {
  const holdId = await held('one', [found('a.x')]);
  await answered(holdId, found('a.x'), 'false_alarm');
  expect(await desk.db.flags.toArray()).toEqual([{ place: holdId, checkId: 'a.x', wrong: 1 }]);
});
