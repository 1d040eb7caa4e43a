import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';

vi.mock('../../../runtime/browser', () => import('./fake-browser'));
vi.mock('../../../runtime/client', () => import('./fake-background'));

import type { Incident, WitnessVerdict } from '../../../review/model';
import { database } from '../../../storage/db';
import { sameKey } from '../../../storage/rows';
import { answer, inputs } from './fake-background';
import { freshStage, showApp } from './stage';
import { holdPost, MINUTE, record } from './world';

let count = 0;
async function happened(change: Partial<Incident> = {}): Promise<Incident> {
  const at = Date.now() - (count += 1) * MINUTE;
  const incident: Incident = {
    id: `i${count}`, kind: 'mismatch', platform: 'x', host: 'x.com', account: '@northmoor', way: 'xmlhttprequest', digest: 'a'.repeat(64), holdId: null, permalink: null,
    count: 1, firstAt: at, lastAt: at, state: 'open', closed: null, ...change,
  };
  await (await database()).incidents.put({ ...incident, sameKey: sameKey(incident) });
  return incident;
}

const item = (words: RegExp) => page.getByRole('listitem').filter({ hasText: words });
const posted = (witness: WitnessVerdict | null) => holdPost({ patch: { workflow: 'approved', publication: 'sent', receipt: { status: 'sent', at: Date.now(), permalink: null, detail: 'The site answered 200.', saidBy: null, witness } } });

describe('incidents in the popup', () => {
  beforeEach(async () => {
    count = 0;
    await freshStage();
  });

  it('without any, no line is there', async () => {
    await showApp('mara');
    await expect.element(page.getByRole('heading', { name: 'Nothing waiting' })).toBeVisible();
    expect(page.getByText(/incident/).elements()).toEqual([]);
  });

  it('a line counts them and names the newest; the list says what, where, how, when and what to do', async () => {
    const hold = await posted('mismatch');
    await happened({ holdId: hold.id });
    await happened({ kind: 'blocked', platform: 'facebook', host: 'www.facebook.com', account: '', way: 'ping', count: 3 });
    await happened({ kind: 'unmatched', way: 'page', permalink: 'https://x.com/northmoor/status/7' });
    await happened({ state: 'dismissed', closed: { by: 'mara', at: 1, reason: 'Seen.' } });
    await showApp('mara');
    await expect.element(page.getByText('3 incidents.')).toBeVisible();
    await expect.element(page.getByText(/Another text left than was approved/)).toBeVisible();
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await expect.element(item(/Another text left/).getByText(/@northmoor · by a script of the page · /)).toBeVisible();
    await expect.element(item(/Another text left/).getByText(/take it down/)).toBeVisible();
    await expect.element(item(/was stopped/).getByText(/www\.facebook\.com · in the background of the page · .*3 times/)).toBeVisible();
    await expect.element(item(/nobody countersigned/).getByText(/seen on the account’s own page/)).toBeVisible();
    await expect.element(item(/nobody countersigned/).getByRole('button', { name: 'Open post' })).toBeVisible();
    await item(/Another text left/).getByRole('button', { name: 'Open the held post' }).click();
    await expect.element(page.getByText('What was sent differs from what was approved.')).toBeVisible();
  });

  it('an approver closes one with a reason; a refusal stays on the screen', async () => {
    const incident = await happened({ kind: 'unmatched', way: 'page' });
    await showApp('mara');
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await page.getByRole('button', { name: 'Posted elsewhere' }).click();
    const reason = page.getByLabelText('Where, and who knew of it');
    await expect.element(page.getByRole('button', { name: 'Posted elsewhere' })).toBeDisabled();
    await reason.fill('In the scheduler, agreed on Monday.');
    answer((name) => (name === 'incident.close' ? { ok: false, code: 'locked', detail: 'Unlock first.' } : undefined));
    await page.getByRole('button', { name: 'Posted elsewhere' }).click();
    await expect.element(page.getByText('Unlock first.')).toBeVisible();
    answer(() => undefined);
    await page.getByRole('button', { name: 'Posted elsewhere' }).click();
    await vi.waitFor(() => expect(inputs('incident.close').at(-1)).toEqual({ incidentId: incident.id, state: 'elsewhere', reason: 'In the scheduler, agreed on Monday.' }));
  });

  it('an author sees them and closes none', async () => {
    await happened();
    await showApp('lena');
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await expect.element(page.getByText('An approver, a rule owner or an auditor closes this.')).toBeVisible();
    expect(page.getByRole('button', { name: 'Dismiss' }).elements()).toEqual([]);
  });

  it.each<[WitnessVerdict | null, string | null]>([
    ['matched', 'The sent text matches what was approved.'],
    ['mismatch', 'What was sent differs from what was approved.'],
    ['unverified', 'What was sent could not be read.'],
    [null, null],
  ])('a sent post whose witness is %s says so, and nothing more than is known', async (witness, words) => {
    const hold = await posted(witness);
    await record(hold.id, 'device', 'witness.unverified', Date.now(), { way: 'xmlhttprequest', unread: 'withheld', parts: null });
    await showApp('mara');
    await page.getByRole('tab', { name: 'Done' }).click();
    await page.getByRole('button', { name: /Posted/ }).click();
    await expect.element(page.getByRole('tab', { name: /History/ })).toBeVisible();
    if (words) await expect.element(page.getByText(words)).toBeVisible();
    else expect(page.getByText(/(matches what|differs from what|could not be read)/).elements()).toEqual([]);
    await page.getByRole('tab', { name: /History/ }).click();
    await expect.element(page.getByText(/the browser keeps this kind of body to itself/)).toBeVisible();
  });
});
