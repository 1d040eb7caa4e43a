/** A workspace with an author and an approver, set up through the welcome page as a person would. */
import type { TestBrowser } from './browser';
import { LENA, MARA, WelcomePage } from './pages';

export const BUILT_IN_SITES = ['X', 'LinkedIn', 'Facebook', 'Bluesky'];
const MASTODON_HOST = '127.0.0.1';

/** Goes through the first run as a person would. The last page stays open on the practice step. */
export async function setUpWorkspace(browser: TestBrowser, people = { author: LENA, approver: MARA }, sites: string[] = []): Promise<WelcomePage> {
  const welcome = await WelcomePage.open(browser);
  await welcome.start();
  await welcome.createWorkspace('Northmoor', people.author);
  for (const title of sites) await welcome.cover(title);
  if (sites.length) await welcome.coverServer('Mastodon', MASTODON_HOST);
  await welcome.continueFromSites();
  await welcome.addSecond(people.approver);
  return welcome;
}
