import { Button as Base } from '@base-ui/react/button';
import type { ButtonProps as BaseProps } from '@base-ui/react/button';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './Icon';
import type { IconName } from './icons';
import styles from './Button.module.css';

export interface ButtonProps extends Omit<BaseProps, 'className' | 'children'> {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** Height in CSS px: 24 rows, 28 panel, 32 default, 36 verdict bar, 40 welcome. */
  size?: 24 | 28 | 32 | 36 | 40;
  /** Keeps width and label; a spinner joins after 300 ms. A busy button does not fire again. */
  busy?: boolean;
  icon?: IconName | undefined;
  wide?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** A disabled button must say why in its label; it stays focusable so that the reason can be read. */
export function Button({ variant = 'secondary', size = 32, busy = false, wide = false, icon, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <Base
      {...rest}
      disabled={Boolean(disabled) || busy}
      focusableWhenDisabled
      aria-busy={busy || undefined}
      data-size={size}
      className={cx(styles['button'], styles[variant], wide && styles['wide'], busy && styles['busy'], className)}
    >
      {busy && <span className={styles['spinner']} aria-hidden="true" />}
      {icon && <Icon name={icon} className={styles['icon']} />}
      <span className={styles['label']}>{children}</span>
    </Base>
  );
}

export interface IconButtonProps extends Omit<BaseProps, 'className' | 'children' | 'aria-label'> {
  icon: IconName;
  /** Spoken name and tooltip. */
  label: string;
  size?: 24 | 28 | 32 | 36;
  /** Drawing size. */
  glyph?: number;
  variant?: 'quiet' | 'secondary';
  className?: string | undefined;
}

export function IconButton({ icon, label, size = 32, glyph = 20, variant = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <Base title={label} {...rest} aria-label={label} focusableWhenDisabled data-size={size} className={cx(styles['button'], styles[variant], styles['square'], className)}>
      <Icon name={icon} size={glyph} />
    </Base>
  );
}

/** A button that looks like a link: it does something here instead of going somewhere. */
export function LinkButton({ className, children, ...rest }: Omit<BaseProps, 'className'> & { className?: string | undefined }) {
  return <Base {...rest} className={cx(styles['link'], className)}>{children}</Base>;
}
