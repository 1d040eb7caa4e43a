import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../review/digest';
import { encodeLogHash } from '../../../review/encoding';
import { FIRST_PREV, logHash, verifyLog } from '../../../review/log';
import { judgeClock } from '../../../review/clock';
import type { LogEntry } from '../../../review/model';
import { NOW } from './build';

const sign = (hash: string) => `sig:${new TextDecoder().decode(encodeLogHash(hash))}`;
const verifySig = (hash: string, sig: string) => Promise.resolve(sig === sign(hash));

async function chain(length: number): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const draft = { seq, prev: entries.at(-1)?.hash ?? FIRST_PREV, at: NOW + seq, type: 'hold.opened' as const, actor: 'ben', holdId: `h${seq}`, body: { number: seq, nested: { b: 1, a: [true, null] } } };
    const hash = await logHash(draft);
    entries.push({ ...draft, hash, sig: sign(hash) });
  }
  return entries;
}

const TOUCH: ((entry: LogEntry) => LogEntry)[] = [
  (entry) => ({ ...entry, at: entry.at + 1 }), (entry) => ({ ...entry, type: 'hold.noted' }), (entry) => ({ ...entry, actor: 'chi' }), (entry) => ({ ...entry, holdId: null }),
  (entry) => ({ ...entry, body: { ...entry.body, number: 0 } }), (entry) => ({ ...entry, seq: entry.seq + 1 }), (entry) => ({ ...entry, prev: '1'.repeat(64) }), (entry) => ({ ...entry, hash: '1'.repeat(64) }), (entry) => ({ ...entry, sig: 'x' }),
];

describe('the log (promise 8)', () => {
  test('an honest log verifies, an empty one too', async () => {
    expect(await verifyLog(await chain(20), verifySig)).toEqual({ ok: true, entries: 20, problem: null });
    expect(await verifyLog([], verifySig)).toEqual({ ok: true, entries: 0, problem: null });
  });

  test('hashes the canonical entry without its hash and signature', async () => {
    const [entry] = await chain(1);
    expect(entry?.hash).toBe(await sha256Hex(`{"actor":"ben","at":${NOW + 1},"body":{"nested":{"a":[true,null],"b":1},"number":1},"holdId":"h1","prev":"${FIRST_PREV}","seq":1,"type":"hold.opened"}`));
  });

  test('changing, dropping, repeating or reordering any entry is detected, and named', async () => {
    const honest = await chain(8);
    const harm = fc.record({ at: fc.nat(7), how: fc.constantFrom('touch', 'drop', 'repeat', 'swap'), touch: fc.nat(TOUCH.length - 1) });
    await fc.assert(fc.asyncProperty(harm, async ({ at, how, touch }) => {
      const entries = [...honest];
      const entry = entries[at] as LogEntry;
      if (how === 'touch') entries[at] = TOUCH[touch]!(entry);
      else if (how === 'drop') entries.splice(at, 1);
      else if (how === 'repeat') entries.splice(at, 0, entry);
      else entries.splice(at, 2, ...entries.slice(at, at + 2).reverse());
      const changed = JSON.stringify(entries) !== JSON.stringify(honest);
      const cutTail = how === 'drop' && at === 7;
      const verdict = await verifyLog(entries, verifySig, { seq: 8, hash: honest[7]!.hash });
      expect(verdict.ok).toBe(!changed);
      expect(verdict.problem ?? 'nothing').toMatch(!changed ? /^nothing$/ : cutTail ? /ends before entry 8/ : /[Ee]ntry \d/);
    }), { numRuns: 300 });
  });

  test('an entry rewritten with its hash still fails by its signature', async () => {
    const entries = await chain(3);
    const draft = { ...entries[2]!, actor: 'chi' };
    const hash = await logHash(draft);
    expect(await verifyLog([...entries.slice(0, 2), { ...draft, hash }], verifySig)).toEqual({ ok: false, entries: 2, problem: 'The signature of entry 3 is not valid.' });
  });

  test('a log rebuilt from scratch is not the one the device remembers', async () => {
    const entries = await chain(3);
    expect((await verifyLog(entries, verifySig, { seq: 3, hash: '2'.repeat(64) })).problem).toBe('Entry 3 is not the one this device remembers.');
  });
});

describe('the clock', () => {
  test.each([[0, 5, 'fine'], [NOW, NOW - 120_000, 'fine'], [NOW, NOW - 120_001, 'back'], [NOW, NOW + 86_400_000, 'fine'], [NOW, NOW + 86_400_001, 'jumped']])('highest %i, now %i: %s', (highest, now, verdict) => {
    expect(judgeClock(highest, now)).toBe(verdict);
  });
});
