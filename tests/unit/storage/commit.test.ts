/** One strict transaction per change, log entry included (promises 2 and 8). */
import { beforeEach, expect, test } from 'vitest';
import { FIRST_PREV } from '../../../review/log';
import type { Desk } from '../../../storage/desk';
import type { Plan } from '../../../storage/commit';
import { fill, openDesk, plan } from '../../support/store';

let desk: Desk;
beforeEach(async () => {
  ({ desk } = await openDesk());
  await fill(desk);
});

const commit = async <T>(made: Plan<T>) => (await import('../../../storage/commit')).commit(desk, made);
const noted = (n: number) => ({ type: 'hold.noted', actor: 'device', holdId: null, body: { n } }) as const;

test('every transaction is durable before it is acknowledged', () => {
  expect((desk.db as unknown as { _options: { chromeTransactionDurability: string } })._options.chromeTransactionDurability).toBe('strict');
});

test('a new store starts its own log with its key and epoch', async () => {
  const first = await desk.db.log.get(1);
  expect(first).toMatchObject({ type: 'store.opened', prev: FIRST_PREV, actor: 'device', body: { epoch: desk.epoch, logKey: desk.logKey.publicKey } });
  await expect(crypto.subtle.exportKey('pkcs8', desk.logKey.privateKey)).rejects.toThrow(/not extractable|extractable/i);
});

test('entries of many changes at once form one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, n) => commit(async () => ({ ok: true, value: n, writes: {}, entries: [noted(n), noted(n)] }))));
  const log = await desk.db.log.orderBy('seq').toArray();
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
  expect(log.map(({ prev }) => prev)).toEqual([FIRST_PREV, ...log.slice(0, -1).map(({ hash }) => hash)]);
  const pairs = log.filter(({ type }) => type === 'hold.noted').map(({ body }) => body.n);
  expect(pairs.filter((n, at) => at % 2 === 0 && n !== pairs[at + 1])).toEqual([]);
});

test('a plan made on an old head is made again, not written', async () => {
  let attempts = 0;
  const { commit: rival } = await import('../../../storage/commit');
  const done = await commit(async (base) => {
    attempts += 1;
    if (attempts === 1) await rival(desk, async () => ({ ok: true, value: null, writes: {}, entries: [noted(1)] }));
    return { ok: true, value: base.head.seq, writes: {}, entries: [noted(2)] };
  });
  expect(attempts).toBe(2);
  expect(done).toEqual({ ok: true, value: (await desk.db.log.count()) - 1 });
});

test('a hold that moved meanwhile is not overwritten, even by a change without a log entry', async () => {
  const { createHold } = await import('../../../storage/operations/create-hold');
  const { bindHold } = await import('../../../storage/operations/bind-hold');
  const created = await createHold(desk, plan('Hello'));
  const holdId = created.ok ? created.value.view.id : '';
  const bindings = await Promise.all([1, 2, 3, 4].map((tabId) => bindHold(desk, holdId, { tabId, frameId: 0, composerId: 'c', url: 'https://forum.example/' })));
  expect(bindings.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect((await desk.db.holds.get(holdId))?.version).toBe(5);
});

test('a write that fails half-way leaves neither the row nor its entry', async () => {
  const { createHold } = await import('../../../storage/operations/create-hold');
  const before = await desk.db.log.count();
  const made = plan('Hello');
  await desk.db.revisions.hook('creating', () => { throw new DOMException('planted', 'QuotaExceededError'); });
  await expect(createHold(desk, made)).rejects.toMatchObject({ code: 'storage-full' });
  expect([await desk.db.holds.count(), await desk.db.commands.count(), await desk.db.log.count()]).toEqual([0, 0, before]);
});

test('a refusal writes nothing', async () => {
  const { refuse } = await import('../../../storage/commit');
  const before = await desk.db.log.count();
  expect(await commit(async () => refuse('stale', 'no'))).toEqual({ ok: false, code: 'stale', detail: 'no' });
  expect(await desk.db.log.count()).toBe(before);
});

test('a store that never comes to rest is a fault, not an endless loop', async () => {
  const { commit: rival } = await import('../../../storage/commit');
  const hopeless = commit(async () => {
    await rival(desk, async () => ({ ok: true, value: null, writes: {}, entries: [noted(0)] }));
    return { ok: true, value: null, writes: {}, entries: [noted(1)] };
  });
  await expect(hopeless).rejects.toMatchObject({ code: 'storage-failed' });
});

test('an error that is not the store’s stays a bug and is not dressed up', async () => {
  await expect(commit(async () => { throw new RangeError('planted'); })).rejects.toThrow(RangeError);
});
