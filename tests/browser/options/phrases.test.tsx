import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

vi.mock('../../../runtime/browser', () => import('./fake-page'));
vi.mock('../../../runtime/client', () => import('./fake-page'));

import type { StoredPhrase, TeamPhrase } from '../../../review/phrases';
import { database } from '../../../storage/db';
import { answer, inputs } from './fake-page';
import { empty, showOptions, signedIn, usual } from './seed';

/** The background's part in `phrases.change`: version check and store. */
function storePhrases(): void {
  answer(async (name, input) => {
    if (name !== 'phrases.change') return undefined;
    const db = await database();
    const { put, drop, base } = input as { put: TeamPhrase[]; drop: string[]; base: number };
    const version = ((await db.meta.get('phrases'))?.value as { version: number } | undefined)?.version ?? 0;
    if (version !== base) return { ok: false, code: 'stale', detail: '' };
    await db.transaction('rw', db.phrases, db.meta, async () => {
      await db.phrases.bulkDelete(drop);
      await db.phrases.bulkPut(put.map((phrase): StoredPhrase => ({ ...phrase, addedAt: Date.now(), stoppedAt: null })));
      await db.meta.put({ name: 'phrases', value: { version: version + 1 } });
    });
    return { ok: true, value: { version: version + 1 } };
  });
}

const stored = (id: string, text: string, more: Partial<StoredPhrase> = {}): StoredPhrase => ({ id, kind: 'phrase', text, severity: 'hold', words: '', replacement: '', platforms: [], from: null, until: null, addedAt: 1, stoppedAt: null, ...more });
async function has(...phrases: StoredPhrase[]): Promise<void> {
  const db = await database();
  await db.phrases.bulkPut(phrases);
  await db.meta.put({ name: 'phrases', value: { version: 1 } });
}
const all = async () => (await database()).phrases.toArray();
const dialog = () => page.getByRole('dialog');
const rows = () => page.getByRole('list', { name: /^Team phrases/ }).getByRole('button');

beforeEach(async () => {
  await empty();
  await usual();
  storePhrases();
});

