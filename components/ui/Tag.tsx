import type { ReactNode } from 'react';
import styles from './Tag.module.css';

export function Tag({ tone = 'plain', children }: { tone?: 'plain' | 'note' | 'hold' | 'block' | 'ok'; children: ReactNode }) {
  return <span className={styles['tag']} data-tone={tone}>{children}</span>;
}
