import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Button } from './Button';
import { Icon } from './Icon';
import { toast } from './Toasts';
import styles from './States.module.css';

/** Nothing to show, and why that is fine. */
export function EmptyState({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles['state']}>
      <svg className={styles['figure']} viewBox="0 0 106 46" width="106" height="46" fill="none" aria-hidden="true">
        <path d="M1 44h104" stroke="var(--cs-divider)" strokeWidth="2" strokeLinecap="round" />
        <path d="M37 20l10 10" stroke="var(--cs-accent-line)" strokeWidth="6" strokeLinecap="round" />
        <path d="M75 4L52 37" stroke="var(--cs-accent)" strokeWidth="6" strokeLinecap="round" />
      </svg>
      <h2 className={styles['title']}>{title}</h2>
      {children && <p className={styles['words']}>{children}</p>}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}

interface ErrorProps { title: string; children?: ReactNode; onRetry?: (() => void) | undefined; details?: string | undefined }

/** Says what is safe, what to do next, and hands over the details for a report. */
export function ErrorState({ title, children, onRetry, details }: ErrorProps) {
  const copy = () => {
    navigator.clipboard.writeText(details ?? title).then(() => toast({ title: 'Details copied.' }), () => toast({ title: 'The details could not be copied.', tone: 'trouble' }));
  };
  return (
    <div className={styles['state']} role="alert">
      <Icon name="sev-block" size={26} className={styles['stop']} />
      <h2 className={styles['title']}>{title}</h2>
      {children && <p className={styles['words']}>{children}</p>}
      <div className={styles['actions']}>
        {onRetry && <Button variant="primary" onClick={onRetry}>Try again</Button>}
        {details && <Button onClick={copy}>Copy details</Button>}
      </div>
    </div>
  );
}

/** Placeholder rows: nothing for 200 ms, because most reads are faster and a flash is worse than a wait. */
export function Skeleton({ rows = 4, label = 'Loading' }: { rows?: number; label?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true">
      <span className="cs-hidden" role="status">{late ? label : ''}</span>
      {late && Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles['row']} aria-hidden="true">
          <span className={styles['square']} />
          <span className={styles['bars']}>
            <span className={styles['first']}><span /><span /></span>
            <span className={styles['bar']} style={{ inlineSize: `${[100, 84, 92, 78][row % 4]}%` }} />
            <span className={styles['bar']} style={{ inlineSize: `${[70, 54, 62, 48][row % 4]}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}
