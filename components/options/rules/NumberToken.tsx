import { useId, useState } from 'react';
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
  /** What is being typed; null while the saved number is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const [bad, setBad] = useState(false);
  const id = useId();
  const forget = () => {
    setTyped(null);
    setBad(false);
    onProblem(null);
  };
  const commit = () => {
    if (typed === null) return;
    const read = readNumber(typed, bounds, noun);
    if (!read.ok) {
      setBad(true);
      return onProblem(`${label}: ${read.problem}`);
    }
    forget();
    if (read.ms !== ms) onMs(read.ms);
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
        value={typed ?? shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') forget();
        }}
      />
      {' '}<span aria-hidden="true">{noun}</span>
    </>
  );
}
