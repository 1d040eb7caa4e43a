/**
 * The worker is killed after its nth storage transaction, the answer is lost, people and gate simply try again
 * (guard.md §4.3, invariants 1, 6, 8 and 9). Whatever n is: one post at most, nothing lost, the log is whole.
 */
import { IDBDatabase as FakeDatabase } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import type { Answer, HoldView } from '../../../review/contract';
import { ask, boot, freshId, gateIn, good, later, makePerson, PAGE, press, setUp, signed, snapshot, unlockAs } from '../../support/background';
import type { Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
const TEXT = 'Back in stock today.';

/** Transactions begun since the story started; after `limit` of them every further one fails, as in a worker that is gone. */
const life = { count: 0, limit: Number.POSITIVE_INFINITY, dead: false };
// Dexie binds this method when it opens a database, so it is replaced before the first one opens.
const real = FakeDatabase.prototype.transaction;
FakeDatabase.prototype.transaction = function mortal(this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) {
  life.count += 1;
  life.dead ||= life.count > life.limit;
  if (life.dead) throw new DOMException('killed', 'AbortError');
  return real.apply(this, args);
} as typeof real;

afterEach(() => vi.restoreAllMocks());

interface Story {
  posts: number;
  kills: number;
  transactions: number;
}

/** The story of one post, told by a gate and two people who repeat what got no answer. Kills once, after `limit`. */
async function tell(rig: Rig, limit: number): Promise<Story> {
  Object.assign(life, { count: 0, limit, dead: false });
  const story: Story = { posts: 0, kills: 0, transactions: 0 };
  /** One request; null when the worker died under it, whether or not it had already written. */
  async function attempt<T>(work: () => Promise<Answer<T>>): Promise<Answer<T> | null> {
    const answer = await work().catch(() => null);
    await rig.settled();
    if (!life.dead) return answer;
    story.kills += 1;
    Object.assign(life, { limit: Number.POSITIVE_INFINITY, dead: false });
    await rig.die();
    return null;
  }
  async function insist<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> {
    return (await attempt(work)) ?? (await attempt(work)) ?? work();
  }
  const view = async (id: string) => good(await insist(() => ask(rig, PAGE, 'hold.view', { holdId: id })));

  const commandId = freshId();
  const held = good(await insist(() => press(rig, 7, TEXT, { commandId })));
  for (let round = 0; round < 4; round += 1) {
    const before = await view(held.id);
    if (before.publication === 'sent') break;
    if (before.publication === 'releasing') {
      later(60_001);
      await insist(() => ask(rig, PAGE, 'session.changed', {}));
      await rig.die();
      continue;
    }
    // Nobody knows; a person looks at the site and says what is true.
    if (before.publication === 'unknown') {
      await insist(() => ask(rig, PAGE, 'hold.resolve', { holdId: held.id, there: story.posts > 0, permalink: null }));
      continue;
    }
    if (before.workflow === 'pending') await approve(rig, before, insist);
    later(10_001);
    const released = await attempt(() => ask(rig, gateIn(7), 'release.request', { holdId: held.id, composerId: 'c', snapshot: snapshot(TEXT) }));
    if (!released?.ok) continue;
    story.posts += 1;
    await attempt(() => ask(rig, gateIn(7), 'release.outcome', { holdId: held.id, grantId: released.value.grantId, status: 'sent', permalink: null, detail: '' }));
  }
  story.transactions = life.count;
  expect((await view(held.id)).text).toBe(TEXT);
  return story;
}

async function approve(rig: Rig, view: HoldView, insist: <T>(work: () => Promise<Answer<T>>) => Promise<Answer<T>>): Promise<void> {
  await insist(async () => {
    await unlockAs(rig, ben);
    return { ok: true, value: null };
  });
  // Reading is a transaction too, so the kill may land here.
  const workspace = good(await insist(async () => ({ ok: true, value: await (await import('../../../storage/queries/people')).workspaceNow() })));
  const decision = await signed(ben, view, { workspaceId: workspace?.id ?? '' });
  await insist(() => ask(rig, PAGE, 'review.decide', { decision }));
}

async function prepared(): Promise<Rig> {
  const rig = await boot();
  await setUp(rig, ana, ben);
  return rig;
}

test('killed at any of its steps, the worker posts once, loses nothing and keeps its log whole', async () => {
  const calm = await tell(await prepared(), Number.POSITIVE_INFINITY);
  expect(calm).toMatchObject({ posts: 1, kills: 0 });
  expect(calm.transactions).toBeGreaterThan(50);
  const points = Array.from({ length: 24 }, (_, at) => Math.floor((at * calm.transactions) / 24) + 1);
  for (const limit of points) {
    Object.assign(life, { limit: Number.POSITIVE_INFINITY, dead: false });
    const rig = await prepared();
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(console, 'warn').mockReturnValue();
    const story = await tell(rig, limit);
    expect({ limit, posts: story.posts, kills: story.kills }).toEqual({ limit, posts: 1, kills: 1 });
    expect(good(await ask(rig, PAGE, 'log.verify', {}))).toMatchObject({ ok: true });
  }
}, 120_000);
