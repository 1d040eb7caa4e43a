import { Select as Base } from '@base-ui/react/select';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './Select.module.css';

export interface Choice<T extends string> {
  value: T;
  label: ReactNode;
  /** A second line in the list. */
  detail?: string;
}

interface Props<T extends string> {
  value: T;
  onValue(value: T): void;
  choices: readonly Choice<T>[];
  /** Needed when no Field label stands before it. */
  label?: string;
  size?: 28 | 32 | 36;
  disabled?: boolean;
  className?: string | undefined;
}

/** One of a few. Inside a Field it takes the field's label. */
export function Select<T extends string>({ value, onValue, choices, label, size = 32, disabled = false, className }: Props<T>) {
  return (
    <Base.Root items={choices.map(({ value: v, label: l }) => ({ value: v, label: l }))} value={value} onValueChange={(next) => { if (next !== null) onValue(next as T); }} disabled={disabled}>
      <Base.Trigger className={cx(styles['trigger'], className)} data-size={size} aria-label={label}>
        <span className={styles['value']}><Base.Value /></span>
        <Base.Icon className={styles['chevron']}><Icon name="ui-chev-d" /></Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={styles['positioner']} sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup className={styles['popup']}>
            <Base.List>
              {choices.map((choice) => (
                <Base.Item key={choice.value} value={choice.value} className={styles['item']}>
                  <span className={styles['tick']}><Base.ItemIndicator><Icon name="ui-check" /></Base.ItemIndicator></span>
                  <span>
                    <Base.ItemText>{choice.label}</Base.ItemText>
                    {choice.detail && <span className={styles['detail']}>{choice.detail}</span>}
                  </span>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
