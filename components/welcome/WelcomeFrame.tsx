import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Logo } from '../ui';
import { STEPS, stepNumber } from './steps';
import type { StepId } from './steps';
import styles from './Welcome.module.css';

interface Props {
  step: StepId;
  title: ReactNode;
  lead: ReactNode;
  children?: ReactNode;
  /** Buttons pinned to the bottom. */
  foot: ReactNode;
  /** The picture of what this step is about. */
  side: ReactNode;
  /** Where the side starts; the practice composer begins at the top. */
  sideAt?: 'middle' | 'start';
}

/** Words on the left, the thing itself on the right. The heading takes the focus when the step changes. */
export function WelcomeFrame({ step, title, lead, children, foot, side, sideAt = 'middle' }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const number = stepNumber(step);
  const total = STEPS.length - 1;
  return (
    <div className={styles['page']}>
      <main className={styles['left']}>
        <div className={styles['brand']}><Logo size={28} /><span aria-hidden="true">Countersign</span></div>
        <div className={styles['steps']}>
          {number > 0 && Array.from({ length: total }, (_, index) => <span key={index} className={styles['step']} data-done={index < number || undefined} />)}
          {number > 0 && <span className={styles['stepText']}>Step {number} of {total}</span>}
        </div>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>{title}</h1>
        <p className={styles['lead']}>{lead}</p>
        {children && <div className={styles['body']}>{children}</div>}
        <div className={styles['foot']}>{foot}</div>
      </main>
      <aside className={styles['right']} data-align={sideAt}>{side}</aside>
    </div>
  );
}
