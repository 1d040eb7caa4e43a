import type { Migration } from './index';

interface OldHold {
  receipt: { witness?: string | null } | null;
}

/**
 * Incidents, and the posts already known on an account's own pages. Receipts say whether the network saw the approved
 * text leave; of earlier ones nobody knows, so they say null.
 */
export const v3: Migration = {
  version: 3,
  // open: [state+lastAt] · the same thing again: [sameKey+lastAt]
  stores: { incidents: 'id, [state+lastAt], [sameKey+lastAt]', seenPosts: 'key' },
  async upgrade(transaction) {
    await transaction.table('holds').toCollection().modify((hold: OldHold) => {
      if (hold.receipt) hold.receipt.witness = null;
    });
  },
};
