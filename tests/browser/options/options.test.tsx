import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

vi.mock('../../../runtime/browser', () => import('./fake-page'));
vi.mock('../../../runtime/client', () => import('./fake-page'));

import { x, xNotes } from '../../../platforms/x';
import type { RuleSet } from '../../../review/model';
import { database } from '../../../storage/db';
import { BODY_DECIDES, gate, siteCover } from '../covers';
import { account, covered, empty, log, look, person, showOptions, signedIn, usual, workspace } from './seed';
import { answer, asked, browser, calls, inputs } from './fake-page';

beforeEach(empty);

/** X's composers on a host of their own. Calls of another host would be refused: they would lock that one. */
const MY_FORUM = { ...x, ...xNotes, id: 'my-forum', title: 'My forum', hosts: ['https://forum.example/*'], surfaces: x.surfaces.map((surface) => ({ ...surface, publish: ['save'] })), publish: [{ id: 'save', method: 'POST', url: '^https://forum\\.example/api/posts$', transport: 'request', bodyType: 'json', text: ['text'] }], passThrough: [] };

/** What was asked for, besides looking. */
const commands = () => asked.map(({ name }) => name).filter((name) => name !== 'coverage.look');

/** The background's part in `rules.set`: version check and store. */
function storeRules(): void {
  answer(async (name, input) => {
    if (name !== 'rules.set') return undefined;
    const db = await database();
    const now = await db.workspace.get('w-1');
    if (!now || now.rules.version !== input['base']) return { ok: false, code: 'stale', detail: '' };
    const rules = { ...(input['rules'] as RuleSet), version: now.rules.version + 1 };
    await db.workspace.put({ ...now, rules });
    return { ok: true, value: { version: rules.version } };
  });
}

