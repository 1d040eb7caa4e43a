import type { IconName } from './icons';
import { cx } from './cx';
import styles from './Icon.module.css';

interface Props {
  name: IconName;
  /** CSS px; 16 in text, 20 in headers. */
  size?: number;
  /** Only when the icon stands alone; otherwise it is decoration and hidden from screen readers. */
  label?: string;
  className?: string | undefined;
}

export function Icon({ name, size = 16, label, className }: Props) {
  return (
    <svg
      className={cx(styles['icon'], className)}
      width={size}
      height={size}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      focusable="false"
    >
      <use href={`#${name}`} />
    </svg>
  );
}
