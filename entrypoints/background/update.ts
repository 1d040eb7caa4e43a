/** An update of the extension waits while a release is going on (guard.md §3.2). */
import { browser } from '../../runtime/browser';
import { readValue, writeValue } from '../../storage/area';
import { closeDatabase } from '../../storage/db';
import { mirrorSettled } from '../../storage/mirror';
import { RELEASE_MS } from '../../storage/operations/release';
import { readyDesk } from './ready';

const WAITING = 'updateWaiting';

async function releasing(): Promise<boolean> {
  const desk = await readyDesk();
  const soon = desk.now() + RELEASE_MS;
  return (await desk.db.holds.where('dueAt').belowOrEqual(soon).filter(({ publication }) => publication === 'releasing').count()) > 0;
}

export async function noteUpdate(): Promise<void> {
  await writeValue('session', WAITING, true);
  await reloadIfIdle();
}

/** Reloads when an update waits and nothing is half-way out. Asked again after every outcome. */
export async function reloadIfIdle(): Promise<void> {
  if (!(await readValue<boolean>('session', WAITING)) || (await releasing())) return;
  await mirrorSettled();
  await closeDatabase();
  browser.runtime.reload();
}
