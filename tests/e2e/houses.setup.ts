/** Makes the profiles that every other test copies. When the first run is broken, this is the test that says so. */
import { test } from '@playwright/test';
import { buildHouses } from '../support/houses';

test('two people set up the workspace that the other tests start from', async () => {
  test.setTimeout(180_000);
  await buildHouses();
});
