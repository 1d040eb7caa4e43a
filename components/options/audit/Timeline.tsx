import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { EntryRow } from './EntryRow';
import { rowsByDay } from './days';
import type { AuditItem } from './use-audit';
import styles from './Audit.module.css';

interface Props {
  items: readonly AuditItem[];
  now: number;
  /** Called when the end comes into view and older entries may exist. */
  onEnd: (() => void) | null;
}

/** Only the rows in view exist; the list scrolls with the page. */
export function Timeline({ items, now, onEnd }: Props) {
  const rows = useMemo(() => rowsByDay(items, now), [items, now]);
  const list = useRef<HTMLOListElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  // oxlint-disable-next-line react/incompatible-library -- its answers are read in this render only, never memoised
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.kind === 'day' ? 48 : 36),
    getItemKey: (index) => rows[index]?.key ?? index,
    scrollMargin: top,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1);
  const atEnd = last !== undefined && last.index >= rows.length - 5;
  useLayoutEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd, rows.length]);

  return (
    <ol ref={list} className={styles['viewport']} style={{ blockSize: virtual.getTotalSize() }} aria-label="Log entries, newest first">
      {shown.map((place) => {
        const row = rows[place.index];
        if (!row) return null;
        return (
          <li key={place.key} ref={virtual.measureElement} data-index={place.index} style={{ transform: `translateY(${place.start - virtual.options.scrollMargin}px)` }}>
            {row.kind === 'day' ? <h2 className={styles['day']}>{row.label}</h2> : <EntryRow item={row.item} last={row.last} open={open === row.item.entry.seq} onToggle={() => setOpen(open === row.item.entry.seq ? null : row.item.entry.seq)} />}
          </li>
        );
      })}
    </ol>
  );
}
