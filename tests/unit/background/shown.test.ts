/** Where a hold is shown: a closed tab shows nothing, and its address is kept for Mine. */
import { afterEach, expect, test, vi } from 'vitest';
import { boot, good, makePerson, press, setUp, URL_HERE } from '../../support/background';
import type { Rig } from '../../support/background';

afterEach(() => vi.useRealTimers());

async function held(): Promise<{ rig: Rig; id: string }> {
  const rig = await boot();
  await setUp(rig, await makePerson('ana', 'Ana', ['author', 'ruleOwner']), await makePerson('ben', 'Ben', ['approver']));
  return { rig, id: good(await press(rig, 7, 'Doors open at nine.')).id };
}

async function bindingOf(id: string) {
  const { database } = await import('../../../storage/db');
  return (await (await database()).holds.get(id))?.binding;
}

test('a closed tab lets go of its holds and leaves their address', async () => {
  const { rig, id } = await held();
  expect(await bindingOf(id)).toMatchObject({ tabId: 7, url: URL_HERE });
  for (const tab of [8, 7]) {
    for (const listener of rig.fake.browser.tabs.onRemoved.listeners) (listener as (tabId: number) => void)(tab);
    await rig.settled();
    expect(await bindingOf(id)).toMatchObject({ tabId: tab === 7 ? -1 : 7, url: URL_HERE });
  }
});

test('a worker that starts again keeps what its tabs show; after a restart of the browser those numbers mean nothing', async () => {
  const { rig, id } = await held();
  await rig.die();
  expect(await bindingOf(id)).toMatchObject({ tabId: 7 });
  await rig.fake.browser.storage.session.remove('tabsKnown');
  await rig.die();
  expect(await bindingOf(id)).toMatchObject({ tabId: -1, url: URL_HERE });
});
