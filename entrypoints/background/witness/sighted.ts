/** What is known about a publish request between its start and its end. A copy outlives a worker that dies in between. */
import type { Sighting } from '../../../review/witness';
import type { Digest, GrantId, HoldId } from '../../../review/model';
import { readValue, writeValue } from '../../../storage/area';

export interface Sighted {
  platform: string;
  /** '' when the adapter declares no call. */
  publishId: string;
  host: string;
  /** Resource type, as the browser names it. */
  way: string;
  digest: Digest | null;
  /** The address or the content says that it publishes. */
  certain: boolean;
  /** Null: nothing was being released. */
  release: { holdId: HoldId; grantId: GrantId; sighting: Sighting; of: number; unread: string | null } | null;
  /** Went through the window of an account that is left out by name. */
  free: boolean;
  at: number;
}

const KEY = 'sightings';
/** No request of a site takes longer; what is older was never answered. */
const KEPT_MS = 5 * 60_000;

const open = new Map<string, Promise<Sighted | null>>();
let turn: Promise<unknown> = Promise.resolve();

type Kept = Record<string, Sighted>;

/** Read-modify-write, one at a time. A copy that cannot be written only costs the answer of a dead worker. */
function change(edit: (kept: Kept) => Kept): Promise<void> {
  const next = turn.then(async () => writeValue('session', KEY, edit((await readValue<Kept>('session', KEY)) ?? {})));
  turn = next.catch((error: unknown) => console.warn('Countersign: a sighting was not noted.', error));
  return turn as Promise<void>;
}

/** Keeps what a request is found to be, from the moment it starts. */
export function note(requestId: string, coming: Promise<Sighted | null>): void {
  const noted = coming.then(async (sighted) => {
    if (sighted) await change((kept) => ({ ...Object.fromEntries(Object.entries(kept).filter(([, { at }]) => sighted.at - at < KEPT_MS)), [requestId]: sighted }));
    else open.delete(requestId);
    return sighted;
  });
  open.set(requestId, noted);
  noted.catch(() => open.delete(requestId));
}

export const isOpen = (requestId: string): boolean => open.has(requestId);

/** Without forgetting it. */
export async function look(requestId: string): Promise<Sighted | null> {
  const here = open.get(requestId);
  if (here) return here;
  await turn;
  return (await readValue<Kept>('session', KEY))?.[requestId] ?? null;
}

const taking = new Map<string, Promise<Sighted | null>>();

async function takeOne(requestId: string): Promise<Sighted | null> {
  const sighted = await look(requestId);
  open.delete(requestId);
  if (sighted) await change(({ [requestId]: _gone, ...rest }) => rest);
  return sighted;
}

/**
 * Forgets it. One caller gets it: a form post that is answered by a redirect ends twice under the same number, and
 * counted twice it would be a second post that never was.
 */
export async function take(requestId: string): Promise<Sighted | null> {
  const mine = (taking.get(requestId) ?? Promise.resolve()).catch(() => null).then(() => takeOne(requestId));
  taking.set(requestId, mine);
  try {
    return await mine;
  } finally {
    if (taking.get(requestId) === mine) taking.delete(requestId);
  }
}
