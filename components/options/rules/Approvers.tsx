import type { Member, MemberId } from '../../../review/model';
import { Chip } from '../../ui';
import { toggleApprover } from './rule-edit';
import styles from './Rules.module.css';

interface Props {
  /** Members with the role approver. */
  able: readonly Member[];
  listed: readonly MemberId[];
  disabled: boolean;
  onChange(approvers: MemberId[]): void;
  onProblem(problem: string | null): void;
}

/** Who may approve, one chip per person. No list at all means everybody with that role, now and later. */
export function Approvers({ able, listed, disabled, onChange, onProblem }: Props) {
  const everyone = able.map((member) => member.id);
  return (
    <div className={styles['chips']} role="group" aria-label="Who may approve" inert={disabled || undefined}>
      {able.map((member) => (
        <Chip
          key={member.id}
          pressed={listed.length === 0 || listed.includes(member.id)}
          onPressed={() => {
            const next = toggleApprover(listed, everyone, member.id);
            onProblem(next.ok ? null : next.problem);
            if (next.ok) onChange(next.approvers);
          }}
        >
          {member.name}
        </Chip>
      ))}
      {able.length === 0 && <span>Nobody has the role approver yet.</span>}
    </div>
  );
}
