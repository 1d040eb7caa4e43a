/** Posts on a covered account's own pages, against receipts (guard.md §1, A3). */
import { beforeEach, expect, test } from 'vitest';
import { ask, boot, code, decide, FORUM, gateIn, good, HOST, later, makePerson, ORIGIN, PAGE, press, setUp, snapshot, unlockAs } from '../../support/background';
import type { Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
const TEXT = 'Back in stock today.';
const OWN = {
  paths: ['/people/*'], item: 'article', text: 'p', link: [{ from: 'closest', selector: 'article', inner: 'a', attr: 'href' }],
  author: [{ from: 'closest', selector: 'article', inner: 'b' }], at: [{ from: 'closest', selector: 'article', inner: 'time', attr: 'datetime' }], atForm: 'date',
};
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben);
  good(await ask(rig, PAGE, 'adapter.import', { adapter: { ...FORUM, ownPosts: OWN }, host: HOST }));
  later(60_000);
});

const incidents = async () => (await (await import('../../../storage/db')).database()).incidents.toArray();
const account = { id: 'northmoor', handle: '@northmoor' };
async function seen(posts: { permalink: string; text: string; at: number }[], who = account) {
  const answer = await ask(rig, gateIn(7), 'posts.seen', { platform: 'forum', account: who, posts });
  await rig.settled();
  return answer;
}

async function posted(text: string, permalink: string | null): Promise<void> {
  await unlockAs(rig, ana);
  const held = good(await press(rig, 7, text));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  later(10_001);
  const { grantId } = good(await ask(rig, gateIn(7), 'release.request', { holdId: held.id, composerId: 'c', snapshot: snapshot(text) }));
  good(await ask(rig, gateIn(7), 'release.outcome', { holdId: held.id, grantId, status: permalink ? 'verified' : 'sent', permalink, detail: '' }));
}

test('a post with a receipt is nobody’s worry: by its address, by its text at that time, folded or whole', async () => {
  await posted(TEXT, `${ORIGIN}/posts/5`);
  await posted('A longer text that the page folds after a few of its words, as pages do.', null);
  const at = Date.now();
  good(await seen([
    { permalink: `${ORIGIN}/people/northmoor/posts/5`, text: 'The site made something else of it', at },
    { permalink: `${ORIGIN}/posts/6`, text: 'A longer text that the page folds… See more', at },
  ]));
  expect(await incidents()).toEqual([]);
});

test('one without a receipt is an incident once, with its address and never its text', async () => {
  await posted(TEXT, `${ORIGIN}/posts/5`);
  const rogue = { permalink: `${ORIGIN}/posts/66`, text: 'Sent from a phone.', at: Date.now() };
  good(await seen([rogue]));
  good(await seen([rogue]));
  later(3_600_000);
  good(await seen([rogue]));
  expect(await incidents()).toMatchObject([{ kind: 'unmatched', way: 'page', account: '@northmoor', permalink: rogue.permalink, count: 1, state: 'open' }]);
  expect(JSON.stringify(await incidents())).not.toContain('phone');
  expect(rig.fake.state.notifications.at(-1)).toMatchObject({ title: 'A post went out that nobody countersigned' });
});

test('the same words long before or after the release are another post', async () => {
  await posted(TEXT, null);
  later(3_600_000);
  good(await seen([{ permalink: `${ORIGIN}/posts/7`, text: TEXT, at: Date.now() }]));
  expect(await incidents()).toHaveLength(1);
});

test('posts from before the coverage, and those of an account that is left out, are not judged', async () => {
  good(await seen([{ permalink: `${ORIGIN}/posts/1`, text: 'Long ago.', at: Date.now() - 3_600_000 }]));
  const workspace = await (await (await import('../../../storage/db')).database()).workspace.toCollection().first();
  await unlockAs(rig, ana);
  const free = { platform: 'forum', account: 'private', handle: '@private', covered: false, strength: 'hold' as const, approvers: [], quorum: 1 };
  good(await ask(rig, PAGE, 'rules.set', { rules: { ...workspace?.rules, accounts: [free] }, base: workspace?.rules.version ?? 0 }));
  good(await seen([{ permalink: `${ORIGIN}/posts/2`, text: 'My cat.', at: Date.now() }], { id: 'private', handle: '@private' }));
  expect(await incidents()).toEqual([]);
});

test('a person may say that it was posted elsewhere on purpose', async () => {
  good(await seen([{ permalink: `${ORIGIN}/posts/8`, text: 'From the scheduler.', at: Date.now() }]));
  const [incident] = await incidents();
  await unlockAs(rig, ben);
  good(await ask(rig, PAGE, 'incident.close', { incidentId: incident?.id ?? '', state: 'elsewhere', reason: 'Planned in the scheduler.' }));
  expect(await incidents()).toMatchObject([{ state: 'elsewhere', closed: { by: 'ben' } }]);
});

test('the scanner comes into the page that says hello, and is told where to look', async () => {
  rig.fake.state.tabs.set(7, { id: 7, url: ORIGIN, active: true, windowId: 1 });
  good(await ask(rig, gateIn(7), 'gate.hello', { url: ORIGIN, top: true }));
  await rig.settled();
  expect(rig.fake.state.injected.filter(({ files }) => files[0]?.includes('posts'))).toMatchObject([{ tabId: 7 }]);
  expect(good(await ask(rig, gateIn(7), 'posts.where', {}))).toMatchObject([{ platform: 'forum', ownPosts: { item: 'article' } }]);
  expect(code(await ask(rig, gateIn(7), 'posts.seen', { platform: 'x', account, posts: [] }))).toBe('not-covered');
});
