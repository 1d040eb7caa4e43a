import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './Choice.module.css';

export interface Card<T extends string> {
  value: T;
  title: ReactNode;
  detail?: ReactNode;
  /** An avatar or icon at the start. */
  lead?: ReactNode;
}

interface Props<T extends string> {
  /** Spoken name of the group. */
  label: string;
  value: T | null;
  onValue(value: T): void;
  cards: readonly Card<T>[];
  className?: string | undefined;
}

/** One of a few, each with a sentence. The whole card is the target. */
export function RadioCards<T extends string>({ label, value, onValue, cards, className }: Props<T>) {
  return (
    <RadioGroup aria-label={label} value={value ?? ''} onValueChange={(next) => onValue(next as T)} className={cx(styles['cards'], className)}>
      {cards.map((card) => (
        <label key={card.value} className={styles['card']} data-checked={card.value === value || undefined}>
          {card.lead}
          <span className={styles['words']}>
            <span className={styles['title']}>{card.title}</span>
            {card.detail && <span className={styles['detail']}>{card.detail}</span>}
          </span>
          <Radio.Root value={card.value} className={styles['radio']}><Radio.Indicator className={styles['dot']} /></Radio.Root>
        </label>
      ))}
    </RadioGroup>
  );
}
