import { describe, expect, test } from 'vitest';
import { dayLabel, rowsByDay } from '../../../components/options/audit/days';
import { entryWords } from '../../../components/options/audit/entry-words';
import { isFiltering, kindOf, matches, NO_FILTER } from '../../../components/options/audit/filters';
import { mergeNewest } from '../../../components/stores/log-store';
import { LOG_TYPES } from '../../../review/model';
import type { LogEntry, LogType } from '../../../review/model';

const entry = (seq: number, type: LogType = 'hold.created', body: Record<string, unknown> = {}, at = seq): LogEntry => ({ seq, prev: '', at, type, actor: 'ana', holdId: 'h-1', body, hash: `c05a${seq}`, sig: '' });
const context = { members: [{ id: 'ana', name: 'Ana' }, { id: 'tim', name: 'Tim' }], siteTitle: (platform: string) => platform.toUpperCase() };
const item = (log: LogEntry, platform: string | null = null) => ({ entry: log, platform, words: Object.values(entryWords(log, context)).join(' ') });

describe('every kind of entry is a sentence', () => {
  test.each(LOG_TYPES)('%s has words of its own, even with an empty body', (type) => {
    const words = entryWords(entry(1, type), context);
    expect(`${words.lead} ${words.text}`).not.toContain(type);
    expect(JSON.stringify(words)).not.toMatch(/undefined|null|\[object/);
  });
  test('a decision names its kind, its version and the site', () => {
    expect(entryWords(entry(1, 'decision.recorded', { kind: 'approve', revision: 2, platform: 'x', sameDevice: true, identity: 'passphrase' }), context)).toMatchObject({ lead: 'Ana', text: 'approved version 2', aside: 'X · passphrase · same device', tone: 'ok' });
    expect(entryWords(entry(1, 'decision.recorded', { kind: 'reject', revision: 1 }), context)).toMatchObject({ text: 'rejected version 1', tone: 'block' });
  });
  test('somebody nobody remembers is not left blank', () => {
    expect(entryWords({ ...entry(1), actor: 'stranger' }, context).text).toContain('A former member');
  });
});

describe('the filter', () => {
  const held = item(entry(1, 'hold.created', { platform: 'x' }), 'x');
  const failed = item(entry(2, 'release.failed'), 'bluesky');
  test('shows everything until something is chosen', () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect([held, failed].every((one) => matches(one, NO_FILTER))).toBe(true);
  });
  test('narrows by type, person, site and problems', () => {
    expect(matches(held, { ...NO_FILTER, kind: 'holds' })).toBe(true);
    expect(matches(failed, { ...NO_FILTER, kind: 'holds' })).toBe(false);
    expect(matches(failed, { ...NO_FILTER, kind: 'problems' })).toBe(true);
    expect(matches(held, { ...NO_FILTER, person: 'tim' })).toBe(false);
    expect(matches(held, { ...NO_FILTER, site: 'bluesky' })).toBe(false);
  });
  test('finds words, the start of a hash and the number of an entry', () => {
    expect(matches(held, { ...NO_FILTER, search: 'ANA' })).toBe(true);
    expect(matches(held, { ...NO_FILTER, search: 'c05a1' })).toBe(true);
    expect(matches(held, { ...NO_FILTER, search: '1' })).toBe(true);
    expect(matches(held, { ...NO_FILTER, search: 'tim' })).toBe(false);
  });
  test('every entry belongs to a group that can be chosen', () => {
    for (const type of LOG_TYPES) expect(['holds', 'decisions', 'releases', 'people', 'sites']).toContain(kindOf(type));
  });
});

describe('days', () => {
  const noon = new Date(2026, 10, 23, 12).getTime();
  const day = 24 * 3_600_000;
  test('a heading stands before the first entry of each day, in the order of the log', () => {
    const rows = rowsByDay([3, 2, 1].map((seq) => ({ entry: entry(seq, 'hold.opened', {}, seq === 1 ? noon - day : noon) })), noon, 'en-GB');
    expect(rows.map((row) => (row.kind === 'day' ? row.label : row.key))).toEqual(['Today, Monday 23 November', '3', '2', 'Yesterday, Sunday 22 November', '1']);
  });
  test('another year is named', () => {
    expect(dayLabel(new Date(2025, 0, 1, 12).getTime(), noon, 'en-GB')).toBe('Wednesday, 1 January 2025');
  });
});

describe('new entries join the list without a gap', () => {
  const seqs = (entries: LogEntry[]) => entries.map((one) => one.seq);
  test('the newest go in front once', () => {
    expect(seqs(mergeNewest([entry(3), entry(2), entry(1)], [entry(5), entry(4), entry(3)]))).toEqual([5, 4, 3, 2, 1]);
    expect(seqs(mergeNewest([entry(2), entry(1)], [entry(2), entry(1)]))).toEqual([2, 1]);
  });
  test('when more arrived than a page holds, the list starts anew instead of skipping some', () => {
    expect(seqs(mergeNewest([entry(3), entry(2)], [entry(9), entry(8)]))).toEqual([9, 8]);
  });
  test('a log that was emptied shows nothing old', () => {
    expect(seqs(mergeNewest([], [entry(1)]))).toEqual([1]);
  });
});
