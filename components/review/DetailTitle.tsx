import type { Ref } from 'react';
import type { Revision } from '../../review/model';
import type { StoredHold } from '../../storage/rows';
import { Due } from '../queue/Due';
import { momentWords, platformName, surfaceWords, targetWords } from '../queue/words';
import { Avatar, Icon, siteIcon } from '../ui';
import styles from './Detail.module.css';

interface Props {
  ref: Ref<HTMLHeadingElement>;
  /** For how urgent it is; null once nothing waits any more. */
  hold: StoredHold | null;
  revision: Revision;
  authorName: string;
  authorFull: string;
  now: number;
}

/** Where it would go, who wrote it, which version. The heading takes the focus when a post opens. */
export function DetailTitle({ ref, hold, revision: { manifest, number, createdAt }, authorName, authorFull, now }: Props) {
  return (
    <div className={styles['title']}>
      <h1 ref={ref} tabIndex={-1} className={styles['heading']}>
        <Icon name={siteIcon(manifest.platform)} size={18} label={platformName(manifest.platform)} />
        <span>{manifest.account.handle}, {surfaceWords(manifest.surface, targetWords(manifest.target), 0)}</span>
      </h1>
      <p className={styles['meta']}>
        <Avatar name={authorFull} size={18} />
        <span className={styles['metaWords']}>{authorName} · held {momentWords(createdAt, now)} · version {number}{manifest.audience && ` · ${manifest.audience}`}</span>
        {hold && <Due hold={hold} now={now} />}
      </p>
    </div>
  );
}
