import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';

vi.mock('../../../runtime/browser', () => import('./fake-page'));
vi.mock('../../../runtime/client', () => import('./fake-page'));

import type { ProtectionView } from '../../../review/contract';
import { answer, browser, inputs } from './fake-page';
import { empty, showOptions, usual } from './seed';

const GUARDED: ProtectionView = { protection: { level: 'guarded', expected: null, trouble: null, at: Date.now() }, managed: { values: {}, problems: [], known: true } };
let view: ProtectionView;

beforeEach(async () => {
  await empty();
  await usual();
  view = GUARDED;
  answer((name) => (name === 'protection.view' ? { ok: true, value: view } : undefined));
});

const organisation = () => page.getByRole('region', { name: 'Set by your organisation' });

test('the level is said with what it does, and can be checked again', async () => {
  await showOptions('#protection');
  await expect.element(page.getByRole('heading', { name: 'Guarded', exact: true })).toBeVisible();
  await expect.poll(() => organisation().query()?.textContent).toContain('Nothing is set for this browser.');
  await page.getByRole('button', { name: 'Check again' }).click();
  await vi.waitFor(() => expect(inputs('protection.view').at(-1)).toEqual({ again: true }));
});

test('a browser that has not named its policies yet is no browser without any, and what the background hears later is shown', async () => {
  view = { ...GUARDED, managed: { values: {}, problems: [], known: false } };
  await showOptions('#protection');
  await expect.poll(() => organisation().query()?.textContent).toContain('has not named its policies yet');
  view = { protection: { level: 'guarded', expected: 'organisation', trouble: 'Expected Enforced, but the browser does not let us block.', at: Date.now() }, managed: { values: { idleMinutes: 2 }, problems: [], known: true } };
  await browser.storage.session.set({ protection: view.protection });
  await expect.poll(() => page.getByRole('alert').query()?.textContent).toContain('Expected Enforced');
  await expect.poll(() => organisation().query()?.textContent).toContain('2 minutes without use');
});
