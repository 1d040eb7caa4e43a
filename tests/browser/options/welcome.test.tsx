import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

vi.mock('../../../runtime/browser', () => import('./fake-page'));
vi.mock('../../../runtime/client', () => import('./fake-page'));

import { database } from '../../../storage/db';
import type { HoldView } from '../../../review/contract';
import type { Member } from '../../../review/model';
import { answer, asked, calls, inputs, setPolicy } from './fake-page';
import { covered, empty, person, showWelcome, signedIn, usual, workspace } from './seed';

const PASSPHRASE = 'heather lantern causeway otter';
beforeEach(empty);

/** Stores what the background would store, so that the page's live queries see it. */
function storeWorkspace(): void {
  answer(async (name, input) => {
    const db = await database();
    if (name === 'workspace.create' || name === 'member.add') {
      const member = input['member'] as Member;
      if (name === 'workspace.create') await workspace();
      await db.members.put(member);
      await db.vaults.put({ memberId: member.id, vault: input['vault'] });
    }
    return undefined;
  });
}

describe('who signs here', () => {
  test('a weak passphrase keeps the key from being made, and says why', async () => {
    await showWelcome('#identity');
    await page.getByLabelText('Name', { exact: true }).fill('Ana');
    await page.getByLabelText('Passphrase', { exact: true }).fill('password1');
    await expect.element(page.getByRole('button', { name: 'Choose a longer passphrase' })).toHaveAttribute('aria-disabled', 'true');
    expect(asked).toEqual([]);
  });

  test('a good one makes a workspace, a sealed key, and signs the person in', async () => {
    storeWorkspace();
    await showWelcome('#identity');
    await page.getByLabelText('Workspace').fill('Northmoor');
    await page.getByLabelText('Name', { exact: true }).fill('Ana Lima');
    await page.getByLabelText('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Create key' }).click();
    await expect.element(page.getByRole('heading', { name: 'Ana Lima signs here' }), { timeout: 15_000 }).toBeVisible();
    const [made] = inputs('workspace.create');
    expect(made).toMatchObject({ name: 'Northmoor', member: { name: 'Ana Lima', roles: ['author', 'approver', 'ruleOwner'], removedAt: null } });
    expect(JSON.stringify(made)).not.toContain(PASSPHRASE);
    await vi.waitFor(() => expect(inputs('session.changed')).toHaveLength(1));
  });

  test('a refusal is shown in the card and nothing goes on', async () => {
    answer((name) => (name === 'workspace.create' ? { ok: false, code: 'storage-full', detail: '' } : undefined));
    await showWelcome('#identity');
    await page.getByLabelText('Name', { exact: true }).fill('Ana');
    await page.getByLabelText('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Create key' }).click();
    await expect.element(page.getByText('The disk is full. Nothing was saved.')).toBeVisible();
  });
});

