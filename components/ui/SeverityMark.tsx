import { cx } from './cx';
import { Icon } from './Icon';
import type { IconName } from './icons';
import styles from './SeverityMark.module.css';

export type SeverityLevel = 'none' | 'info' | 'warn' | 'hold' | 'block' | 'unknown' | 'off';

const LEVELS: Record<SeverityLevel, { icon: IconName; word: string }> = {
  none: { icon: 'sev-ok', word: 'No findings' },
  info: { icon: 'sev-note', word: 'Note' },
  warn: { icon: 'sev-warn', word: 'Asks why' },
  hold: { icon: 'sev-hold', word: 'Hold' },
  block: { icon: 'sev-block', word: 'Block' },
  unknown: { icon: 'sev-unknown', word: 'Unknown' },
  off: { icon: 'sev-off', word: 'Off' },
};

/** Shape, then word, then colour. The word is always there, if only for a screen reader (`quiet`). */
export function SeverityMark({ level, word, quiet = false, size = 16, className }: { level: SeverityLevel; word?: string; quiet?: boolean; size?: number; className?: string | undefined }) {
  const { icon, word: usual } = LEVELS[level];
  return (
    <span className={cx(styles['mark'], className)} data-level={level}>
      <Icon name={icon} size={size} className={styles['glyph']} />
      <span className={quiet ? 'cs-hidden' : styles['word']}>{word ?? usual}</span>
    </span>
  );
}
