import type { ReactNode } from 'react';
import { Icon, LinkButton, Mark } from '../ui';
import styles from './Notice.module.css';

interface Props {
  tone: 'hold' | 'block' | 'note';
  strong: string;
  children?: ReactNode;
  action?: { label: string; run(): void } | undefined;
}

/** A band under the title: something about this hold that comes before reading it. */
export function Notice({ tone, strong, children, action }: Props) {
  return (
    <div className={styles['notice']} data-tone={tone} role="status">
      {tone === 'hold' ? <Mark kind="held" className={styles['mark']} /> : <Icon name={tone === 'block' ? 'sev-block' : 'ui-info'} className={styles['mark']} />}
      <div className={styles['words']}><strong className={styles['strong']}>{strong}</strong>{children && <> {children}</>}</div>
      {action && <LinkButton className={styles['action']} onClick={action.run}>{action.label}</LinkButton>}
    </div>
  );
}