describe('choose sites', () => {
  test('nothing is covered before a switch is pressed, and the switch asks for that site only', async () => {
    await usual();
    await showWelcome('#sites');
    await expect.element(page.getByRole('button', { name: 'Continue without a site' })).toBeVisible();
    expect(calls.permissions).toEqual([]);
    await page.getByRole('switch', { name: /^Bluesky/ }).click();
    await vi.waitFor(() => expect(inputs('site.cover')).toEqual([{ platform: 'bluesky', host: null }]));
    expect(calls.permissions).toHaveLength(1);
    // Its own host, and the servers its publish calls go to.
    expect(calls.permissions[0]?.every((origin) => /^https:\/\/(bsky\.app|\*\.host\.bsky\.network)\//.test(origin))).toBe(true);
  });

  test('when the browser says no, the site stays uncovered and the row says so', async () => {
    await usual();
    calls.granting = false;
    await showWelcome('#sites');
    await page.getByRole('switch', { name: /^X/ }).click();
    await expect.element(page.getByText(/was not allowed to run Countersign here/)).toBeVisible();
    expect(inputs('site.cover')).toEqual([]);
  });

  test('a site the organisation requires says so, also when the policy comes late, and stays on', async () => {
    await usual();
    await covered('x');
    await showWelcome('#sites');
    await expect.element(page.getByRole('switch', { name: /^X/ })).toBeEnabled();
    setPolicy({ requiredSites: [{ platform: 'x' }] });
    await expect.element(page.getByRole('switch', { name: /^X.*Set by your organisation/ })).toBeDisabled();
    await expect.element(page.getByRole('switch', { name: /^Bluesky/ })).toBeEnabled();
  });

  test('Mastodon asks for the server and then for that host alone', async () => {
    await usual();
    await showWelcome('#sites');
    await page.getByRole('button', { name: 'Add a server' }).click();
    await page.getByLabelText('Mastodon server').fill('nowhere');
    await page.getByRole('button', { name: 'Ask the browser for this server' }).click();
    await expect.element(page.getByText(/has no domain/)).toBeVisible();
    await page.getByLabelText('Mastodon server').fill('@ana@skin.example');
    await page.getByRole('button', { name: 'Ask the browser for this server' }).click();
    await vi.waitFor(() => expect(inputs('site.cover')).toEqual([{ platform: 'mastodon', host: 'skin.example' }]));
    expect(calls.permissions).toEqual([['https://skin.example/*', 'http://skin.example/*']]);
  });
});

describe('the second person', () => {
  test('is added with a key of their own while the rule owner is signed in', async () => {
    await workspace();
    await person('ana', 'Ana Lima', ['author', 'approver', 'ruleOwner']);
    await signedIn('ana');
    storeWorkspace();
    await showWelcome('#second');
    await page.getByLabelText('Name', { exact: true }).fill('ana lima');
    await expect.element(page.getByText('ana lima already signs here.')).toBeVisible();
    await page.getByLabelText('Name', { exact: true }).fill('Tim Brandt');
    await page.getByLabelText('Passphrase', { exact: true }).fill('granite teaspoon monsoon ladder');
    await page.getByRole('button', { name: 'Create key' }).click();
    await expect.element(page.getByRole('heading', { name: 'Tim Brandt countersigns' }), { timeout: 15_000 }).toBeVisible();
    expect(inputs('member.add')[0]).toMatchObject({ member: { name: 'Tim Brandt', roles: ['author', 'approver'] } });
  });

  test('a pair that could never release anything is warned about', async () => {
    await workspace();
    await person('ana', 'Ana Lima', ['author', 'ruleOwner']);
    await signedIn('ana');
    await showWelcome('#second');
    await page.getByRole('radio', { name: /Writes posts/ }).click();
    await expect.element(page.getByText('Nobody here approves, so no post could ever be released.')).toBeVisible();
  });
});

describe('the practice composer', () => {
  const view = (part: Partial<HoldView>): HoldView => ({
    id: 'h-1', version: 1, revision: 1, digest: '0'.repeat(64), workflow: 'pending', publication: 'unsent', author: { id: 'lena', name: 'Lena Ortiz' }, surface: 'post', accountHandle: '@practice', createdAt: Date.now(),
    text: 'Held words.', title: '', warning: '', note: '', media: [], findings: [], quorum: 1, deadlock: null, returned: null, rejected: null, grant: null, permalink: null, outcomeDetail: '', expiresAt: Date.now() + 1e7,
    lines: [{ person: { id: 'lena', name: 'Lena Ortiz' }, state: 'wrote', at: Date.now(), revision: 1 }, { person: { id: 'mara', name: 'Mara Okafor' }, state: 'open', at: null, revision: null }], ...part,
  });

  test('Post makes a real hold, and after the approval exactly that text is released once', async () => {
    await usual();
    await signedIn('lena');
    let shown = view({});
    answer((name) => {
      if (name === 'hold.create') return { ok: true, value: shown };
      if (name === 'hold.view') return { ok: true, value: shown };
      if (name === 'release.request') return { ok: true, value: { grantId: 'g-1', deadline: Date.now() + 1000 } };
      if (name === 'release.outcome') shown = view({ workflow: 'approved', publication: 'sent' });
      return undefined;
    });
    const bump = async (version: number) => (await database()).holds.put({ id: 'h-1', version, openedBy: [], grantId: null, workspaceId: 'w-1' } as never);
    await bump(1);
    await showWelcome('#practice');
    await page.getByRole('textbox', { name: 'Practice post' }).fill('Held words.');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await expect.element(page.getByText(/approve as Mara Okafor/)).toBeVisible();
    expect(inputs('hold.create')[0]).toMatchObject({ voluntary: false, snapshot: { platform: 'practice', text: 'Held words.', account: { handle: '@practice' } } });
    await page.getByRole('button', { name: 'Open the queue' }).click();
    expect(calls.windows).toEqual(['chrome-extension://countersign/popup.html']);
    expect(inputs('release.request')).toEqual([]);

    shown = view({ workflow: 'approved', grant: { id: 'g-1', notBefore: Date.now() + 1_500, notAfter: Date.now() + 60_000 } });
    await bump(2);
    await expect.element(page.getByText(/Goes out in \d s/)).toBeVisible();
    expect(inputs('release.request')).toEqual([]);
    await vi.waitFor(() => expect(inputs('release.outcome')).toHaveLength(1), { timeout: 6_000 });
    expect(inputs('release.request')).toHaveLength(1);
    expect(inputs('release.request')[0]).toMatchObject({ snapshot: { text: 'Held words.' } });
    await bump(3);
    await expect.element(page.getByRole('heading', { name: 'Posted' })).toBeVisible();
    expect(inputs('release.request')).toHaveLength(1);
  });

  test('without a second approver the button says what is missing', async () => {
    await workspace();
    await person('ana', 'Ana Lima', ['author', 'approver', 'ruleOwner']);
    await signedIn('ana');
    await showWelcome('#practice');
    await expect.element(page.getByRole('button', { name: 'Add a second person to post' })).toBeDisabled();
  });

  test('a reload finds the held post again', async () => {
    await usual();
    await signedIn('lena');
    answer((name) => (name === 'hold.view' ? { ok: true, value: view({}) } : undefined));
    await (await database()).holds.put({ id: 'h-1', version: 1, openedBy: [], grantId: null, workspaceId: 'w-1' } as never);
    await showWelcome('#practice/h-1');
    await expect.element(page.getByRole('heading', { name: 'Held for review' })).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Practice post' })).toHaveValue('Held words.');
  });
});

test('the whole first run can be walked with the keyboard', async () => {
  await showWelcome();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Who signs here?' })).toHaveFocus();
});
