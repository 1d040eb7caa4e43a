import { Toggle } from '@base-ui/react/toggle';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './Choice.module.css';

/** A choice among several that may be combined. */
export function Chip({ pressed, onPressed, children }: { pressed: boolean; onPressed(pressed: boolean): void; children: ReactNode }) {
  return (
    <Toggle pressed={pressed} onPressedChange={(next) => onPressed(next)} className={styles['chip']}>
      {pressed && <Icon name="ui-check" size={14} />}
      {children}
    </Toggle>
  );
}
