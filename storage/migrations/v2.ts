import type { Migration } from './index';

interface OldRevision {
  holdId: string;
  number: number;
  findings: { id: string; spans: { start: number; end: number }[] }[];
  answers: Record<string, { kind: string }>;
}

/** The key of an answer starts with the check it belongs to (review/findings.ts, as it was when this version was made). */
const checkOf = (answerKey: string): string => answerKey.slice(0, answerKey.lastIndexOf('@'));

/** One row per check and held post, so that a check's precision is two counts. Filled from the posts held so far. */
export const v2: Migration = {
  version: 2,
  stores: { flags: '[place+checkId], [checkId+wrong]' },
  async upgrade(transaction) {
    const flags = new Map<string, { place: string; checkId: string; wrong: 0 | 1 }>();
    await transaction.table('revisions').each((revision: OldRevision) => {
      for (const { id } of revision.findings) {
        const key = `${revision.holdId} ${id}`;
        const wrong = Object.entries(revision.answers).some(([answered, { kind }]) => kind === 'false_alarm' && checkOf(answered) === id);
        flags.set(key, { place: revision.holdId, checkId: id, wrong: wrong || flags.get(key)?.wrong ? 1 : 0 });
      }
    });
    await transaction.table('flags').bulkAdd([...flags.values()]);
  },
};
