/** Lists read one index range each, so five thousand holds cost a list no more than fifty. */
import { beforeAll, expect, test } from 'vitest';
import type { LogEntry } from '../../../review/model';
import { queueKey } from '../../../storage/rows';
import type { StoredHold } from '../../../storage/rows';
import type { Desk } from '../../../storage/desk';
import { fill, NOW, openDesk, plan } from '../../support/store';

let desk: Desk;
const MINUTE = 60_000;

beforeAll(async () => {
  ({ desk } = await openDesk());
  await fill(desk);
  const { createHold } = await import('../../../storage/operations/create-hold');
  const made = await createHold(desk, plan('The first.'));
  const model = await desk.db.holds.get(made.ok ? made.value.view.id : '');
  await desk.db.holds.clear();
  await desk.db.holds.bulkAdd(Array.from({ length: 5_000 }, (_, n) => hold(model as StoredHold, n)));
  const { seq, hash } = (await desk.db.log.orderBy('seq').last()) as LogEntry;
  await desk.db.log.bulkAdd(Array.from({ length: 10_000 }, (_, n): LogEntry => ({ seq: seq + n + 1, prev: hash, at: NOW, type: 'hold.noted', actor: 'ana', holdId: `h${n % 5_000}`, body: {}, hash, sig: '' })));
});

/** Every third waits for Ben, every hundredth of those is urgent, the rest is done. */
function hold(model: StoredHold, n: number): StoredHold {
  const createdAt = NOW - n * MINUTE;
  const open = n % 3 === 0;
  const urgency = n % 300 === 0 ? 'urgent' : 'normal';
  const { dueAt: _due, ...rest } = model;
  return {
    ...rest, id: `h${n}`, createdAt, updatedAt: createdAt, urgency, shelf: open ? 'open' : 'done', workflow: open ? 'pending' : 'recalled',
    queueKeys: open ? [queueKey('ben', urgency, createdAt), queueKey('*', urgency, createdAt)] : [], ...(open ? { dueAt: NOW + n } : {}),
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

test('the queue shows urgent posts first, then the oldest', async () => {
  const { queueFor } = await import('../../../storage/queries/holds');
  const queue = await queueFor('ben', 30);
  expect(queue.map(({ urgency }) => urgency)).toEqual([...Array.from({ length: 17 }, () => 'urgent'), ...Array.from({ length: 13 }, () => 'normal')]);
  const normal = queue.slice(17).map(({ createdAt }) => createdAt);
  expect(normal).toEqual([...normal].sort((a, b) => a - b));
  expect(await queueFor('chi')).toEqual([]);
  expect(await queueFor(null, 5)).toHaveLength(5);
});

test('a person’s name that begins like another’s sees only their own queue', async () => {
  const { queueFor } = await import('../../../storage/queries/holds');
  expect(await queueFor('be')).toEqual([]);
});

test('counts agree with the lists', async () => {
  const { counts } = await import('../../../storage/queries/holds');
  expect(await counts('ben', NOW)).toEqual({ waiting: 1_667, mine: 0, overdue: 1_667 - 20 });
  expect(await counts('ana', NOW)).toMatchObject({ waiting: 0, mine: 1_667 });
  expect(await counts(null, NOW)).toMatchObject({ waiting: 1_667, mine: 0 });
});

test('my list has what is open, newest first, and what ended within a day', async () => {
  const { doneHolds, mineOf } = await import('../../../storage/queries/holds');
  const mine = await mineOf('ana', 50, NOW);
  expect(mine.every(({ shelf }) => shelf === 'open')).toBe(true);
  expect(mine[0]?.id).toBe('h0');
  expect(await mineOf(null)).toEqual([]);
  const all = await mineOf('ana', 10_000, NOW);
  expect(all.filter(({ shelf }) => shelf === 'done').every(({ updatedAt }) => updatedAt >= NOW - 24 * 60 * MINUTE)).toBe(true);
  expect((await doneHolds(3)).map(({ id }) => id)).toEqual(['h1', 'h2', 'h4']);
});

test('the log is read by pages, for all or for one hold', async () => {
  const { allLog, logPage } = await import('../../../storage/queries/log');
  const first = await logPage({ limit: 3 });
  expect(first[0]?.seq).toBeGreaterThan(10_000);
  const next = await logPage({ limit: 3, beforeSeq: first[2]?.seq ?? 0 });
  expect(next[0]?.seq).toBe((first[2]?.seq ?? 0) - 1);
  expect((await logPage({ limit: 10, holdId: 'h7' })).map(({ holdId }) => holdId)).toEqual(['h7', 'h7']);
  let seen = 0;
  for await (const entry of allLog()) seen = entry.seq === seen + 1 ? entry.seq : -1;
  expect(seen).toBe(first[0]?.seq);
});

test('with 5,000 holds and 10,000 log entries everything the popup paints first is read in 200 ms', async () => {
  const { counts, queueFor } = await import('../../../storage/queries/holds');
  const { people, workspaceNow } = await import('../../../storage/queries/people');
  const paint = () => Promise.all([queueFor('ben', 50), counts('ben', NOW), people(), workspaceNow()]);
  await paint();
  const runs = [await timed(paint), await timed(paint), await timed(paint)];
  expect(Math.min(...runs.map(({ ms }) => ms))).toBeLessThan(200);
});

test('a watched list hears of a change made elsewhere', async () => {
  const { watch } = await import('../../../storage/queries/watch');
  const { queueFor } = await import('../../../storage/queries/holds');
  const seen: number[] = [];
  const next = Promise.withResolvers<void>();
  let told = next.resolve;
  const stop = watch(() => queueFor('chi'), (queue) => {
    seen.push(queue.length);
    told();
  }, next.reject);
  await next.promise;
  const again = Promise.withResolvers<void>();
  told = again.resolve;
  await desk.db.holds.update('h0', { queueKeys: [queueKey('chi', 'normal', NOW)] });
  await again.promise;
  stop();
  expect(seen).toEqual([0, 1]);
});

test('a failing query reaches the store that watches it', async () => {
  const { watch } = await import('../../../storage/queries/watch');
  const failed = await new Promise((resolve) => {
    watch(async () => { throw new Error('planted'); }, () => resolve('no error'), resolve);
  });
  expect(failed).toMatchObject({ message: 'planted' });
});
