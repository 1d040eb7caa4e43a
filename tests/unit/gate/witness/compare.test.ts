/** Whether what left is what was approved: never `matched` for anything a reader could tell apart. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvedParts, compareParts, fitsOf } from '../../../../gate/witness/compare';
import { partsOf } from '../../../../gate/witness/parts';
import { readWire } from '../../../../gate/witness/wire';
import { THREAD_SEPARATOR, trivialText } from '../../../../review/canonical';
import { json } from './bodies';

const sent = (...parts: string[]) => ({ ok: true as const, parts });
const approved = (text: string) => ({ text });

describe('a post', () => {
  it.each<[string, string, string, 'matched' | 'mismatch']>([
    ['the very text', 'Doors open at nine.', 'Doors open at nine.', 'matched'],
    ['line ends of another system', 'a\nb', 'a\r\nb', 'matched'],
    ['blanks at the end', 'a', 'a \n\n', 'matched'],
    ['a hard space', 'a b', 'a\u00a0b', 'matched'],
    ['a blank line more', 'a\nb', 'a\n\nb', 'matched'],
    ['the other spelling of é', 'caf\u00e9', 'cafe\u0301', 'matched'],
    ['another figure', 'Doors open at 9.', 'Doors open at 6.', 'mismatch'],
    ['a capital', 'us', 'US', 'mismatch'],
    ['a line break for a space', 'a b', 'a\nb', 'mismatch'],
    ['a look-alike letter', 'paypal', 'p\u0430ypal', 'mismatch'],
    ['a link added', 'Read on', 'Read on https://x.example', 'mismatch'],
    ['words cut', 'Read on now', 'Read on', 'mismatch'],
    ['a joined emoji taken apart', '👩‍🔬', '👩🔬', 'mismatch'],
    ['nothing', 'Read on', '', 'mismatch'],
    ['a thread separator in the text', `a${THREAD_SEPARATOR}b`, `a${THREAD_SEPARATOR}b`, 'mismatch'],
  ])('%s', (_, wanted, left, verdict) => {
    expect(compareParts(sent(left), approved(wanted))).toBe(verdict);
  });

  it('what could not be read is unverified, also when nothing was approved', () => {
    expect(compareParts({ ok: false, reason: 'withheld' }, approved('a'))).toBe('unverified');
    expect(compareParts({ ok: false, reason: 'no-text' }, approved(''))).toBe('unverified');
  });
});

describe('a thread', () => {
  const thread = approved(['one', 'two', 'one'].join(THREAD_SEPARATOR));
  it('in one call, whole and in order', () => {
    expect(compareParts(sent('one', 'two', 'one'), thread)).toBe('matched');
    expect(compareParts(sent('two', 'one', 'one'), thread)).toBe('mismatch');
    expect(compareParts(sent('one', 'two', 'one', 'three'), thread)).toBe('mismatch');
  });
  it('in one call per part, each at its place', () => {
    expect(fitsOf(['one'], thread)).toEqual([0, 2]);
    expect(compareParts(sent('one'), thread, 0)).toBe('matched');
    expect(compareParts(sent('one'), thread, 1)).toBe('mismatch');
    expect(compareParts(sent('two'), thread, 1)).toBe('matched');
    expect(compareParts(sent('one'), thread, 3)).toBe('mismatch');
  });
  it('a part that is only a picture has no words to compare', () => {
    const pictures = approved(['one', '', 'three'].join(THREAD_SEPARATOR));
    expect(approvedParts(pictures)).toEqual(['one', 'three']);
    expect(compareParts(sent(''), pictures, 1)).toBe('unverified');
    expect(compareParts(sent('three'), pictures, 1)).toBe('matched');
  });
});

describe('any text', () => {
  const visible = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).map((value) => value.toWellFormed());
  const spec = { bodyType: 'json' as const, text: ['t'] };
  const through = async (text: string) => partsOf(spec, '', await readWire(json({ t: text })));

  it('matches itself after a journey through a body', async () => {
    await fc.assert(fc.asyncProperty(visible.filter((text) => !text.includes(THREAD_SEPARATOR)), async (text) => {
      expect(compareParts(await through(text), approved(text))).toBe('matched');
    }), { numRuns: 500 });
  });

  it('with one visible character changed, added or left out it never matches', async () => {
    const letters = fc.constantFrom(...'aZ0.,!?-_é×中🙂\u0430\u200d#@/');
    const change = fc.constantFrom('replace', 'insert', 'drop');
    await fc.assert(fc.asyncProperty(fc.array(letters, { minLength: 1, maxLength: 40 }), fc.nat(), letters, change, async (chars, place, letter, how) => {
      const at = place % chars.length;
      const other = [...chars];
      if (how === 'replace') other[at] = letter;
      else if (how === 'insert') other.splice(at, 0, letter);
      else other.splice(at, 1);
      fc.pre(other.join('').normalize('NFC') !== chars.join('').normalize('NFC'));
      expect(compareParts(await through(other.join('')), approved(chars.join('')))).toBe('mismatch');
    }), { numRuns: 1_000 });
  });

  it('two texts match exactly when their trivial forms are equal', () => {
    fc.assert(fc.property(visible, visible, (left, right) => {
      fc.pre(!left.includes(THREAD_SEPARATOR) && !right.includes(THREAD_SEPARATOR));
      expect(compareParts(sent(left), approved(right)) === 'matched').toBe(trivialText(left) === trivialText(right));
    }));
  });
});
