import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';

vi.mock('../../../runtime/browser', () => import('./fake-page'));
vi.mock('../../../runtime/client', () => import('./fake-page'));

import type { CheckView } from '../../../review/contract';
import { database } from '../../../storage/db';
import { answer } from './fake-page';
import { empty, showOptions, usual } from './seed';

const LIST: CheckView[] = [
  { id: 'link.shortener', about: 'Short links that hide where they lead.', source: 'Google style guide', severities: ['warn'] },
  { id: 'risk.secret', about: 'Passwords and keys.', source: 'CWE-798', severities: ['block', 'hold'] },
  { id: 'risk.pii', about: 'Personal data.', source: 'GDPR', severities: ['hold'] },
];

beforeEach(async () => {
  await empty();
  await usual();
  answer((name) => (name === 'checks.list' ? { ok: true, value: LIST } : undefined));
});

async function flags(checkId: string, fired: number, wrong: number): Promise<void> {
  await (await database()).flags.bulkPut(Array.from({ length: fired }, (_, n) => ({ place: `h${n}`, checkId, wrong: n < wrong ? 1 as const : 0 as const })));
}
const section = () => page.getByRole('region', { name: 'Checks' });

describe('the checks on the rules page', () => {
  test('each says what it looks for, where that comes from, how heavy it weighs and how often it was right', async () => {
    await flags('risk.secret', 38, 3);
    await showOptions('#rules');
    await section().getByText('Risk', { exact: true }).click();
    const row = section().getByRole('row', { name: /Passwords and keys/ });
    await expect.element(row).toBeVisible();
    expect(row.element().textContent).toMatch(/Passwords and keys\..*risk\.secret.*CWE-798.*Block\s*or less.*Precision 92 %, 3 of 38 marked wrong/);
    expect(section().getByRole('row', { name: /Personal data/ }).element().textContent).toContain('Not seen yet');
  });

  test('the figures follow what people mark, without a reload and without a name', async () => {
    await flags('link.shortener', 9, 0);
    await showOptions('#rules');
    await expect.element(section().getByText('1 check, 9 flags on held posts, 0 marked wrong')).toBeVisible();
    await flags('link.shortener', 10, 1);
    await expect.element(section().getByText('1 check, 10 flags on held posts, 1 marked wrong')).toBeVisible();
    expect(section().element().textContent).not.toMatch(/Mara|Lena/);
  });

  test('when the background does not answer, that is said and can be tried again', async () => {
    let broken = true;
    answer((name) => {
      if (name !== 'checks.list') return undefined;
      return broken ? { ok: false, code: 'timeout', detail: 'The background did not answer.' } : { ok: true, value: LIST };
    });
    await showOptions('#rules');
    await expect.element(section().getByText('The background did not answer.', { exact: false })).toBeVisible();
    broken = false;
    await section().getByRole('button', { name: 'Try again' }).click();
    await expect.element(section().getByText('Links', { exact: true })).toBeVisible();
  });
});
