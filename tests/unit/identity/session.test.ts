import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { generateDeviceKey, signBytes, verifyBytes } from '../../../identity/keys';
import { ABSOLUTE_MS, IDLE_MS, agreeIdle, current, delayAfter, lock, peek, signingKey, unlock } from '../../../identity/session';
import { sealKey } from '../../../identity/vault';
import type { SessionState, SessionStore, Tries, TriesStore } from '../../../identity/session';
import type { Vault } from '../../../identity/vault';

const NOW = 1_800_000_000_000;
const PHRASE = 'quiet lantern ferry moss';
const KDF = { name: 'argon2id' as const, memory: 19 * 1024, passes: 2, lanes: 1, salt: 'BwcHBwcHBwcHBwcHBwcHBw' };

let publicKey: string;
let vault: Vault;
let state: SessionState | null;
let wrong: Map<string, Tries>;
const store: SessionStore = { get: async () => state, set: async (next) => { state = next; }, clear: async () => { state = null; } };
const tries: TriesStore = { get: async (id) => wrong.get(id) ?? null, set: async (id, next) => { wrong.set(id, next); }, clear: async (id) => { wrong.delete(id); } };

beforeAll(async () => {
  const made = await generateDeviceKey();
  publicKey = made.publicKey;
  vault = await sealKey(made.pkcs8, PHRASE, 'ben', KDF);
});
beforeEach(() => {
  state = null;
  wrong = new Map();
});
const enter = (phrase = PHRASE, now = NOW) => unlock(store, vault, phrase, now, tries);

describe('signing in', () => {
  test('unlocks for a while and yields a key that signs and cannot be exported', async () => {
    expect(await enter()).toMatchObject({ ok: true, value: { memberId: 'ben', unlockedAt: NOW, idleUntil: NOW + IDLE_MS, absoluteUntil: NOW + ABSOLUTE_MS } });
    const key = await signingKey(store, vault, NOW + 1);
    if (!key.ok) throw new Error(key.detail);
    expect(key.value.extractable).toBe(false);
    expect(await verifyBytes(publicKey, new Uint8Array([1]), await signBytes(key.value, new Uint8Array([1])))).toBe(true);
  });

  test('a wrong passphrase leaves the session locked', async () => {
    expect(await enter('wrong')).toMatchObject({ ok: false, code: 'wrong-passphrase' });
    expect(state).toBeNull();
    expect(await signingKey(store, vault, NOW)).toMatchObject({ ok: false, code: 'locked' });
  });

  test('another person\'s vault is not opened by my session', async () => {
    await enter();
    expect(await signingKey(store, { ...vault, memberId: 'chi' }, NOW)).toMatchObject({ ok: false, code: 'locked' });
  });
});

