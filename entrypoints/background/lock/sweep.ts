/** Removes every allow rule there is. Imports nothing but the way to the browser, so that it can run first. */
import { net } from './api';

let swept: Promise<void> | null = null;

async function sweep(): Promise<void> {
  const left = await net().getSessionRules();
  if (left.length > 0) await net().updateSessionRules({ removeRuleIds: left.map(({ id }) => id), addRules: [] });
}

/** Once per worker life; nothing opens before it is done. A sweep that failed is tried again by whoever needs it next. */
export function bootSweep(): Promise<void> {
  const mine = (swept ??= sweep());
  mine.catch(() => {
    if (swept === mine) swept = null;
  });
  return mine;
}

/** The same at any other time: every window is closed at once. */
export function sweepNow(): Promise<void> {
  swept = null;
  return bootSweep();
}
