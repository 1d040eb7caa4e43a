import type { Migration } from './index';

/** A team's own phrases, one row each; their version is kept in `meta`. */
export const v4: Migration = { version: 4, stores: { phrases: 'id' } };
