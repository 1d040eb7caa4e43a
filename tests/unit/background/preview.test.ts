/** A form's preview is the same composer at another address: same tab, same path, still naming what is written to. */
import { beforeEach, expect, test } from 'vitest';
import { ask, boot, gateIn, good, makePerson, ORIGIN, press, setUp, snapshot, unlockAs } from '../../support/background';
import type { Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
const EDIT = `${ORIGIN}/index.php?title=Harbour&action=edit`;
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben);
});

async function heldAt(url: string, target: { id: string } | null = { id: 'Harbour' }): Promise<string> {
  const words = 'The ferry leaves at nine.';
  return good(await press(rig, 7, words, { snapshot: snapshot(words, { url, target }) })).id;
}
const shownAt = async (url: string, tabId = 7): Promise<string[]> => good(await ask(rig, gateIn(tabId), 'gate.hello', { url, top: true })).mine.map(({ id }) => id);

test('the preview of a held edit in the same tab shows the hold', async () => {
  const id = await heldAt(EDIT);
  expect(await shownAt(`${ORIGIN}/index.php?title=Harbour&action=submit`)).toEqual([id]);
});

test.each([
  ['another path', `${ORIGIN}/wiki.php?title=Harbour&action=submit`],
  ['another thing written to', `${ORIGIN}/index.php?title=Ferry&action=submit`],
  ['an address that names nothing', `${ORIGIN}/index.php`],
  ['no address at all', 'about:blank'],
])('%s in the same tab is not the preview', async (_what, url) => {
  await heldAt(EDIT);
  expect(await shownAt(url)).toEqual([]);
});

test('the same preview in another tab is somebody else’s, also for the author; the address itself is not', async () => {
  const id = await heldAt(EDIT);
  expect(await shownAt(`${ORIGIN}/index.php?title=Harbour&action=submit`, 8)).toEqual([]);
  expect(await shownAt(EDIT, 8)).toEqual([id]);
  await unlockAs(rig, ben);
  expect(await shownAt(EDIT, 8)).toEqual([]);
});

test('a front page is everybody’s path, so it is never a preview', async () => {
  await heldAt(`${ORIGIN}/?title=Harbour`);
  expect(await shownAt(`${ORIGIN}/?title=Harbour&preview=1`)).toEqual([]);
});

test('a post that writes to nothing in particular has no preview', async () => {
  await heldAt(`${ORIGIN}/new?step=`, null);
  expect(await shownAt(`${ORIGIN}/new?step=&preview=`)).toEqual([]);
});
