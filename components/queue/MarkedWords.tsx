import type { Severity } from '../../checks/finding';
import { cx } from '../ui';
import styles from './MarkedWords.module.css';

const SPOKEN: Record<Severity, string> = { info: 'note', warn: 'asks why', hold: 'hold', block: 'block' };

/** Words a finding points at, drawn the same in rows, in the post and beside the finding. */
export function MarkedWords({ severity, children, strong = false }: { severity: Severity; children: string; strong?: boolean }) {
  return (
    <mark className={cx(styles['mark'], strong && styles['strong'])} data-severity={severity}>
      <span className="cs-hidden">{SPOKEN[severity]}: </span>
      {children}
    </mark>
  );
}
