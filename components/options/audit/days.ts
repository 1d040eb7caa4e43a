/** Groups entries by local calendar day and flattens them into rows a virtual list can measure. Pure. */
import type { LogEntry } from '../../../review/model';

export type Row<T> = { kind: 'day'; key: string; label: string } | { kind: 'entry'; key: string; item: T; last: boolean };

/** "2026-11-23" in the zone of the formatter; used as a key, never shown. */
export function dayKey(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

export function dayLabel(at: number, now: number, locale?: string): string {
  const thisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const words = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', ...(thisYear ? {} : { year: 'numeric' }) }).format(at);
  if (dayKey(at) === dayKey(now)) return `Today, ${words}`;
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  return dayKey(at) === dayKey(yesterday.getTime()) ? `Yesterday, ${words}` : words;
}

/** Entries keep the order they come in (newest first by sequence); a new heading starts when the day changes. */
export function rowsByDay<T extends { entry: LogEntry }>(items: readonly T[], now: number, locale?: string): Row<T>[] {
  const rows: Row<T>[] = [];
  let day = '';
  items.forEach((item, index) => {
    const key = dayKey(item.entry.at);
    if (key !== day) {
      day = key;
      rows.push({ kind: 'day', key: `${key}#${item.entry.seq}`, label: dayLabel(item.entry.at, now, locale) });
    }
    const next = items[index + 1];
    rows.push({ kind: 'entry', key: String(item.entry.seq), item, last: !next || dayKey(next.entry.at) !== key });
  });
  return rows;
}
