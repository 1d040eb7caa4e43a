import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { StoredPhrase } from '../../../review/phrases';
import { SeverityMark } from '../../ui';
import { siteTitle } from '../sites/site-title';
import { kindWords, weightWords } from './phrase-edit';
import styles from './Phrases.module.css';

const ROW = 40;

/** Only the rows in view exist, so ten thousand scroll like ten. A press opens the phrase. */
export function PhraseList({ phrases, now, onOpen }: { phrases: readonly StoredPhrase[]; now: number; onOpen(phrase: StoredPhrase): void }) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), [phrases.length]);
  // oxlint-disable-next-line react/incompatible-library -- its answers are read in this render only, never memoised
  const virtual = useWindowVirtualizer({ count: phrases.length, estimateSize: () => ROW, getItemKey: (index) => phrases[index]?.id ?? index, scrollMargin: top, overscan: 10 });
  return (
    <ul ref={list} className={styles['list']} style={{ blockSize: virtual.getTotalSize() }} aria-label="Team phrases, newest first">
      {virtual.getVirtualItems().map((place) => {
        const phrase = phrases[place.index];
        return phrase && (
          <li key={place.key} ref={virtual.measureElement} data-index={place.index} aria-setsize={phrases.length} aria-posinset={place.index + 1} style={{ transform: `translateY(${place.start - virtual.options.scrollMargin}px)` }}>
            <button type="button" className={styles['row']} onClick={() => onOpen(phrase)}>
              <SeverityMark level={phrase.stoppedAt === null ? phrase.severity : 'off'} word={weightWords(phrase.severity)} quiet className={styles['mark']} />
              <span className={styles['text']}>
                <span className={styles['what']} data-kind={phrase.kind} dir="auto">{phrase.kind === 'hashtag' ? `#${phrase.text.replace(/^[#＃]/, '')}` : phrase.text}</span>
                <Says words={saysOf(phrase, now)} />
              </span>
              <span className={styles['kind']}>{kindWords(phrase.kind)}</span>
              <span className={styles['where']}>{phrase.platforms.length === 0 ? 'Every site' : phrase.platforms.map(siteTitle).join(', ')}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const Says = ({ words }: { words: string }) => (words === '' ? null : <span className={styles['says']}>{words}</span>);

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

function saysOf({ stoppedAt, words, replacement, from, until }: StoredPhrase, now: number): string {
  if (stoppedAt !== null) return `Switched off on ${DAY.format(stoppedAt)}: it took too long`;
  const when = from !== null && from > now ? `From ${DAY.format(from)}` : until === null ? '' : until <= now ? `Ended ${DAY.format(until - 1)}` : `Until ${DAY.format(until - 1)}`;
  return [when, words, replacement && `Could be: “${replacement}”`].filter(Boolean).join(' · ');
}
