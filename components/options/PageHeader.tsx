import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import styles from './Options.module.css';

/** Title, one sentence, and the actions of a page. The title takes the focus when the page changes. */
export function PageHeader({ title, sub, actions }: { title: string; sub?: ReactNode; actions?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Countersign`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <header className={styles['head']}>
      <div className={styles['headText']}>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>{title}</h1>
        {sub && <p className={styles['sub']}>{sub}</p>}
      </div>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}
