/** Tells gates that something changed. A push is a hint: the gate asks back before it acts. */
import { browser } from '../../runtime/browser';
import type { HoldView, Push } from '../../review/contract';
import type { HoldId } from '../../review/model';
import type { Desk } from '../../storage/desk';
import { readWorld, viewOf } from '../../storage/operations/world';
import { coveredPatterns } from './coverage';

/** Sends to one tab; a tab that is gone or runs no gate is no error. */
export async function pushTo(tabId: number, push: Push, frameId?: number): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, push, frameId === undefined ? undefined : { frameId });
  } catch {
    return undefined;
  }
}

export async function viewHold(desk: Desk, holdId: HoldId): Promise<HoldView | null> {
  const now = desk.now();
  const world = await readWorld(desk, holdId, now);
  return world && viewOf(world, now);
}

/** The newest view of a hold, to the frame that shows it. */
export async function pushHold(desk: Desk, holdId: HoldId): Promise<void> {
  const now = desk.now();
  const world = await readWorld(desk, holdId, now);
  const binding = world?.hold.binding;
  if (world && binding) await pushTo(binding.tabId, { kind: 'hold', view: viewOf(world, now) }, binding.frameId);
}

/** People, rules or sites changed: every covered tab asks again, and those under `also`, which were covered until now. */
export async function pushRules(desk: Desk, also: readonly string[] = []): Promise<void> {
  const url = [...new Set([...(await coveredPatterns(desk)), ...also])];
  if (url.length === 0) return;
  const tabs = await browser.tabs.query({ url });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? null : pushTo(id, { kind: 'rules' }))));
}
