import axe from 'axe-core';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';
import { beforeEach, test, vi } from 'vitest';

vi.mock('../../../runtime/browser', () => import('./fake-browser'));
vi.mock('../../../runtime/client', () => import('./fake-background'));

import { App } from '../../../components/queue/App';
import { resetNav } from '../../../components/queue/nav';
import '../../../components/ui/base.css';
import { mountSprite } from '../../../components/ui/sprite';
import { Toasts } from '../../../components/ui';
import { database } from '../../../storage/db';
import { resetBrowser } from './fake-browser';
import { createWorkspace, decide, emptyStore, finding, holdPost, MINUTE, picture, signIn, store } from './world';
import { canonicalText } from '../../../review/canonical';
import { findingKey } from '../../../review/findings';

const T = 'Hi Dana, thanks for taking the time. Our barrier balm softens dry, eczema-prone skin within two weeks of daily use. Happy to send you the full ingredient list.';
const PEOPLE = { 'Mara Okafor': ['approver'], 'Lena Ortiz': ['author'], 'Tim Brandt': ['approver'], 'Ravi Nair': ['author'] } as const;
const shot = (name: string) => page.screenshot({ path: `/work/main/node_modules/.cache/shots/${name}.png` });
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));
async function show(theme: 'light' | 'dark' = 'light', w = 400, surface = 'popup') {
  await page.viewport(w, 600);
  document.documentElement.dataset['theme'] = theme;
  document.body.dataset['page'] = surface;
  mountSprite();
  return render(<Toasts><App /></Toasts>);
}
async function both(name: string, w = 400, surface = 'popup') {
  const r = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }); for (const v of r.violations) console.log('AXE', name, v.id, v.nodes.map((n) => n.html.slice(0, 140) + ' ' + (n.any[0]?.message ?? '').slice(0, 120)).join(' || '));
  for (const theme of ['light', 'dark'] as const) {
    document.documentElement.dataset['theme'] = theme;
    await wait(80);
    await shot(`${name}-${theme}`);
  }
}
async function queue() {
  await holdPost({ id: 'a', surface: 'reply', target: { id: 'dana', label: '@danareyes', url: 'https://x.com/dana/1' }, text: T, earlier: ['Hi Dana, thanks for taking the time. Our barrier balm cures eczema in two weeks, obviously with daily use. Happy to send you the full ingredient list.'], findings: [finding(T, 'within two weeks'), { id: 'route.press', severity: 'info', spans: [], reason: 'Reply to a press account.', source: 'R-1' }], quorum: 2, approvers: ['mara', 'tim'], ageMs: 66 * MINUTE, note: 'Dana files at 15:00, so a reply before then would help.', answers: { [findingKey(finding(T, 'within two weeks'))]: { kind: 'justified', text: 'Consumer study 2025, n = 112, page 6.', by: 'lena', at: 1 } }, media: [{ sha256: 'a'.repeat(64), bytes: 120000, mime: 'image/png', name: 'balm.png', alt: 'Open tin of barrier balm on linen, label facing forward.' }] });
  await (await database()).media.put({ holdId: 'a', sha256: 'a'.repeat(64), dataUrl: picture() });
  const r = 'So sorry to hear that. And yes, the spring batch did separate above 30 degrees. We are replacing every tin.';
  await holdPost({ id: 'b', author: 'ravi', platform: 'reddit', handle: 'u/northmoor_team', surface: 'comment', target: { id: 't', label: 'r/SkincareAddiction' }, text: r, findings: [finding(r, 'the spring batch did separate', { reason: 'Product fault, batch named.' })], ageMs: 51 * MINUTE });
  const i = 'Back in stock today. Free shipping on everything until Sunday, worldwide.';
  await holdPost({ id: 'c', author: 'ravi', platform: 'instagram', handle: 'northmoor.skin', text: i, findings: [finding(i, 'Free shipping on everything', { reason: 'Offer terms, alt text missing.' })], ageMs: 42 * MINUTE, media: [{ sha256: 'b'.repeat(64), bytes: 1, mime: 'image/png', name: 'x', alt: '' }] });
  const l = 'We are glad to welcome Dr Hana Weiss as head of formulation.';
  await holdPost({ id: 'd', platform: 'linkedin', handle: 'Northmoor', text: l, findings: [finding(l, 'Dr Hana Weiss', { severity: 'info', reason: 'Names a person.' })], ageMs: 31 * MINUTE });
  await holdPost({ id: 'e', platform: 'bluesky', handle: '@northmoor.example', surface: 'reply', target: { id: 'p', label: '@priya.k' }, text: 'Thanks for telling us, Priya. Could you send the batch number from the base of the tin?', ageMs: 22 * MINUTE });
}
beforeEach(async () => { await resetBrowser(); await emptyStore(); resetNav(); await createWorkspace(PEOPLE as never); await signIn('mara'); const db = await database(); for (const p of ['x', 'linkedin', 'bluesky']) await db.sites.put({ key: `${p}|`, platform: p, host: null, coveredAt: 1 }); });

