import type { StoredHold } from '../../storage/rows';
import { Icon } from '../ui';
import styles from './Due.module.css';
import { urgencyOf } from './words';

/** How urgent: shape, words, colour. Over: double chevron; due soon: chevron; otherwise plain. */
export function Due({ hold, now }: { hold: StoredHold; now: number }) {
  const { kind, words } = urgencyOf(hold, now);
  return (
    <span className={styles['due']} data-kind={kind}>
      {kind !== 'calm' && <Icon name={kind === 'over' ? 'due-over' : 'due-soon'} size={12} />}
      {words}
    </span>
  );
}
