import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './Tabs.module.css';

export interface TabItem<T extends string> {
  value: T;
  label: string;
  count?: number | undefined;
  /** Draws the count as a tag, for counts that are not the length of the list. */
  tagged?: boolean;
}

interface Props<T extends string> {
  value: T;
  onValue(value: T): void;
  items: readonly TabItem<T>[];
  /** Spoken name of the list. */
  label: string;
  /** At the end of the tab row. */
  end?: ReactNode;
  /** TabPanel elements, one per item. */
  children: ReactNode;
  className?: string | undefined;
}

export function Tabs<T extends string>({ value, onValue, items, label, end, children, className }: Props<T>) {
  return (
    <Base.Root value={value} onValueChange={(next) => onValue(next as T)} className={cx(styles['root'], className)}>
      <div className={styles['bar']}>
        <Base.List aria-label={label} className={styles['list']}>
          {items.map((item) => (
            <Base.Tab key={item.value} value={item.value} className={styles['tab']}>
              {item.label}
              {item.count !== undefined && item.count > 0 && <span className={item.tagged ? styles['tagged'] : styles['count']}>{item.count}</span>}
            </Base.Tab>
          ))}
        </Base.List>
        {end}
      </div>
      {children}
    </Base.Root>
  );
}

export function TabPanel({ value, children, className }: { value: string; children: ReactNode; className?: string | undefined }) {
  return <Base.Panel value={value} tabIndex={-1} className={className}>{children}</Base.Panel>;
}
