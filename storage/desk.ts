/** What an operation needs from outside: the store, the clock, fresh ids and a way to check signatures. */
import type { Decision, Member } from '../review/model';
import type { CountersignDb } from './db';
import type { Mirror } from './mirror';
import type { LogKey } from './rows';

export interface Desk {
  db: CountersignDb;
  /** Identity of this store, kept in the mirror. */
  epoch: string;
  logKey: LogKey;
  /** Unix ms. */
  now: () => number;
  /** Fresh id, 128 bit. */
  newId: () => string;
  /** Whether the signature is that member's over exactly this body. Called before a transaction, never inside. */
  verifies: (decision: Decision, member: Member) => Promise<boolean>;
  /** What the mirror last said about sites and set-up, to save reading it again; null until the first commit. */
  mirrored: Pick<Mirror, 'sites' | 'adapters' | 'setUp'> | null;
}
