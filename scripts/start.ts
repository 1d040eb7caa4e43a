/**
 * `npm start`: a real Chromium with the extension on the practice community site.
 * Without a display (or with --walk) it walks the whole story by itself, prints each step with what the
 * site's server received, and leaves screenshots in .output/walk/.
 */
import { mkdirSync } from 'node:fs';
import { listen } from '../tests/sites/serve';
import { TestBrowser } from '../tests/support/browser';
import { buildFresh } from './build-fresh';
import { prepareBrowser } from './machine';
import { walk } from './walk';

const PORT = 8117;
const PROFILE = '.cache/start-profile';
const hasDisplay = process.platform === 'win32' || process.platform === 'darwin' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const alone = process.argv.includes('--walk') || !hasDisplay;

prepareBrowser();
buildFresh();

if (alone) {
  const served = await listen('practice');
  try {
    const { passed, failed } = await walk(served.site, served.url);
    console.log(JSON.stringify({ passed, failed }));
    process.exitCode = failed ? 1 : 0;
  } finally {
    await served.close();
  }
} else {
  await open();
}

async function open(): Promise<void> {
  // The same address every time, so that a workspace made yesterday still covers the site today.
  const served = await listen('practice', PORT).catch(() => listen('practice'));
  mkdirSync(PROFILE, { recursive: true });
  const browser = await TestBrowser.open({ profile: PROFILE, headless: false });
  const [first] = browser.context.pages();
  const site = first ?? (await browser.context.newPage());
  await site.goto(served.url);
  // The first start opens the welcome page by itself; later ones show it again, because it tells what to do next.
  await browser.opened('welcome.html');
  console.log(`
Countersign is running in this window.

  1  Set up the workspace on the welcome page, with a second person.
  2  Cover the practice site: Sites & coverage, Add a site, import tests/sites/practice/adapter.json
     for ${new URL(served.url).host}.
  3  Write a post on ${served.url} and press Post. It is held.
  4  Open Countersign from the toolbar, sign in as the second person, and approve.

Close the browser to end. The workspace is kept in ${PROFILE}; delete that folder to start over.
`);
  let posts = 0;
  const tell = setInterval(() => {
    for (const post of served.site.posts().slice(posts)) console.log(`The practice site's server received a post: “${post.text}”`);
    posts = served.site.posts().length;
  }, 500);
  await new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
  clearInterval(tell);
  await served.close();
}
