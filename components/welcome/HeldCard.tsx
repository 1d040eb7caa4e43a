import type { ReactNode } from 'react';
import { Icon, Mark } from '../ui';
import styles from './Cards.module.css';

interface Props {
  title: string;
  aside?: string;
  words: ReactNode;
  tone?: 'hold' | 'ok' | 'accent' | 'block';
  /** Signature lines. */
  children?: ReactNode;
  actions?: ReactNode;
  /** 0 to 1: how much of the undo window is left. */
  left?: number;
}

/** What Countersign shows under a composer once the post is held. */
export function HeldCard({ title, aside, words, tone = 'hold', children, actions, left }: Props) {
  return (
    <section className={styles['held']} aria-label={title}>
      <div className={styles['heldHead']}>
        <span className={styles['badge']} data-tone={tone}>
          {tone === 'block' ? <Icon name="sev-block" size={16} /> : <Mark kind={tone === 'hold' ? 'held' : 'countersigned'} />}
        </span>
        <h2 className={styles['heldTitle']}>{title}</h2>
        {aside && <span className={styles['aside']}>{aside}</span>}
      </div>
      <p className={styles['words']}>{words}</p>
      {left !== undefined && <div className={styles['bar']} aria-hidden="true"><span style={{ inlineSize: `${Math.round(left * 100)}%` }} /></div>}
      {children && <div className={styles['lines']}>{children}</div>}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </section>
  );
}
