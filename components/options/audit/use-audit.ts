import { useEffect, useMemo } from 'react';
import type { Member } from '../../../review/model';
import { connectLog, loadMore, useLog } from '../../stores/log-store';
import { siteTitle } from '../sites/site-title';
import { entryWords, platformOf } from './entry-words';
import type { EntryWords } from './entry-words';
import { isFiltering, matches } from './filters';
import type { AuditFilter, Searchable } from './filters';

export interface AuditItem extends Searchable {
  sentence: EntryWords;
}

/** The log with its sentences, filtered. While a filter is on, older pages are read until the whole log was looked at. */
export function useAudit(members: readonly Member[], filter: AuditFilter) {
  useEffect(() => connectLog(), []);
  const log = useLog();
  const items = useMemo(() => {
    // One hold's entries name its site once, when it was created; the rest inherit it.
    const places = new Map<string, { platform: string; account: string }>();
    for (const entry of log.entries) {
      const platform = platformOf(entry);
      if (entry.holdId && platform) places.set(entry.holdId, { platform, account: String(entry.body['account'] ?? '') });
    }
    const context = { members, siteTitle, placeOf: (holdId: string) => places.get(holdId) ?? null };
    return log.entries.map((entry): AuditItem => {
      const sentence = entryWords(entry, context);
      const platform = platformOf(entry) ?? (entry.holdId ? (places.get(entry.holdId)?.platform ?? null) : null);
      return { entry, sentence, platform, words: `${sentence.lead} ${sentence.text} ${sentence.aside}` };
    });
  }, [log.entries, members]);
  const shown = useMemo(() => items.filter((item) => matches(item, filter)), [items, filter]);
  const searching = isFiltering(filter) && !log.complete;
  const wanting = searching && log.status === 'ready' && !log.loadingMore;
  useEffect(() => {
    if (wanting) void loadMore();
  }, [wanting]);
  return { log, items, shown, searching };
}
