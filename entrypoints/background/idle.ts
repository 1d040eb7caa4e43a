/** How long without use until everybody is signed out: guard.md §5, or what the organisation says instead. */
import { browser } from '../../runtime/browser';
import { readManaged } from '../../storage/queries/managed';
import { armLockAlarm } from './alarms';
import { holdToIdle } from './people';

/** System idle after which everybody is signed out, seconds (guard.md §5). */
export const IDLE_SECONDS = 300;

/** An organisation may ask for another time; the browser takes no less than 15 s. The session that runs is held to it too. */
export async function keepIdleTime(): Promise<void> {
  const { idleMinutes } = (await readManaged()).values;
  browser.idle.setDetectionInterval(idleMinutes === undefined ? IDLE_SECONDS : idleMinutes * 60);
  if (await holdToIdle(idleMinutes === undefined ? null : idleMinutes * 60_000)) await armLockAlarm();
}
