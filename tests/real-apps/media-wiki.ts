/**
 * MediaWiki 1.39 on SQLite with WikiEditor and VisualEditor: a native form and a rich editor other people wrote.
 * Source of every setting: reference/real-apps.md, MediaWiki. What was published is asked of the revision history.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CACHE, needProgram } from './places';
import { freePort, startServer } from './server-process';

const run = promisify(execFile);
const PACKAGES = 'mediawiki php8.2-cli php8.2-sqlite3 php8.2-xml php8.2-mbstring php8.2-intl';
const SOURCE = '/usr/share/mediawiki';
const TREE = join(CACHE, 'media-wiki');
export const WIKI_USER = 'Northmoor';
export const WIKI_PASSWORD = 'heather-lantern-causeway';

export interface WikiRevision {
  text: string;
  user: string;
  summary: string;
}

export interface MediaWiki {
  url: string;
  /** Address of the wikitext form of a page. */
  editUrl(title: string): string;
  /** Address of the rich editor on a page. */
  visualUrl(title: string): string;
  /** Newest first, asked of the server, not of the page. Empty when the page does not exist. */
  revisions(title: string): Promise<WikiRevision[]>;
  stop(): Promise<void>;
}

/** A copy of the package's web tree with links followed, installed once with an empty wiki in `template/`. */
async function install(php: string): Promise<void> {
  if (existsSync(join(TREE, 'LocalSettings.php'))) return;
  if (!existsSync(SOURCE)) throw new Error(`MediaWiki is not installed (Debian: ${PACKAGES}).`);
  const half = `${TREE}.part`;
  await rm(half, { recursive: true, force: true });
  await rm(TREE, { recursive: true, force: true });
  await mkdir(join(half, 'template'), { recursive: true });
  await cp(SOURCE, half, { recursive: true, dereference: true, filter: (path) => !path.endsWith('/LocalSettings.php') && !path.endsWith('/mw-config') });
  await run(php, [
    'maintenance/install.php', '--dbtype', 'sqlite', '--dbpath', join(half, 'template'), '--dbname', 'wiki', '--server', 'http://127.0.0.1', '--scriptpath', '',
    '--lang', 'en', '--pass', WIKI_PASSWORD, '--confpath', half, 'Practice wiki', WIKI_USER,
  ], { cwd: half, timeout: 120_000 });
  // Each run has its own address and its own copy of the empty wiki.
  const settings = await readFile(join(half, 'LocalSettings.php'), 'utf8');
  const line = /^\$wgSQLiteDataDir = .*$/m;
  if (!line.test(settings)) throw new Error('The wiki wrote settings without a data folder.');
  await writeFile(join(half, 'LocalSettings.php'), settings.replace(line, "$$wgSQLiteDataDir = getenv( 'COUNTERSIGN_WIKI_DATA' );") + SETTINGS);
  await writeFile(join(half, 'router.php'), ROUTER);
  await run(php, ['maintenance/update.php', '--quick'], { cwd: half, timeout: 120_000, env: { ...process.env, COUNTERSIGN_WIKI_DATA: join(half, 'template') } });
  await rename(half, TREE);
}

const SETTINGS = `
$wgServer = getenv( 'COUNTERSIGN_WIKI_SERVER' ) ?: $wgServer;
wfLoadExtension( 'WikiEditor' );
wfLoadExtension( 'VisualEditor' );
$wgDefaultUserOptions['visualeditor-enable'] = 1;
$wgDefaultUserOptions['visualeditor-hidebetawelcome'] = 1;
$wgDefaultUserOptions['usebetatoolbar'] = 1;
$wgDefaultUserOptions['watchdefault'] = 0;
$wgEnableEmail = false;
$wgJobRunRate = 0;
$wgShowExceptionDetails = true;
`;

export async function startMediaWiki(): Promise<MediaWiki> {
  const php = needProgram(PACKAGES, 'php8.2', 'php');
  await install(php);
  const data = await mkdtemp(join(tmpdir(), 'countersign-wiki-'));
  await cp(join(TREE, 'template'), data, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startServer({
    command: php,
    args: ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, '-t', TREE, join(TREE, 'router.php')],
    cwd: TREE,
    // Loading one page asks for several scripts at once, and the rich editor calls the wiki from inside the wiki.
    env: { PHP_CLI_SERVER_WORKERS: '4', COUNTERSIGN_WIKI_SERVER: url, COUNTERSIGN_WIKI_DATA: data },
    ready: async () => (await fetch(`${url}/api.php?action=query&meta=siteinfo&format=json`)).ok,
  });
  const page = (title: string, query: string): string => `${url}/index.php?title=${encodeURIComponent(title)}&${query}`;
  return {
    url,
    editUrl: (title) => page(title, 'action=edit'),
    visualUrl: (title) => page(title, 'veaction=edit'),
    revisions: async (title) => await readRevisions(url, title),
    stop: async () => {
      await server.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Files are served as they are; everything else is the script named first in the path. */
const ROUTER = `<?php
$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( preg_match( '#^/(index|api|load|rest|thumb)\\.php(/|$)#', $path, $m ) ) {
	$_SERVER['SCRIPT_NAME'] = '/' . $m[1] . '.php';
	require __DIR__ . '/' . $m[1] . '.php';
	return true;
}
if ( $path === '/' ) { require __DIR__ . '/index.php'; return true; }
return false;
`;

async function readRevisions(url: string, title: string): Promise<WikiRevision[]> {
  const query = new URLSearchParams({ action: 'query', prop: 'revisions', titles: title, rvprop: 'content|user|comment', rvslots: 'main', rvlimit: '50', format: 'json', formatversion: '2' });
  const answer = await fetch(`${url}/api.php?${query.toString()}`);
  const body = (await answer.json()) as {
    query?: { pages?: { revisions?: { user: string; comment: string; slots: { main: { content: string } } }[] }[] };
  };
  return (body.query?.pages?.[0]?.revisions ?? []).map((one) => ({ text: one.slots.main.content, user: one.user, summary: one.comment }));
}