describe('the deadline, checked at every use', () => {
  test('idle time locks, use puts it off', async () => {
    await enter();
    expect(await current(store, NOW + IDLE_MS - 1)).not.toBeNull();
    expect(await current(store, NOW + 2 * IDLE_MS - 2)).not.toBeNull();
    expect(await current(store, NOW + 4 * IDLE_MS)).toBeNull();
    expect(state).toBeNull();
  });

  test('an organisation\'s idle time counts from the last use, also for a session that runs already', async () => {
    await enter();
    await current(store, NOW + 30_000);
    expect(await agreeIdle(store, 60_000, NOW + 40_000)).toBe(true);
    expect(state).toMatchObject({ idleMs: 60_000, idleUntil: NOW + 90_000 });
    expect(await agreeIdle(store, 60_000, NOW + 41_000), 'nothing to change').toBe(false);
    expect(await current(store, NOW + 50_000)).toMatchObject({ idleUntil: NOW + 110_000 });
    expect(await peek(store, NOW + 110_000)).toBeNull();
  });

  test('a shorter idle time that has passed already locks, and the own one comes back when the policy goes', async () => {
    await enter();
    await agreeIdle(store, 3_600_000, NOW);
    expect(await peek(store, NOW + 2 * IDLE_MS)).not.toBeNull();
    expect(await agreeIdle(store, null, NOW + 2 * IDLE_MS)).toBe(true);
    expect(state?.idleMs).toBeUndefined();
    expect(await peek(store, NOW + 2 * IDLE_MS)).toBeNull();
    expect(await agreeIdle(store, 60_000, NOW), 'nobody is signed in').toBe(false);
  });

  test('no idle time outlasts the absolute deadline', async () => {
    await enter();
    await agreeIdle(store, 60 * 60_000, NOW);
    expect(await current(store, NOW + ABSOLUTE_MS)).toBeNull();
  });

  test('looking without using does not put it off', async () => {
    await enter();
    expect(await peek(store, NOW + IDLE_MS - 1)).not.toBeNull();
    expect(await peek(store, NOW + IDLE_MS)).toBeNull();
  });

  test('the absolute deadline stands, however busy the person is', async () => {
    await enter();
    let now = NOW;
    while (now + IDLE_MS - 1 < NOW + ABSOLUTE_MS) expect(await current(store, (now += IDLE_MS - 1))).not.toBeNull();
    expect(state?.idleUntil).toBe(NOW + ABSOLUTE_MS);
    expect(await current(store, NOW + ABSOLUTE_MS)).toBeNull();
    expect(await signingKey(store, vault, NOW + ABSOLUTE_MS)).toMatchObject({ code: 'locked' });
  });

  test('a clock set back before the sign-in ends the session, small corrections do not', async () => {
    await enter();
    expect(await current(store, NOW - 60_000)).not.toBeNull();
    expect(await current(store, NOW - 180_000)).toBeNull();
  });

  test('after locking nothing can be signed', async () => {
    await enter();
    await lock(store);
    expect(await signingKey(store, vault, NOW + 1)).toMatchObject({ code: 'locked' });
  });
});

describe('wrong passphrases', () => {
  test('cost nothing at first, then a growing pause with an upper limit', () => {
    expect([0, 4, 5, 6, 7, 11].map(delayAfter)).toEqual([0, 0, 10_000, 20_000, 40_000, 640_000]);
    expect([12, 40, 5_000].map(delayAfter)).toEqual([900_000, 900_000, 900_000]);
  });

  test('the fifth in a row starts the pause, even the right passphrase waits it out, and success forgets it', async () => {
    for (let at = 1; at <= 4; at += 1) expect(await enter('wrong')).not.toHaveProperty('retryAt');
    expect(await enter('wrong')).toMatchObject({ code: 'wrong-passphrase', retryAt: NOW + 10_000 });
    expect(await enter(PHRASE, NOW + 9_999)).toMatchObject({ code: 'too-soon', retryAt: NOW + 10_000 });
    expect(await enter('wrong', NOW + 10_000)).toMatchObject({ code: 'wrong-passphrase', retryAt: NOW + 30_000 });
    expect((await enter(PHRASE, NOW + 30_000)).ok).toBe(true);
    expect(wrong.size).toBe(0);
  });

  test('a try counts before it is judged, so closing the window is no way around', async () => {
    wrong.set('ben', { wrong: 4, notBefore: 0 });
    const running = enter('wrong');
    await Promise.resolve();
    await Promise.resolve();
    expect(wrong.get('ben')).toEqual({ wrong: 5, notBefore: NOW + 10_000 });
    await running;
  });

  test('an empty field and a damaged vault are no wrong try', async () => {
    expect(await enter('')).toMatchObject({ code: 'wrong-passphrase' });
    expect(await unlock(store, { ...vault, kdf: { ...KDF, memory: 8 } }, PHRASE, NOW, tries)).toMatchObject({ code: 'weak-kdf' });
    expect(wrong.get('ben')?.wrong).toBe(0);
  });

  test('a pause written by a clock far ahead does not lock anybody out', async () => {
    wrong.set('ben', { wrong: 6, notBefore: NOW + 365 * 86_400_000 });
    expect((await enter()).ok).toBe(true);
  });
});
