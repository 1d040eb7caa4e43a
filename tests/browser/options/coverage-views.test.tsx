/** Coverage is readable by everybody: in both themes, on narrow pages, with long words, by screen reader. */
import axe from 'axe-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';

vi.mock('../../../runtime/browser', () => import('./fake-page'));
vi.mock('../../../runtime/client', () => import('./fake-page'));

import type { SiteCover } from '../../../review/coverage/look';
import { BODY_DECIDES, gate, siteCover } from '../covers';
import { covered, empty, look, showOptions, usual } from './seed';

beforeEach(empty);

const LONG = 'a-very-long-name-of-a-community-server.department.of.regional.development.example.org';

/** Every situation the row knows, at once. */
async function everything(): Promise<SiteCover[]> {
  await usual();
  for (const platform of ['x', 'linkedin', 'facebook', 'bluesky']) await covered(platform);
  await covered('mastodon', LONG);
  await covered('mastodon', 'skin.example');
  const sites = [
    siteCover('x', 'X', { tabs: [gate('x.com')] }),
    siteCover('linkedin', 'LinkedIn', { tabs: [gate('www.linkedin.com', { composer: 'unrecognised' })], calls: { requests: 2, sockets: 0, forms: 0, unreadable: ['comment'], readBack: null } }),
    siteCover('facebook', 'Facebook', { tabs: [gate('www.facebook.com')], ...BODY_DECIDES, calls: { requests: 3, sockets: 0, forms: 0, unreadable: [], readBack: 'notice' } }),
    siteCover('bluesky', 'Bluesky', { given: [], missing: ['bsky.app'], ...BODY_DECIDES }, ['https://bsky.app/*']),
    siteCover('mastodon', 'Mastodon', {}, [], 'skin.example'),
    siteCover('mastodon', 'Mastodon', { tabs: [gate(LONG, { gate: 'blocked', page: false })] }, [], LONG),
  ];
  look(sites);
  return sites;
}

async function openAll(): Promise<void> {
  await expect.poll(() => document.querySelectorAll('button[aria-expanded]').length).toBeGreaterThanOrEqual(6);
  for (const button of document.querySelectorAll<HTMLButtonElement>('tbody button[aria-expanded="false"][aria-controls]')) button.click();
  await expect.poll(() => document.querySelectorAll('tbody button[aria-expanded="true"]').length).toBe(6);
}

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document, { rules: { region: { enabled: false } } });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

describe.each(['light', 'dark'])('%s', (theme) => {
  test.each([1280, 800, 480])('%i px wide: no axe finding, and nothing wider than the page', async (width) => {
    await everything();
    await showOptions('#sites', width);
    document.documentElement.dataset['theme'] = theme;
    await openAll();
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const wide = [...document.querySelectorAll('dl > div')].filter((layer) => layer.scrollWidth > layer.clientWidth + 1);
    expect(wide.map((layer) => layer.textContent)).toEqual([]);
  });
});

test('a screen reader hears layer, word and sentence of every cell, also where only shapes are drawn', async () => {
  await everything();
  await showOptions('#sites', 800);
  await openAll();
  const cells = [...document.querySelectorAll('td [data-word]')].filter((cell) => cell.checkVisibility());
  expect(cells.length).toBeGreaterThan(30);
  for (const cell of cells) expect(cell.textContent).toMatch(/^(Intent|Lock|One-shot|Witness|Read-back): (Live|Partly|Down|Unseen|Not used)\. $|^(Live|Partly|Down|Unseen|Not used)$/);
});