describe('the list of team phrases', () => {
  test('is reached from the rules, which say how many there are', async () => {
    await has(stored('a', 'falcon'), stored('b', 'gannet'));
    await showOptions('#rules');
    const section = page.getByRole('region', { name: 'Team phrases' });
    await expect.element(section.getByText('2 phrases of your own.', { exact: false })).toBeVisible();
    await section.getByRole('link', { name: 'Open the list' }).click();
    await expect.element(page.getByRole('heading', { name: 'Team phrases' })).toBeVisible();
    await page.getByRole('link', { name: 'Rules', exact: true }).first().click();
    await expect.element(page.getByRole('region', { name: 'Checks' })).toBeVisible();
  });

  test('while it is empty it says what belongs there, and the first phrase is one press away', async () => {
    await showOptions('#rules/phrases');
    await page.getByRole('button', { name: 'Add the first' }).click();
    await dialog().getByLabelText('Look for').fill('Project Falcon');
    await dialog().getByLabelText('Authors read').fill('Not announced yet.');
    await dialog().getByLabelText('Write instead').fill('our new boat');
    await dialog().getByRole('button', { name: 'Bluesky' }).click();
    await dialog().getByRole('button', { name: 'Add phrase' }).click();
    await expect.poll(() => rows().first().element().textContent).toMatch(/Project Falcon.*Not announced yet\..*Could be: “our new boat”.*Whole words.*Bluesky/);
    expect(inputs('phrases.change')).toEqual([{ base: 0, drop: [], put: [{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), kind: 'phrase', text: 'Project Falcon', severity: 'hold', words: 'Not announced yet.', replacement: 'our new boat', platforms: ['bluesky'], from: null, until: null }] }]);
  });

  test('a phrase is changed and deleted where it stands', async () => {
    await has(stored('a', 'falcon'), stored('b', 'gannet', { addedAt: 2 }));
    await showOptions('#rules/phrases');
    await rows().nth(0).click();
    expect((dialog().getByLabelText('Look for').element() as HTMLInputElement).value).toBe('gannet');
    await dialog().getByLabelText('Look for').fill('goose');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => rows().nth(0).element().textContent).toMatch(/goose/);
    await rows().nth(1).click();
    await dialog().getByRole('button', { name: 'Delete' }).click();
    await expect.poll(async () => (await all()).map(({ text }) => text)).toEqual(['goose']);
    await expect.poll(() => rows().elements().length).toBe(1);
  });

  test('search and kind narrow it, and say how far', async () => {
    await has(stored('a', 'falcon', { words: 'Ask Mara.' }), stored('b', 'gann.t', { kind: 'pattern' }), stored('c', 'goose'));
    await showOptions('#rules/phrases');
    await page.getByRole('searchbox', { name: 'Search the phrases' }).fill('mara');
    await expect.element(page.getByText('1 of 3')).toBeVisible();
    await expect.poll(() => rows().first().element().textContent).toMatch(/falcon/);
    await page.getByRole('searchbox', { name: 'Search the phrases' }).fill('heron');
    await page.getByRole('button', { name: 'Show every phrase' }).click();
    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: /^Pattern/ }).click();
    await expect.poll(() => rows().first().element().textContent).toMatch(/gann\.t/);
    expect(rows().elements()).toHaveLength(1);
  });

  test('ten thousand phrases are listed by drawing a few, and are searched while typing', async () => {
    await has(...Array.from({ length: 10_000 }, (_, n) => stored(`p${n}`, `name ${String(n).padStart(5, '0')}`)));
    await showOptions('#rules/phrases');
    await expect.element(page.getByText('10,000 of at most 10,000.', { exact: false })).toBeVisible();
    await expect.poll(() => rows().first().element().textContent).toMatch(/name 00000/);
    expect(rows().elements().length).toBeLessThan(60);
    window.scrollTo(0, document.documentElement.scrollHeight);
    await expect.element(page.getByText('name 09999')).toBeVisible();
    window.scrollTo(0, 0);
    await page.getByRole('searchbox', { name: 'Search the phrases' }).fill('07777');
    await expect.element(page.getByText('1 of 10,000')).toBeVisible();
    await page.getByLabelText('Try it', { exact: true }).fill('Is name 01234 in here?');
    await expect.element(page.getByText('is a phrase on this team’s list.', { exact: false })).toBeVisible();
    expect(page.getByRole('main').element().querySelector('mark')?.textContent).toContain('name 01234');
  });

  test('while locked it can be read and tried, and the changes are closed and say why', async () => {
    await has(stored('a', 'falcon'));
    await signedIn(null);
    await showOptions('#rules/phrases');
    await expect.element(page.getByText('Sign in as Mara Okafor to change the phrases.')).toBeVisible();
    await rows().first().click();
    await expect.element(dialog().getByLabelText('Look for')).toBeDisabled();
    await expect.element(dialog().getByRole('button', { name: 'Sign in to change this' })).toHaveAttribute('aria-disabled', 'true');
    expect(inputs('phrases.change')).toEqual([]);
  });

  test('when somebody else was faster, that is said and nothing is lost', async () => {
    await has(stored('a', 'falcon'));
    answer((name) => (name === 'phrases.change' ? { ok: false, code: 'stale', detail: '' } : undefined));
    await showOptions('#rules/phrases');
    await page.getByRole('button', { name: 'Add phrase' }).click();
    await dialog().getByLabelText('Look for').fill('gannet');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog().getByText('Somebody changed this in the meantime.', { exact: false })).toBeVisible();
    expect((dialog().getByLabelText('Look for').element() as HTMLInputElement).value).toBe('gannet');
  });
});

