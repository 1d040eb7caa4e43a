/** Expected failures of this room, as values. */
export type IdentityError = 'wrong-passphrase' | 'too-soon' | 'weak-kdf' | 'bad-vault' | 'unsupported' | 'locked';

export type Result<T> = { ok: true; value: T } | { ok: false; code: IdentityError; detail: string; retryAt?: number };

export function fail(code: IdentityError, detail: string, retryAt?: number): Extract<Result<never>, { ok: false }> {
  return retryAt === undefined ? { ok: false, code, detail } : { ok: false, code, detail, retryAt };
}
