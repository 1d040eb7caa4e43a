import type { Member } from '../../review/model';
import { Button, cx } from '../ui';
import styles from './CoverageLine.module.css';

interface Props {
  member: Member;
  host: Member;
  onHandBack(): void;
}

/** Two people at one browser: what is written while the second one is signed in counts as theirs. */
export function HandBackLine({ member, host, onHandBack }: Props) {
  return (
    <aside className={cx(styles['line'], styles['two'])} aria-label="Shared browser">
      <p className={styles['words']} title={`What is written here now counts as written by ${member.name}.`}>
        What is written now counts as <strong className={styles['strong']}>{member.name}</strong>’s.
      </p>
      <Button size={24} onClick={onHandBack}>Hand back to {host.name}</Button>
    </aside>
  );
}
