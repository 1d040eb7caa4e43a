/** The registry: every built-in adapter, sorted by id. */
import type { Adapter } from './schema';

export const ADAPTERS: readonly Adapter[] = [];