test('queue', async () => { await queue(); await show(); await wait(500); await both('queue'); });
test('queue narrow', async () => { await queue(); await show('light', 320, 'sidepanel'); await wait(500); await both('queue-320'); });
test('empty', async () => { await show(); await wait(500); await both('empty'); });
test('locked', async () => { await resetBrowser(); await show(); await wait(500); await both('unlock'); });
test('not set up', async () => { await emptyStore(); await show(); await wait(500); await both('notsetup'); });
test('detail', async () => {
  await queue();
  const db = await database(); const hold = await db.holds.get('a'); if (hold) await decide(hold, 'tim', 'approve');
  const s = await show(); await wait(400);
  await s.getByRole('button', { name: /danareyes/ }).first().click(); await wait(500); await both('detail');
  await s.getByRole('checkbox').click(); await wait(100);
  await s.getByRole('button', { name: 'Open photo 1 of 1' }).click(); await wait(300); await both('detail-media');
  await s.getByRole('button', { name: 'Close' }).click(); await wait(300); await both('detail-ready');
  await s.getByRole('tab', { name: /Changes/ }).click(); await wait(200); await both('changes');
  await s.getByRole('tab', { name: /History/ }).click(); await wait(200); await both('history');
  await s.getByRole('tab', { name: /Post/ }).click();
  await s.getByRole('button', { name: 'More decisions' }).click(); await wait(250); await both('decisions-menu');
  await s.getByRole('menuitem', { name: /Suggest/ }).click(); await wait(300);
  await s.getByRole('button', { name: 'Needs source' }).click();
  await s.getByLabelText('What should change').fill('Page 6 gives 28 days, not two weeks. Please match the study.');
  await s.getByLabelText('Suggested wording').fill(T.replace('two weeks', 'four weeks')); await wait(200); await both('ask');
});
test('detail narrow', async () => { await queue(); const s = await show('light', 320, 'sidepanel'); await wait(400); await s.getByRole('button', { name: /danareyes/ }).first().click(); await wait(500); await both('detail-320'); });
test('mine', async () => {
  await signIn('lena');
  await holdPost({ id: 'm1', platform: 'linkedin', handle: 'Northmoor', bound: false, text: 'We are glad to welcome Dr Hana Weiss as head of formulation.', patch: { workflow: 'approved' } });
  await holdPost({ id: 'm2', surface: 'reply', target: { id: 'dana', label: '@danareyes' }, text: T, quorum: 2, approvers: ['mara', 'tim'], patch: { claim: { memberId: 'mara', at: Date.now() } } });
  await holdPost({ id: 'm3', platform: 'instagram', handle: 'northmoor.skin', text: 'Your winter routine in three steps. Step two surprised us.', patch: { workflow: 'changes_requested' } });
  await holdPost({ id: 'm4', platform: 'reddit', handle: 'u/northmoor_team', surface: 'comment', text: 'Good question. The pump is PP5 and goes in the yellow bin.', patch: { workflow: 'approved', publication: 'unknown' } });
  await holdPost({ id: 'm5', platform: 'bluesky', handle: '@northmoor.example', patch: { workflow: 'approved', publication: 'verified', receipt: { status: 'verified', at: Date.now(), permalink: 'https://bsky.app/1', detail: '', saidBy: null } } });
  const s = await show(); await wait(300); await s.getByRole('tab', { name: /Mine/ }).click(); await wait(400); await both('mine');
  await s.getByRole('button', { name: /u\/northmoor_team/ }).click(); await wait(400); await both('unknown');
});
test('own', async () => {
  await signIn('lena');
  const l = 'We are glad to welcome Dr Hana Weiss as head of formulation. Hana spent nine years on barrier repair, and will open our lab notes to the public from January.';
  await holdPost({ id: 'o', platform: 'linkedin', handle: 'Northmoor', text: l, approvers: ['mara', 'tim'], findings: [finding(l, 'Dr Hana Weiss', { severity: 'hold', reason: 'Names a person.' })] });
  const s = await show(); await wait(300); await s.getByRole('tab', { name: /Mine/ }).click(); await wait(300); await s.getByRole('button', { name: /Northmoor, post/ }).click(); await wait(400); await both('own');
});
test('marks', async () => {
  const t = canonicalText('Win a fr\u0435e tin\u2060 at www.n\u043erthmoor.example/win?x=1 today\u202e only.\u2009See http://bit.ly/x https://\u0430pple.com');
  await holdPost({ id: 'k', text: t, findings: [finding(t, 'today', { severity: 'block', reason: 'Pressure to act.' })] });
  const s = await show(); await wait(300); await both('marks-row'); await s.getByRole('button', { name: /today/ }).first().click(); await wait(400); await both('marks');
});
test('stale', async () => {
  await queue(); const s = await show(); await wait(300); await s.getByRole('button', { name: /danareyes/ }).first().click(); await wait(300);
  await holdPost({ id: 'a', surface: 'reply', target: { id: 'dana', label: '@danareyes' }, text: T.replace('two', 'four'), earlier: [T.replace('within', 'in'), T], quorum: 2, approvers: ['mara', 'tim'] }); await wait(400); await both('stale');
});
test('1000', async () => { await Promise.all(Array.from({ length: 1000 }, (_, i) => holdPost({ id: `q${i}`, text: `Post number ${i} about nothing in particular`, ageMs: i * 1000 }))); await show(); await wait(600); await both('queue-1000'); });
import { browser } from './fake-browser';
test('error', async () => { (await database()).close(); const s = await show(); await wait(300); await both('error'); });
test('toast', async () => {
  await createWorkspace({ 'Mara Okafor': ['approver'], 'Lena Ortiz': ['author'] }, { vaults: true }); await browser.storage.session.clear();
  await holdPost({ id: 't1' }); await holdPost({ id: 't2', text: 'Another one' });
  const s = await show(); await wait(300); await s.getByLabelText(/Passphrase for/).fill('wrong'); await s.getByRole('button', { name: 'Unlock' }).click(); await wait(1200); await both('wrong');
  await s.getByLabelText(/Passphrase for/).fill('correct horse battery'); await s.getByRole('button', { name: 'Unlock' }).click(); await wait(1500);
  await s.getByRole('button', { name: /northmoor/ }).first().click(); await wait(600); await both('simple');
  await s.getByRole('button', { name: /Approve/ }).click(); await wait(700); await both('toast');
  await s.getByRole('button', { name: /Signed in/ }).click(); await wait(300); await both('person');
});
