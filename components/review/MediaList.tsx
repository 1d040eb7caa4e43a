import { useState } from 'react';
import type { MediaRef } from '../../review/model';
import { cx, Dialog, Icon } from '../ui';
import { kindWords, sizeWords } from './facts';
import styles from './MediaList.module.css';

interface Props {
  media: readonly MediaRef[];
  thumbs: ReadonlyMap<string, string>;
  opened: readonly string[];
  onOpened(sha256: string): void;
}

/** Attachments with their alt text. Opening one counts as having seen it (QU9). */
export function MediaList({ media, thumbs, opened, onOpened }: Props) {
  const [at, setAt] = useState<number | null>(null);
  const shown = at === null ? undefined : media[at];
  const open = (index: number) => {
    setAt(index);
    const item = media[index];
    if (item) onOpened(item.sha256);
  };
  return (
    <>
      <ul className={styles['list']}>
        {media.map((item, index) => {
          const thumb = thumbs.get(item.sha256);
          const seen = opened.includes(item.sha256);
          return (
            <li key={`${item.sha256}-${index}`} className={styles['item']}>
              <button type="button" className={styles['thumb']} onClick={() => open(index)} aria-label={`Open ${kindWords(item.mime).toLowerCase()} ${index + 1} of ${media.length}${seen ? ', seen' : ''}`}>
                {thumb ? <img src={thumb} alt="" /> : <Icon name="ui-image" size={20} />}
                {seen && <span className={styles['seen']}><Icon name="ui-check" size={12} /></span>}
              </button>
              <div className={styles['words']}>
                <span className={styles['name']}>Alt text</span>
                <p className={cx(styles['alt'], !item.alt && styles['missing'])} dir="auto">{item.alt || 'Missing'}</p>
              </div>
            </li>
          );
        })}
      </ul>
      {shown && (
        <Dialog open onClose={() => setAt(null)} title={shown.name || kindWords(shown.mime)}>
          <Picture item={shown} thumb={thumbs.get(shown.sha256)} />
        </Dialog>
      )}
    </>
  );
}

function Picture({ item, thumb }: { item: MediaRef; thumb: string | undefined }) {
  return (
    <figure>
      {thumb ? <img className={styles['large']} src={thumb} alt={item.alt} /> : <p className={styles['nothing']}>Countersign keeps no preview of this file. Look at it in the author’s tab.</p>}
      <figcaption className={styles['facts']}>
        {kindWords(item.mime)} · {sizeWords(item.bytes)} · {item.sha256 === 'unreadable' ? 'the file could not be read, so it can never match' : <>seal <code>{item.sha256.slice(0, 8)}</code></>}
        {thumb && <><br />A small preview. The seal binds the original file.</>}
      </figcaption>
    </figure>
  );
}
