import type { ReactNode } from 'react';
import type { SiteCover } from '../../../review/coverage/look';
import { LAYERS } from '../../../review/coverage/row';
import { LEVEL_WORDS } from '../../../review/coverage/summary';
import { ago } from './coverage';
import { CoverageCell } from './CoverageCell';
import styles from './Sites.module.css';

const MEANS: Record<SiteCover['level'], string> = {
  enforced: 'What leaves is compared before it is sent.',
  guarded: 'Carelessness is stopped; what passes it is recorded.',
  'lock-only': 'Nothing is held here, and the lock stops what is sent.',
  'not-covered': 'Posts can go out without review.',
  unseen: 'Nothing was proved yet: no page of it was open.',
};

const tabWords = (count: number): string => (count === 0 ? 'No tab open' : count === 1 ? '1 open tab' : `${count} open tabs`);

/** The five layers of one site in sentences, with what they come to. */
export function LayerList({ cover, now, children }: { cover: SiteCover; now: number; children?: ReactNode }) {
  return (
    <div className={styles['opened']}>
      <dl className={styles['layers']}>
        {LAYERS.map(({ id, title, does }) => (
          <div key={id} className={styles['layer']}>
            <dt title={does}>{title}</dt>
            <dd className={styles['layerState']}><CoverageCell cell={cover.row[id]} layer={title} /></dd>
            <dd className={styles['why']}>{cover.row[id].why}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['sum']}>
        <p><strong>{LEVEL_WORDS[cover.level]}.</strong> {MEANS[cover.level]} <span className={styles['seen']}>{tabWords(cover.tabs)}{cover.at !== null && <>, last seen <time dateTime={new Date(cover.at).toISOString()}>{ago(cover.at, now)}</time></>}.</span></p>
        {children}
      </div>
    </div>
  );
}
