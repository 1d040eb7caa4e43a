import type { Strength } from '../../../review/model';
import { Select } from '../../ui';
import { STRENGTHS, strengthWords } from './rule-edit';
import styles from './Rules.module.css';

interface Props {
  strength: Strength;
  quorum: number;
  /** How many people may approve; the choice of quorum ends there. */
  approvers: number;
  disabled: boolean;
  onStrength(strength: Strength): void;
  onQuorum(quorum: number): void;
}

/** "hold it until 2 of 3 approve", as tokens in a running sentence. */
export function RequirementTokens({ strength, quorum, approvers, disabled, onStrength, onQuorum }: Props) {
  const most = Math.min(10, Math.max(approvers, quorum, 1));
  const known = STRENGTHS.some((entry) => entry.id === strength);
  const strengths = [...STRENGTHS.map((entry) => ({ value: entry.id as string, label: entry.words, detail: entry.meaning })), ...(known ? [] : [{ value: strength as string, label: strengthWords(strength), detail: 'Chosen elsewhere' }])];
  return (
    <>
      <Select label="What happens to the post" size={28} value={strength as string} choices={strengths} disabled={disabled} onValue={(next) => onStrength(next as Strength)} className={strength === 'block' ? styles['block'] : styles['hold']} />
      {strength !== 'block' && (
        <>
          {' until '}
          <Select label="How many people" size={28} value={String(quorum)} disabled={disabled} onValue={(next) => onQuorum(Number(next))} choices={Array.from({ length: most }, (_, index) => ({ value: String(index + 1), label: `${index + 1} of ${approvers}` }))} />
          {quorum === 1 ? ' approves' : ' approve'}
        </>
      )}
    </>
  );
}

