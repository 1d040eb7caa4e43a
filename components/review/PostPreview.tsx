import type { RefObject } from 'react';
import { useMemo } from 'react';
import type { Finding } from '../../checks/finding';
import type { Manifest } from '../../review/model';
import { platformName, surfaceWords, targetWords } from '../queue/words';
import { Icon, siteIcon } from '../ui';
import { LinkList } from './LinkList';
import { findMarks, summariseMarks } from './marks';
import { MarkedText } from './MarkedText';
import { MediaList } from './MediaList';
import styles from './PostPreview.module.css';

interface Props {
  manifest: Manifest;
  findings: readonly Finding[];
  /** Preview data by SHA-256. */
  thumbs: ReadonlyMap<string, string>;
  opened: readonly string[];
  onOpened(sha256: string): void;
  end: RefObject<HTMLSpanElement | null>;
}

/** The post as it would leave, drawn from the signed manifest and nothing else. */
export function PostPreview({ manifest, findings, thumbs, opened, onOpened, end }: Props) {
  const { account, target, text, title, warning, media, links } = manifest;
  const marks = useMemo(() => summariseMarks(findMarks(text)), [text]);
  return (
    <article className={styles['card']} aria-label="The post">
      {target && (
        <header className={styles['target']}>
          <Icon name={manifest.surface === 'reply' || manifest.surface === 'comment' ? 'ui-reply' : 'ui-target'} size={14} />
          <span className={styles['targetName']}>{surfaceWords(manifest.surface, targetWords(target), 0)}</span>
          {target.url && /^https?:/i.test(target.url) && <a className={styles['open']} href={target.url} target="_blank" rel="noreferrer noopener">Show original</a>}
        </header>
      )}
      <div className={styles['body']}>
        <div className={styles['account']}>
          <Icon name={siteIcon(manifest.platform)} size={16} />
          <strong className={styles['handle']}>{account.handle}</strong>
          <span className={styles['site']}>{platformName(manifest.platform)}</span>
          <span className={styles['length']}>{countWords(text)}</span>
        </div>
        {title && <h3 className={styles['title']} dir="auto">{title}</h3>}
        {warning && <p className={styles['warning']}><strong>Content warning</strong> {warning}</p>}
        {text ? <MarkedText text={text} findings={findings} /> : <p className={styles['none']}>No text.</p>}
        <span ref={end} className={styles['edge']} aria-hidden="true" />
        {marks && <p className={styles['marks']}><Icon name="sev-block" size={14} className={styles['stop']} /> {marks}, marked in the text.</p>}
        {media.length > 0 && <MediaList media={media} thumbs={thumbs} opened={opened} onOpened={onOpened} />}
        {links.length > 0 && <LinkList links={links} />}
      </div>
    </article>
  );
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader would count. */
function countWords(text: string): string {
  let count = 0;
  for (const _part of graphemes.segment(text)) count += 1;
  return count === 1 ? '1 character' : `${count} characters`;
}
