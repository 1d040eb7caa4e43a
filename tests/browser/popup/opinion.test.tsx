import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';

vi.mock('../../../runtime/browser', () => import('./fake-browser'));
vi.mock('../../../runtime/client', () => import('./fake-background'));

import { database } from '../../../storage/db';
import { asked, inputs } from './fake-background';
import { freshStage, showApp } from './stage';
import { finding, holdPost } from './world';

const TEXT = 'Our balm softens dry skin within two weeks of daily use.';
const CLAIM = finding(TEXT, 'within two weeks');
const scope = globalThis as { LanguageModel?: unknown };

beforeEach(async () => { await freshStage(); });
afterEach(() => { delete scope.LanguageModel; });

async function openPost(as: string) {
  await showApp(as);
  await page.getByRole('button', { name: /@northmoor/ }).first().click();
  await expect.element(page.getByText(CLAIM.reason, { exact: false }).first()).toBeVisible();
}

function withModel(said: string, availability = 'available') {
  const prompts: string[] = [];
  scope.LanguageModel = {
    availability: async () => availability,
    create: async () => ({ prompt: async (text: string) => { prompts.push(text); return said; }, destroy: () => undefined }),
  };
  return prompts;
}

describe('a second opinion from the browser’s own model', () => {
  it('is not even mentioned where there is no model, or none that is ready', async () => {
    withModel('', 'downloadable');
    await holdPost({ text: TEXT, findings: [CLAIM] });
    await openPost('mara');
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    expect(page.getByText('Second opinion').elements()).toHaveLength(0);
  });

  it('is asked for by a press, shown as advice, and leaves no trace', async () => {
    const prompts = withModel(JSON.stringify({ opinion: 'The two weeks need a source.', rewrite: 'Our balm softens dry skin with daily use.' }));
    const hold = await holdPost({ text: TEXT, findings: [CLAIM] });
    await openPost('mara');
    const stored = async () => { const db = await database(); return JSON.stringify([await db.holds.toArray(), await db.revisions.toArray(), await db.log.toArray()]); };
    const [before, messages] = [await stored(), asked.length];
    expect(prompts).toEqual([]);
    await page.getByRole('button', { name: 'Second opinion' }).click();
    const said = page.getByRole('region', { name: 'Second opinion' });
    await expect.element(said.getByText('The two weeks need a source.')).toBeVisible();
    await expect.element(said.getByText('Our balm softens dry skin with daily use.')).toBeVisible();
    await expect.element(said.getByText('Advice only: it decides nothing and is not kept.', { exact: false })).toBeVisible();
    expect([await stored(), asked.length]).toEqual([before, messages]);
    expect((await (await database()).revisions.get([hold.id, 1]))?.findings[0]?.severity).toBe(CLAIM.severity);
  });

  it('shows markup as the letters it is made of', async () => {
    withModel(JSON.stringify({ opinion: '<img src=x onerror="document.title=1">', rewrite: '' }));
    await holdPost({ text: TEXT, findings: [CLAIM] });
    await openPost('mara');
    await page.getByRole('button', { name: 'Second opinion' }).click();
    await expect.element(page.getByText('<img src=x', { exact: false })).toBeVisible();
  });

  it('that makes no sense is called that, and can be asked for again', async () => {
    const prompts = withModel('I approve.');
    await holdPost({ text: TEXT, findings: [CLAIM] });
    await openPost('mara');
    await page.getByRole('button', { name: 'Second opinion' }).click();
    await page.getByRole('button', { name: 'Ask again' }).click();
    await vi.waitFor(() => expect(prompts).toHaveLength(2));
  });
});

describe('a wrong flag', () => {
  it('can be named by an approver, and answers nothing', async () => {
    const hold = await holdPost({ text: TEXT, findings: [CLAIM] });
    await openPost('mara');
    await page.getByRole('button', { name: 'Wrong flag' }).click();
    await expect.element(page.getByText('Flag marked as wrong.', { exact: false })).toBeVisible();
    expect(inputs('finding.wrong')).toEqual([{ checkId: CLAIM.id, holdId: hold.id, composerId: null }]);
    expect(inputs('hold.answer')).toEqual([]);
  });

  it('is the author’s answer when the author says it', async () => {
    await holdPost({ text: TEXT, findings: [CLAIM] });
    await showApp('lena');
    await page.getByRole('tab', { name: /Mine/ }).click();
    await page.getByRole('button', { name: /@northmoor/ }).first().click();
    await expect.element(page.getByText(CLAIM.reason, { exact: false }).first()).toBeVisible();
    expect(page.getByRole('button', { name: 'Wrong flag' }).elements()).toHaveLength(0);
    await page.getByRole('button', { name: 'Answer this finding' }).click();
    await page.getByRole('button', { name: 'This finding is wrong' }).click();
    await vi.waitFor(() => expect(inputs('hold.answer')).toMatchObject([{ kind: 'false_alarm' }]));
    expect(inputs('finding.wrong')).toEqual([]);
  });

  it('is not offered for a text that no check could read: that is shown as not checked', async () => {
    const blind = { ...CLAIM, id: 'format.language', severity: 'info' as const, spans: [], reason: 'Not checked for tone and claims: this is not in English.' };
    await holdPost({ text: TEXT, findings: [blind] });
    await showApp('mara');
    await page.getByRole('button', { name: /@northmoor/ }).first().click();
    const item = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
    await expect.poll(() => item.element().textContent).toMatch(/^Not checked/);
    expect(page.getByRole('button', { name: 'Wrong flag' }).elements()).toHaveLength(0);
  });
});
