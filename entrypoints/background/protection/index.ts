/** Wiring of the protection level: the blocking listener first, then what it needs to know, then the check of itself. */
import { browser } from '../../../runtime/browser';
import type { Desk } from '../../../storage/desk';
import { onManaged } from '../../../storage/queries/managed';
import { aside } from '../after';
import { coveredList } from '../coverage';
import { syncLock } from '../lock/sync';
import { readyDesk } from '../ready';
import { startBlocking } from './blocking';
import { learnCalls } from './calls';
import { protectionNow, renewProtection } from './level';
import { coverRequired } from './required';

/** Reads the covered sites into memory. Called at every start and after each change of what is covered. */
export async function learnSites(desk: Desk): Promise<void> {
  learnCalls(await coveredList(desk));
}

let learned: Promise<void> | null = null;

function learnOnce(): Promise<void> {
  if (!learned) {
    const mine = readyDesk().then(learnSites);
    learned = mine;
    mine.catch(() => { learned = null; });
  }
  return learned;
}

/** The lock first: what is required stays shut before it can be covered. */
async function keepRequired(desk: Desk): Promise<void> {
  await syncLock(desk);
  await coverRequired(desk);
}

/** Before any await of the background's start. */
export function startProtection(): void {
  startBlocking(learnOnce);
  onManaged(() => aside(Promise.all([renewProtection(), readyDesk().then(keepRequired)])));
  browser.permissions.onAdded.addListener(() => aside(readyDesk().then(coverRequired)));
  aside(learnOnce());
  aside(protectionNow());
  aside(readyDesk().then(coverRequired));
}
