import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../checks';
import { fold } from '../../../checks/text/fold';

const context = { platform: 'x', surface: 'post', account: null, media: [], now: 0 } as const;
const odd = fc.string({ unit: fc.oneof(fc.constantFrom('а', 'e', '\u200B', '\u202E', '👩‍👧', '#', '@', 'https://', '.com', '{{', '[NAME]', '1', '!', ' ', '\n', 'ß', 'ﬁ', 'İ'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), maxLength: 60 });

describe('checkDraft', () => {
  it('never throws and marks only text that exists', () => {
    fc.assert(
      fc.property(odd, (text) => {
        for (const finding of checkDraft({ text }, { ...context, media: [] })) {
          expect(finding.id).not.toBe('checks.failed');
          for (const span of finding.spans) {
            expect(span.start).toBeLessThan(span.end);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(fc.property(odd, (text) => {
        expect(checkDraft({ text }, { ...context, media: [] })).toEqual(checkDraft({ text }, { ...context, media: [] }));
      }), { numRuns: 200 });
  });

  it('maps every folded unit back into the original', () => {
    fc.assert(
      fc.property(odd, (text) => {
        const folded = fold(text);
        expect(folded.from).toHaveLength(folded.text.length + 1);
        for (let i = 0; i < folded.text.length; i += 1) {
          expect(folded.from[i]).toBeLessThan(folded.to[i] ?? 0);
          expect(folded.from[i]).toBeGreaterThanOrEqual(folded.from[Math.max(0, i - 1)] ?? 0);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
