/**
 * What can go wrong with the store, as values. HOUSE promise 5: each of them holds the post and says so.
 * Source: guard.md §4.1 (quota, open failure, wiped stores) and §4.4 (fault list).
 */
export type StorageCode = 'storage-failed' | 'storage-full';

export class StorageFault extends Error {
  override readonly name = 'StorageFault';
  readonly code: StorageCode;

  constructor(code: StorageCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }
}

/** Names that IndexedDB and Dexie use when the store itself, not our logic, is at fault. */
const STORE_ERRORS = new Set([
  'OpenFailedError', 'VersionError', 'DatabaseClosedError', 'MissingAPIError', 'InvalidStateError', 'UnknownError', 'AbortError',
  'TimeoutError', 'TransactionInactiveError', 'DataError', 'DataCloneError', 'ConstraintError', 'BulkError', 'UpgradeError', 'SchemaError',
  'NotFoundError', 'ReadOnlyError', 'InternalError', 'PrematureCommitError', 'SecurityError', 'InvalidAccessError',
]);

/** The error and everything it wraps (Dexie keeps the cause in `inner`, a bulk error in `failures`). */
function* causes(error: unknown, depth = 0): Generator<{ name: string; message: string }> {
  if (depth > 5 || typeof error !== 'object' || error === null) return;
  const { name, message, inner, cause, failures } = error as { name?: unknown; message?: unknown; inner?: unknown; cause?: unknown; failures?: unknown };
  yield { name: String(name ?? ''), message: String(message ?? '') };
  yield* causes(inner, depth + 1);
  yield* causes(cause, depth + 1);
  if (Array.isArray(failures)) yield* causes(failures[0], depth + 1);
}

/** Turns whatever Dexie threw into a fault, or null when the error is not the store's: then it is a bug. */
export function storageFault(error: unknown): StorageFault | null {
  if (error instanceof StorageFault) return error;
  const chain = [...causes(error)];
  if (chain.some(({ name, message }) => name === 'QuotaExceededError' || /quota/i.test(message))) {
    return new StorageFault('storage-full', 'The disk or the browser’s storage is full. Free some space; the post stays held.', { cause: error });
  }
  const known = chain.find(({ name }) => STORE_ERRORS.has(name));
  if (!known) return null;
  return new StorageFault('storage-failed', `Countersign cannot use its store (${known.name}). The post stays held.`, { cause: error });
}
