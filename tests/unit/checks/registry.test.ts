import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../checks';
import type { Example } from '../../../checks/check';
import type { CheckContext } from '../../../checks/finding';
import { CHECKS } from '../../../checks/registry';
import { scan } from '../../../checks/text/scan';

const context = (example: Example): CheckContext => ({ platform: 'x', surface: 'post', account: null, media: [], now: 0, ...example.context });

describe('the registry of checks', () => {
  it('is sorted and has no id twice', () => {
    const ids = CHECKS.map((check) => check.id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
    it('has words to flag, near misses to leave alone, and says where it comes from', () => {
      expect(check.flags.length).toBeGreaterThan(0);
      expect(check.passes.length).toBeGreaterThan(1);
      expect(check.about.length).toBeGreaterThan(15);
      expect(check.source.length).toBeGreaterThan(5);
    });

    it.each(check.flags.map((example) => [example.text, example] as const))('flags %j', (_text, example) => {
      const found = check.run({ scan: scan(example.text), context: context(example) });
      expect(found.length).toBeGreaterThan(0);
      for (const one of found) {
        expect(one.id).toBe(id);
        for (const span of one.spans) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(example.text.length);
        }
      }
      const marked = found.flatMap((one) => one.spans.map((span) => example.text.slice(span.start, span.end)));
      expect(marked).toEqual(expect.arrayContaining(example.marks ?? []));
    });

    it('offers a replacement only for one place, and once it stands there the check is content with it', () => {
      for (const example of check.flags) {
        const found = check.run({ scan: scan(example.text), context: context(example) });
        for (const { replacement, spans } of found) {
          if (replacement === undefined) continue;
          const [span] = spans as [{ start: number; end: number }];
          expect(spans).toHaveLength(1);
          const text = example.text.slice(0, span.start) + replacement + example.text.slice(span.end);
          const left = check.run({ scan: scan(text), context: context(example) });
          expect(left.length, text).toBe(found.length - 1);
        }
      }
    });

    it.each(check.passes.map((example) => [example.text, example] as const))('leaves %j alone', (_text, example) => {
      expect(check.run({ scan: scan(example.text), context: context(example) })).toEqual([]);
    });
  });

  it('reports through checkDraft, worst first', () => {
    const found = checkDraft({ text: 'Hi {{first_name}}!!! see https://bit.ly/x' }, context({ text: '' }));
    expect(found.map((one) => one.severity)).toEqual(['block', 'warn', 'warn']);
  });
});
