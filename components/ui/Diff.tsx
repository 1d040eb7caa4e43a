import { useMemo } from 'react';
import { cx } from './cx';
import { wordChanges } from './word-changes';
import styles from './Diff.module.css';

/** Inline changes: insertions underlined on green, deletions struck on red, both spoken. */
export function Diff({ before, after, className }: { before: string; after: string; className?: string | undefined }) {
  const changes = useMemo(() => wordChanges(before, after), [before, after]);
  return (
    <p className={cx(styles['text'], className)} dir="auto">
      {changes.map((change, index) => {
        if (change.kind === 'added') return <ins key={index} className={styles['ins']}><span className="cs-hidden">added: </span>{change.text}<span className="cs-hidden"> end of added </span></ins>;
        if (change.kind === 'removed') return <del key={index} className={styles['del']}><span className="cs-hidden">removed: </span>{change.text}<span className="cs-hidden"> end of removed </span></del>;
        return <span key={index}>{change.text}</span>;
      })}
    </p>
  );
}
