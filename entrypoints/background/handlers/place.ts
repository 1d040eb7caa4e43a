/** Where a message comes from, and whether that place may speak about this hold. */
import { refuse } from '../../../storage/commit';
import type { Refusal } from '../../../storage/commit';
import type { Desk } from '../../../storage/desk';
import { readHold, readRevision } from '../../../storage/read-rows';
import type { StoredHold } from '../../../storage/rows';
import type { Answer, Input } from '../../../review/contract';
import type { Binding, Snapshot, Target } from '../../../review/model';
import type { Caller } from '../callers';
import type { Ask } from '../serve';
import type { ComposerPlace } from '../typed';

/** The welcome page's own composer; the only platform an extension page may hold for. */
export const PRACTICE = 'practice';

export function placeOf(caller: Caller, composerId: string): ComposerPlace {
  return { tabId: caller.tabId ?? -1, frameId: caller.from === 'gate' ? caller.frameId : 0, composerId };
}

export function bindingOf(caller: Caller, composerId: string, url: string): Binding {
  const documentId = caller.from === 'gate' ? caller.documentId : null;
  return { ...placeOf(caller, composerId), url, ...(documentId === null ? {} : { documentId }) };
}

type Captured = Input<'hold.create'>['snapshot'];

/** A message may spell "absent" as undefined; our types leave the key out. */
export function targetOf(target: Captured['target']): Target | null {
  return target && { id: target.id, ...(target.label === undefined ? {} : { label: target.label }), ...(target.url === undefined ? {} : { url: target.url }) };
}

/** The capture with the origin the browser vouches for, or a refusal when this place does not have such a composer. */
export function trustedSnapshot({ caller, sites }: Ask, captured: Captured): Answer<Snapshot> {
  const snapshot: Snapshot = { ...captured, target: targetOf(captured.target) };
  if (caller.from === 'page') {
    return snapshot.platform === PRACTICE ? { ok: true, value: snapshot } : refuse('not-allowed', 'A page of Countersign can hold practice posts only.');
  }
  if (!sites.some(({ platform }) => platform === snapshot.platform)) return refuse('not-covered', `"${snapshot.platform}" is not covered here.`);
  return { ok: true, value: { ...snapshot, origin: caller.origin } };
}

/** A gate sees the holds of its own origin and no others; pages see all. */
export async function visibleHold(desk: Desk, caller: Caller, holdId: string): Promise<{ ok: true; hold: StoredHold } | Refusal> {
  const hold = await readHold(desk.db, holdId);
  if (!hold) return refuse('no-such-hold', 'This held post does not exist.');
  if (caller.from === 'page') return { ok: true, hold };
  const { manifest } = await readRevision(desk.db, holdId, hold.revision);
  return manifest.origin === caller.origin ? { ok: true, hold } : refuse('not-allowed', 'This held post belongs to another site.');
}
