/** Which protection level is really active, found out at the start of a browser session and whenever somebody asks again. */
import { judgeProtection } from '../../../review/protection';
import type { Protection } from '../../../review/protection';
import type { Managed } from '../../../review/managed';
import { readValue, writeValue } from '../../../storage/area';
import { PROTECTION } from '../../../storage/session-store';
import { readManaged } from '../../../storage/queries/managed';
import { mayBlock } from './blocking';
import { probe } from './probe';


/** Firefox can always; a build that asks for blocking is made for it; else the organisation says. */
function expectedBy({ expectedLevel }: Managed): Protection['expected'] {
  if (expectedLevel === 'guarded') return null;
  if (expectedLevel === 'enforced') return 'organisation';
  if (!mayBlock()) return null;
  return import.meta.env.FIREFOX ? 'browser' : 'build';
}

let running: Promise<Protection> | null = null;

async function check(now: () => number): Promise<Protection> {
  const { values } = await readManaged();
  const found = judgeProtection(mayBlock() ? await probe() : 'untried', expectedBy(values), now());
  if (found.trouble !== null) console.error(`Countersign: ${found.trouble}`);
  await writeValue('session', PROTECTION, found);
  return found;
}

/** Runs the check. Two at once are one. */
export function checkProtection(now: () => number = Date.now): Promise<Protection> {
  running ??= check(now).finally(() => { running = null; });
  return running;
}

/** A policy came or changed: a check that runs may have read the one before. */
export async function renewProtection(): Promise<Protection> {
  await running?.catch(() => null);
  return await checkProtection();
}

/** What the check found in this browser session; checks when it has not. Session storage ends with the browser, so a restart checks anew. */
export async function protectionNow(): Promise<Protection> {
  return (await readValue<Protection>('session', PROTECTION)) ?? (await checkProtection());
}