describe('who may change things', () => {
  test('without a workspace every page points to the first run', async () => {
    await showOptions('#rules');
    await page.getByRole('button', { name: 'Start the first run' }).click();
    expect(calls.tabs).toEqual(['chrome-extension://countersign/welcome.html']);
  });

  test('while locked the controls are closed and say why', async () => {
    await usual();
    await signedIn(null);
    await showOptions('#rules');
    await expect.element(page.getByText('Sign in as Mara Okafor to change the rules.')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Undo window, seconds' })).toBeDisabled();
    expect(inputs('rules.set')).toEqual([]);
  });

  test('somebody who owns no rules is told who does', async () => {
    await usual();
    await signedIn('lena');
    await showOptions('#sites');
    await expect.element(page.getByText('Lena Ortiz is signed in. Only a rule owner can switch sites on or off: Mara Okafor.')).toBeVisible();
    await expect.element(page.getByRole('switch', { name: /^Bluesky/ })).toHaveAttribute('aria-disabled', 'true');
  });

  test('a wrong passphrase keeps the dialog open with the reason', async () => {
    await usual();
    await signedIn(null);
    await showOptions('#rules');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabelText('Passphrase', { exact: true }).fill('not it');
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
    await expect.element(page.getByText('This browser does not hold the key of this person.')).toBeVisible();
  });
});

describe('sites and coverage', () => {
  test('a page that is not recognised is an alert with its consequence, and a mark in the rail', async () => {
    await usual();
    await covered('facebook');
    look([siteCover('facebook', 'Facebook', { tabs: [gate('www.facebook.com', { composer: 'unrecognised' })], ...BODY_DECIDES })]);
    await showOptions('#sites');
    await expect.poll(() => page.getByRole('alert').element().textContent).toContain('Facebook: the composer was not recognised.Posts go out without review.');
    await expect.element(page.getByRole('link', { name: /Sites & coverage/ })).toHaveAccessibleName(/1 not covered/);
  });

  test('a row opens to five layers, each with a shape, a word and a sentence, by keyboard', async () => {
    await usual();
    await covered('facebook');
    look([siteCover('facebook', 'Facebook', { tabs: [gate('www.facebook.com')], ...BODY_DECIDES })]);
    await showOptions('#sites');
    const row = page.getByRole('button', { name: /^Facebook/ });
    await expect.element(row).toHaveAttribute('aria-expanded', 'false');
    (row.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(row).toHaveAttribute('aria-expanded', 'true');
    const opened = document.getElementById(row.element().getAttribute('aria-controls') ?? '');
    expect([...(opened?.querySelectorAll('dt') ?? [])].map((term) => term.textContent)).toEqual(['Intent', 'Lock', 'One-shot', 'Witness', 'Read-back']);
    expect(opened?.textContent).toContain('Its 3 publishing calls are not locked. One address serves publishing and reading');
    expect(opened?.textContent).toContain('Guarded.');
    expect(new Set([...(opened?.querySelectorAll('[data-word] use') ?? [])].map((use) => use.getAttribute('href'))).size, 'two words, two shapes').toBe(2);
    await userEvent.keyboard('{Enter}');
    expect(opened?.hidden).toBe(true);
  });

  test('what the browser took away is asked back inside the click, for exactly those hosts, by anybody', async () => {
    await usual();
    await signedIn(null);
    await covered('bluesky');
    look([siteCover('bluesky', 'Bluesky', { given: [], missing: ['bsky.app'] }, ['https://bsky.app/*'])]);
    await showOptions('#sites');
    await expect.poll(() => page.getByRole('alert').query()?.textContent).toContain('Nothing is held, and the lock still stops what is sent.');
    await page.getByRole('alert').getByRole('button', { name: 'Give access back' }).click();
    expect(calls.permissions).toEqual([['https://bsky.app/*']]);
    expect(inputs('site.cover')).toEqual([]);
    await expect.element(page.getByRole('row', { name: /^Bluesky/ }).getByText('Lock only')).toBeVisible();
  });

  test('the page looks again when the background says that something changed', async () => {
    await usual();
    await covered('bluesky');
    look([siteCover('bluesky', 'Bluesky', { tabs: [gate('bsky.app')] })]);
    await showOptions('#sites/show/bluesky%7C');
    await expect.element(page.getByText('The composer and the acting account are recognised.')).toBeVisible();
    look([siteCover('bluesky', 'Bluesky', { tabs: [gate('bsky.app', { gate: 'silent', page: false, composer: '' })] })]);
    await browser.storage.session.set({ coverageTurn: 'next' });
    await expect.poll(() => page.getByRole('alert').query()?.textContent).toContain('A tab on bsky.app does not answer. Reload that tab.');
  });

  test('a site that is off claims nothing', async () => {
    await usual();
    look([siteCover('bluesky', 'Bluesky', {})]);
    await showOptions('#sites');
    await expect.element(page.getByRole('row', { name: /^Bluesky/ }).getByText('Off', { exact: true }).first()).toBeVisible();
    expect(page.getByRole('button', { name: /^Bluesky/ }).query()).toBeNull();
  });

  test('switching off tells the background and gives the permission back', async () => {
    await usual();
    await covered('bluesky');
    await showOptions('#sites');
    await page.getByRole('switch', { name: /^Bluesky/ }).click();
    await vi.waitFor(() => expect(calls.returned).toHaveLength(1));
    expect(inputs('site.uncover')).toEqual([{ platform: 'bluesky', host: null }]);
  });

  test('an adapter that is not one is refused line by line, and nothing is asked of the browser', async () => {
    await usual();
    await showOptions('#sites/add/import');
    await page.getByLabelText('Adapter file').fill('{\n  "schemaVersion": 1,\n  "id": "My Forum",\n  "run": "alert(1)"\n}');
    await expect.element(page.getByText(/Nothing was saved/)).toBeVisible();
    await expect.element(page.getByText('Line 4')).toBeVisible();
    expect(commands()).toEqual([]);
    expect(calls.permissions).toEqual([]);
  });

  test('a good one is shown in words first, then asks for its hosts, then is covered', async () => {
    await usual();
    answer((name) => (name === 'adapter.import' ? { ok: true, value: { adapterId: 'my-forum' } } : undefined));
    await showOptions('#sites/add/import');
    await page.getByLabelText('Adapter file').fill(JSON.stringify(MY_FORUM, null, 2));
    await expect.poll(() => page.getByRole('region', { name: 'What this adapter does' }).element().textContent).toMatch(/My forum.*forum\.example/);
    expect(commands()).toEqual([]);
    await page.getByRole('button', { name: 'Allow and cover this site' }).click();
    await vi.waitFor(() => expect(inputs('site.cover')).toEqual([{ platform: 'my-forum', host: null }]));
    expect(calls.permissions).toEqual([['https://forum.example/*']]);
  });

  test('an adapter cannot take the place of a built-in one', async () => {
    await usual();
    await showOptions('#sites/add/import');
    await page.getByLabelText('Adapter file').fill(JSON.stringify({ ...x, ...xNotes }));
    await expect.element(page.getByText('“x” is built in. Give the file another id.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Choose another id to save' })).toHaveAttribute('aria-disabled', 'true');
  });

  test('teaching asks for the one host, opens the page and starts there', async () => {
    await usual();
    await showOptions('#sites/add/teach');
    await page.getByRole('textbox', { name: /Address of a page/ }).fill('https://forum.example/t/1');
    await page.getByRole('button', { name: 'Ask the browser and open it' }).click();
    await vi.waitFor(() => expect(inputs('teach.start')).toEqual([{ tabId: 41 }]));
    expect(calls.permissions).toEqual([['https://forum.example/*', 'http://forum.example/*']]);
    expect(calls.tabs).toEqual(['https://forum.example/t/1']);
    const db = await database();
    await db.adapters.put({ id: 'forum', adapter: { ...x, ...xNotes, id: 'forum', title: 'Forum' }, host: 'forum.example', addedAt: Date.now() });
    await expect.element(page.getByText(/“Forum” was learned/)).toBeVisible();
  });

  test('a refused permission teaches nothing', async () => {
    await usual();
    calls.granting = false;
    await showOptions('#sites/add/teach');
    await page.getByRole('textbox', { name: /Address of a page/ }).fill('forum.example');
    await page.getByRole('button', { name: 'Ask the browser and open it' }).click();
    await expect.element(page.getByText(/was not allowed to run Countersign here/)).toBeVisible();
    expect(calls.tabs).toEqual([]);
  });
});

describe('people and accounts', () => {
  test('the matrix outlines whose posts nobody could release, and says so', async () => {
    await usual({ accounts: [account({ approvers: ['jo'] })] });
    await person('jo', 'Jo Lindqvist', ['author', 'approver']);
    await showOptions('#people');
    await expect.element(page.getByText('If Jo Lindqvist writes on @northmoor, the post can be held but never released: nobody else may approve.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: /Jo Lindqvist on @northmoor: both\. Own posts could never be released here/ })).toBeVisible();
  });

  test('Enter on a cell changes who approves there, and arrows move between cells', async () => {
    await usual({ accounts: [account({})] });
    await person('tim', 'Tim Brandt', ['approver']);
    storeRules();
    await showOptions('#people');
    const cell = page.getByRole('button', { name: /^Tim Brandt on @northmoor/ });
    await expect.element(cell).toHaveAttribute('aria-pressed', 'true');
    (await cell.findElement() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(cell).toHaveAttribute('aria-pressed', 'false');
    await vi.waitFor(() => expect(inputs('rules.set')[0]).toMatchObject({ base: 1, rules: { accounts: [{ approvers: ['mara'] }] } }));
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('button', { name: /^Tim Brandt on Every other account/ })).toHaveFocus();
  });

  test('leaving a private account out is one choice, saved at once', async () => {
    await usual({ accounts: [account({})] });
    storeRules();
    await showOptions('#people/x%3Anorthmoor');
    await page.getByRole('radio', { name: /Left out/ }).click();
    await vi.waitFor(() => expect(inputs('rules.set')[0]).toMatchObject({ rules: { accounts: [{ account: 'northmoor', covered: false }] } }));
  });

  test('the account shown on an open page is added without a password', async () => {
    await usual();
    await covered('x');
    calls.openTabs = [{ id: 7, url: 'https://x.com/home', title: 'Home / X' }];
    answer((name, input) => {
      if (name === 'account.seen') return { ok: true, value: { platform: 'x', account: { id: 'NorthMoor', handle: '@NorthMoor' } } };
      return name === 'rules.set' ? { ok: true, value: { version: Number(input['base']) + 1 } } : undefined;
    });
    await showOptions('#people');
    await page.getByRole('button', { name: 'Add account' }).click();
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByRole('button', { name: 'Give it a rule' }).click();
    await vi.waitFor(() => expect(inputs('rules.set')[0]).toMatchObject({ rules: { accounts: [{ platform: 'x', account: 'northmoor', handle: '@NorthMoor', covered: true }] } }));
    expect(inputs('account.seen')).toEqual([{ tabId: 7 }]);
  });

  test('removing somebody says what becomes impossible before it is done', async () => {
    await usual();
    await person('jo', 'Jo Lindqvist', ['author', 'approver']);
    await showOptions('#people');
    await page.getByRole('button', { name: /^Mara Okafor Approver/ }).click();
    await page.getByRole('button', { name: 'Remove…' }).click();
    await expect.poll(() => page.getByRole('dialog').element().textContent).toMatch(/If Jo Lindqvist writes .* nobody else may approve/);
    expect(inputs('member.remove')).toEqual([]);
    await page.getByRole('button', { name: 'Remove Mara Okafor' }).click();
    await vi.waitFor(() => expect(inputs('member.remove')).toEqual([{ memberId: 'mara' }]));
  });
});

describe('rules', () => {
  test('a number out of bounds is not saved and says what is allowed (TI6)', async () => {
    await usual();
    storeRules();
    await showOptions('#rules');
    const undo = page.getByRole('textbox', { name: 'Undo window, seconds' });
    await undo.fill('61');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Undo window: Between 0 and 60 seconds.')).toBeVisible();
    expect(inputs('rules.set')).toEqual([]);
    await undo.fill('30');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Saved')).toBeVisible();
    expect(inputs('rules.set')).toMatchObject([{ base: 1, rules: { undoMs: 30_000 } }]);
  });

  test('two quick changes are saved one after the other, each on the version before it', async () => {
    await usual();
    storeRules();
    await showOptions('#rules');
    await page.getByRole('switch', { name: 'Look before approving' }).click();
    await page.getByRole('switch', { name: 'A suggestion taken word for word counts' }).click();
    await vi.waitFor(() => expect(inputs('rules.set').map((input) => input['base'])).toEqual([1, 2]));
    await vi.waitFor(async () => expect((await (await database()).workspace.get('w-1'))?.rules).toMatchObject({ version: 3, requireSeen: false, approveIfTaken: false }));
  });

  test('when somebody else was faster, the newest rules are shown and nothing is overwritten', async () => {
    await usual();
    let first = true;
    answer(async (name) => {
      if (name !== 'rules.set' || !first) return undefined;
      first = false;
      const db = await database();
      const now = await db.workspace.get('w-1');
      if (now) await db.workspace.put({ ...now, rules: { ...now.rules, version: 2, undoMs: 45_000 } });
      return { ok: false, code: 'stale', detail: '' };
    });
    await showOptions('#rules');
    const undo = page.getByRole('textbox', { name: 'Undo window, seconds' });
    await undo.fill('5');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/Somebody changed this in the meantime/)).toBeVisible();
    await expect.element(undo).toHaveValue('45');
  });
});

describe('audit', () => {
  test('an empty log says so, and one entry is one row', async () => {
    await usual();
    await showOptions('#audit');
    await expect.element(page.getByText('Nothing recorded yet')).toBeVisible();
    await log([{ type: 'rules.changed', body: { version: 2 } }]);
    await expect.element(page.getByRole('button', { name: /Mara Okafor changed the rules/ })).toBeVisible();
  });

  test('a thousand entries keep only what is in view in the page, and the filter looks at all of them', async () => {
    await usual();
    await log([{ type: 'site.covered', body: { platform: 'bluesky' } }, ...Array.from({ length: 1_499 }, (_, index) => ({ type: 'hold.opened' as const, actor: 'lena', holdId: `h-${index}` }))]);
    await showOptions('#audit');
    await expect.element(page.getByText('1,500 entries on this computer', { exact: false })).toBeVisible();
    await expect.poll(() => document.querySelectorAll('ol > li').length).toBeGreaterThan(10);
    expect(document.querySelectorAll('ol > li').length).toBeLessThan(120);
    await page.getByRole('searchbox', { name: 'Search the log' }).fill('bluesky');
    await expect.element(page.getByRole('button', { name: /switched on Bluesky/ })).toBeVisible();
    await expect.element(page.getByText('1 of 1,500')).toBeVisible();
  });

  test('verification says what was found, and a broken chain is named', async () => {
    await usual();
    await log([{ type: 'workspace.created', body: { name: 'Northmoor' } }]);
    answer((name) => (name === 'log.verify' ? { ok: true, value: { ok: false, entries: 0, problem: 'Entry 1 was changed after it was written.' } } : undefined));
    await showOptions('#audit');
    await page.getByRole('button', { name: 'Verify chain' }).click();
    await expect.element(page.getByText('Entry 1 was changed after it was written.')).toBeVisible();
    answer(() => ({ ok: true, value: { ok: true, entries: 1, problem: null } }));
    await page.getByRole('button', { name: 'Verify again' }).click();
    await expect.element(page.getByText('Chain unbroken, 1 entries')).toBeVisible();
  });

  test('an entry opens to everything that was sealed', async () => {
    await usual();
    await log([{ type: 'decision.recorded', body: { kind: 'approve', revision: 1, digest: 'abc123' }, holdId: 'h-9' }]);
    await showOptions('#audit');
    await page.getByRole('button', { name: /approved version 1/ }).click();
    await expect.element(page.getByText('abc123')).toBeVisible();
    await expect.element(page.getByText('h-9')).toBeVisible();
  });
});

test('appearance and density hold for every later visit', async () => {
  await usual();
  await showOptions('#appearance');
  await page.getByRole('radio', { name: /^Dark/ }).click();
  await page.getByRole('radio', { name: /^Compact/ }).click();
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', density: 'compact' });
  expect([localStorage.getItem('appearance'), localStorage.getItem('density'), localStorage.getItem('single-key-shortcuts')]).toEqual(['dark', 'compact', 'off']);
});

test('the page that explains the limits names the version', async () => {
  await workspace();
  await showOptions('#about');
  await expect.element(page.getByText(`Countersign ${browser.runtime.getManifest().version}`)).toBeVisible();
  await expect.element(page.getByText('Removing the extension', { exact: true })).toBeVisible();
});
