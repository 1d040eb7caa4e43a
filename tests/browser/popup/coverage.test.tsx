/** The foot of the popup: what stands between this tab and a post, and what to do when something is missing. */
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

vi.mock('../../../runtime/browser', () => import('./fake-browser'));
vi.mock('../../../runtime/client', () => import('./fake-background'));

import type { SiteFacts } from '../../../review/coverage/facts';
import type { CoverageLook } from '../../../review/coverage/look';
import { BODY_DECIDES, gate, siteCover, tabCover } from '../covers';
import { answer, inputs } from './fake-background';
import { browser, front, opened } from './fake-browser';
import { freshStage, showApp } from './stage';
import { holdPost } from './world';

const URL_HERE = 'https://x.com/home';
const foot = () => document.querySelector('footer')?.textContent ?? '';

/** Signs Mara in on a tab of X of which the background says this. */
async function showWith(change: Partial<SiteFacts>, missing: string[] = [], width = 400): Promise<void> {
  const sites = [siteCover('x', 'X', change, missing), siteCover('bluesky', 'Bluesky', { tabs: [gate('bsky.app')] })];
  say({ sites, tab: tabCover('x', 'X', 'x.com', change, missing) });
  await showApp('mara', width);
}

const say = (value: CoverageLook) => answer((name) => (name === 'coverage.look' ? { ok: true, value } : undefined));

beforeEach(async () => {
  await freshStage();
  front.tab = { id: 7, url: URL_HERE };
});

describe('the line about this tab', () => {
  it('asks about the page behind the popup and says what stands', async () => {
    await showWith({});
    await expect.poll(foot).toContain('Guarded in this tab. All five layers live.');
    expect(inputs('coverage.look').at(-1)).toEqual({ tab: { id: 7, url: URL_HERE } });
    await page.getByRole('button', { name: '2 of 2 sites' }).click();
    expect(opened.tabs).toEqual(['chrome-extension://countersign/options.html#sites/show/x%7C']);
  });

  it('a lost gate is reloaded by one key press, and nothing else is touched', async () => {
    const close = vi.spyOn(window, 'close').mockReturnValue();
    await showWith({ tabs: [gate('x.com', { gate: 'silent', page: false })] });
    await expect.poll(foot).toContain('the gate is not running in a tab. Nothing is held, and the lock still stops what is sent.');
    (page.getByRole('button', { name: 'Reload this tab' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(close).toHaveBeenCalled());
    expect(opened.reloaded).toEqual([7]);
    close.mockRestore();
  });

  it('withdrawn access is asked back inside the click', async () => {
    await showWith({ given: [], missing: ['x.com'], ...BODY_DECIDES }, ['https://x.com/*']);
    await expect.poll(foot).toContain('X: access was withdrawn. Posts go out without review.');
    await page.getByRole('button', { name: 'Give access back' }).click();
    expect(opened.permissions).toEqual([['https://x.com/*']]);
  });

  it('a composer nobody knows can be taught from here', async () => {
    const close = vi.spyOn(window, 'close').mockReturnValue();
    await showWith({ tabs: [gate('x.com', { composer: 'unrecognised' })] });
    await page.getByRole('button', { name: 'Teach this site' }).click();
    await vi.waitFor(() => expect(inputs('teach.start')).toEqual([{ tabId: 7 }]));
    close.mockRestore();
  });

  it('follows the tab while the popup is open', async () => {
    await showWith({ tabs: [gate('x.com', { late: true })], ...BODY_DECIDES });
    await expect.poll(foot).toContain('a tab was open before Countersign');
    say({ sites: [siteCover('x', 'X', {})], tab: tabCover('x', 'X', 'x.com') });
    await browser.storage.session.set({ coverageTurn: 'next' });
    await expect.poll(foot).toContain('Guarded in this tab.');
  });
});

describe('everybody can read it', () => {
  it.each([['light', 400], ['dark', 400], ['light', 320]])('%s at %i px: in full, without an axe finding, and the posts stay in view', async (theme, width) => {
    await holdPost({ text: 'Spring sale starts Monday' });
    await showWith({ given: [], missing: ['a-very-long-name-of-a-community-server.department.of.regional.development.example.org'], ...BODY_DECIDES }, ['https://x.com/*'], Number(width));
    document.documentElement.dataset['theme'] = String(theme);
    await expect.poll(foot).toContain('Give access back.');
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    const line = document.querySelector('footer') ?? expect.unreachable();
    expect(line.scrollWidth).toBeLessThanOrEqual(line.clientWidth);
    expect(line.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight + 1);
    await expect.element(page.getByRole('button', { name: /Spring sale/ })).toBeInViewport();
    const { violations } = await axe.run(document, { rules: { region: { enabled: false } } });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))).toEqual([]);
  });
});
