import { Checkbox as Base } from '@base-ui/react/checkbox';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './Choice.module.css';

interface Props {
  checked: boolean;
  onChecked(checked: boolean): void;
  children: ReactNode;
  disabled?: boolean;
  className?: string | undefined;
}

export function Checkbox({ checked, onChecked, children, disabled = false, className }: Props) {
  const id = useId();
  return (
    <div className={cx(styles['row'], className)}>
      <Base.Root id={id} checked={checked} onCheckedChange={(next) => onChecked(next)} disabled={disabled} className={styles['box']} aria-labelledby={`${id}-text`}>
        <Base.Indicator className={styles['tick']}><Icon name="ui-check" size={14} /></Base.Indicator>
      </Base.Root>
      <label htmlFor={id} id={`${id}-text`} className={styles['text']}>{children}</label>
    </div>
  );
}
