import { cx } from './cx';
import styles from './Mark.module.css';

type Props = { kind: 'held' | 'countersigned'; size?: number; drawn?: boolean; className?: string | undefined };

/** The state glyph. Held: short stroke solid, long stroke dotted. Countersigned: both solid. */
export function Mark({ kind, size = 16, drawn = false, className }: Props) {
  return (
    <svg className={cx(styles[kind], drawn && styles['drawn'], className)} viewBox="0 0 16 16" width={size} height={size} fill="none" aria-hidden="true">
      <g stroke="currentColor" strokeWidth="2.1" strokeLinecap="round">
        <path d="M3 7.5L5.45 9.95" />
        <path className={styles['long']} d="M7.4 12.4L13.1 3.6" strokeDasharray={kind === 'held' ? '0.01 3.49' : undefined} pathLength={drawn ? 1 : undefined} />
      </g>
    </svg>
  );
}

/** The product's own mark. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} role="img" aria-label="Countersign" className={styles['logo']}>
      <rect width="16" height="16" rx="3.75" fill="#1B4C9E" />
      <path d="M3.19 6.71a1.06 1.06 0 011.5-1.5L6.63 7.15 5.35 8.87Z" fill="#9CC3FF" />
      <path d="M11.06 2.46a1.06 1.06 0 011.72 1.24L7.93 10.46a1.06 1.06 0 01-1.72-1.24Z" fill="#FFFFFF" />
      <rect x="3" y="12" width="10" height="1.25" rx=".6" fill="#9CC3FF" />
    </svg>
  );
}