describe('a phrase while it is written', () => {
  test('a pattern is judged with the reason in words, and is not saved', async () => {
    await showOptions('#rules/phrases');
    await page.getByRole('button', { name: 'Add the first' }).click();
    await dialog().getByRole('combobox', { name: 'As' }).click();
    await page.getByRole('option', { name: /^Pattern/ }).click();
    await dialog().getByLabelText('Look for').fill('(?=a)b');
    await expect.element(dialog().getByText('The pattern cannot be read', { exact: false })).toBeVisible();
    await dialog().getByLabelText('Look for').fill('a*');
    await expect.element(dialog().getByText('it would match everywhere', { exact: false })).toBeVisible();
    await dialog().getByRole('button', { name: 'Add phrase' }).click();
    expect(inputs('phrases.change')).toEqual([]);
    await dialog().getByLabelText('Look for').fill('[A-Z]{3}-\\d{4}');
    await dialog().getByLabelText('Try it').fill('case ABC-1234 is open');
    await expect.element(dialog().getByText('is a pattern on this team’s list.', { exact: false })).toBeVisible();
    expect(dialog().element().querySelector('mark')?.textContent).toContain('ABC-1234');
    await dialog().getByRole('button', { name: 'Add phrase' }).click();
    await expect.poll(async () => (await all()).map(({ kind, text }) => `${kind} ${text}`)).toEqual(['pattern [A-Z]{3}-\\d{4}']);
  });

  test('a pattern that ran out of time is announced, and saving it switches it on again', async () => {
    await has(stored('slow', '(.*a){9}b', { kind: 'pattern', stoppedAt: Date.now() }));
    await showOptions('#rules');
    await expect.element(page.getByText('One pattern was switched off because it took too long.', { exact: false })).toBeVisible();
    await page.getByRole('link', { name: 'Mend it' }).click();
    await expect.poll(() => page.getByRole('alert').element().textContent).toMatch(/A pattern was switched off: it took too long\./);
    await page.getByRole('button', { name: 'Open it' }).click();
    await dialog().getByRole('button', { name: 'Switch on again' }).click();
    await expect.poll(async () => (await all())[0]?.stoppedAt).toBe(null);
    await expect.poll(() => page.getByRole('alert').elements().length).toBe(0);
  });
});

describe('a list from elsewhere', () => {
  test('lines with a problem are named and stay to be mended; the good ones are added', async () => {
    await has(stored('a', 'falcon'));
    await showOptions('#rules/phrases');
    await page.getByRole('button', { name: 'Import' }).click();
    await dialog().getByLabelText('Phrases').fill('text,kind,severity\nFalcon,phrase,hold\ngannet,phrase,block\ngoose,wrods,hold\n(,pattern,hold\n');
    await expect.element(dialog().getByText('1 line is good, 1 is in the list already, 2 lines have a problem.')).toBeVisible();
    await expect.element(dialog().getByText('“wrods” is no kind.', { exact: false })).toBeVisible();
    expect(dialog().getByRole('list', { name: 'Lines with a problem' }).element().textContent).toMatch(/Line 4.*Line 5/);
    await dialog().getByRole('button', { name: 'Add 1 phrase' }).click();
    await expect.poll(async () => (await all()).map(({ text, severity }) => `${text} ${severity}`).sort()).toEqual(['falcon hold', 'gannet block']);
    await expect.poll(() => (dialog().getByLabelText('Phrases').element() as HTMLTextAreaElement).value).toBe('text,kind,severity\ngoose,wrods,hold\n(,pattern,hold');
  });

  test('it may take the place of the whole list, in one change', async () => {
    await has(stored('a', 'falcon'), stored('b', 'gannet'));
    await showOptions('#rules/phrases');
    await page.getByRole('button', { name: 'Import' }).click();
    await dialog().getByLabelText('Phrases').fill('falcon\nheron');
    await dialog().getByRole('checkbox', { name: /Delete the 2 phrases/ }).click();
    await dialog().getByRole('button', { name: 'Replace the list with 2 phrases' }).click();
    await expect.poll(async () => (await all()).map(({ text }) => text).sort()).toEqual(['falcon', 'heron']);
    expect(inputs('phrases.change')).toHaveLength(1);
  });
});
