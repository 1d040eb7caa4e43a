import { useEffect, useId, useState } from 'react';
import { readNumber } from './rule-edit';
import type { Bounds } from './rule-edit';
import styles from './Rules.module.css';

interface Props {
  /** Spoken name. */
  label: string;
  noun: string;
  ms: number;
  bounds: Bounds;
  disabled: boolean;
  onMs(ms: number): void;
  /** Where the complaint is shown. */
  onProblem(problem: string | null): void;
}

/** A number inside a sentence. Saved on Enter or when it is left, never while it is being typed. */
export function NumberToken({ label, noun, ms, bounds, disabled, onMs, onProblem }: Props) {
  const shown = String(Math.round(ms / bounds.unit));
  const [text, setText] = useState(shown);
  const [bad, setBad] = useState(false);
  const id = useId();
  useEffect(() => {
    setText(shown);
    setBad(false);
  }, [shown]);
  const commit = () => {
    const read = readNumber(text, bounds, noun);
    setBad(!read.ok);
    onProblem(read.ok ? null : `${label}: ${read.problem}`);
    if (read.ok && read.ms !== ms) onMs(read.ms);
  };
  return (
    <>
      <input
        id={id}
        className={styles['number']}
        inputMode="numeric"
        aria-label={`${label}, ${noun}`}
        aria-invalid={bad || undefined}
        disabled={disabled}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') { setText(shown); setBad(false); onProblem(null); }
        }}
      />
      {' '}<span aria-hidden="true">{noun}</span>
    </>
  );
}
