import { useId, useRef } from 'react';
import { REASONS } from '../../review/model';
import { useShortcuts } from '../session/shortcuts';
import { Button, Checkbox, Chip, Diff, Field, LinkButton, Sheet, TextArea } from '../ui';
import { askProblem, changedWording } from './draft';
import { REASON_WORDS } from './reasons';
import type { DraftHandle } from './use-draft';
import styles from './AskSheet.module.css';

interface Props {
  handle: DraftHandle;
  authorName: string;
  original: string;
  /** "This drops Tim’s approval.", or ''. */
  cost: string;
  mayCount: boolean;
  busy: boolean;
  onSend(): void;
  onClose(): void;
}

/** Return with a reason: chips, words, a suggested wording with its live difference. */
export function AskSheet({ handle: { draft, change }, authorName, original, cost, mayCount, busy, onSend, onClose }: Props) {
  const form = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const problem = askProblem(draft, original);
  const suggestion = changedWording(draft.suggestion, original);
  const send = () => { if (!problem && !busy) onSend(); };
  useShortcuts({ always: { '$mod+Enter': send } });
  return (
    <Sheet
      open
      onClose={onClose}
      title={`Ask ${authorName} for changes`}
      initialFocus={words}
      foot={
        <>
          <span className={styles['cost']}>{cost}</span>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={form} busy={busy} disabled={problem !== null}>{problem ?? 'Ask for changes'}</Button>
        </>
      }
    >
      <form id={form} className={styles['form']} onSubmit={(event) => { event.preventDefault(); send(); }}>
        <div className={styles['chips']} role="group" aria-label="Reasons">
          {REASONS.map((reason) => (
            <Chip key={reason} pressed={draft.reasons.includes(reason)} onPressed={(on) => change({ reasons: on ? [...draft.reasons, reason] : draft.reasons.filter((other) => other !== reason) })}>{REASON_WORDS[reason]}</Chip>
          ))}
        </div>
        <Field label="What should change" aside={draft.reasons.includes('other') ? '' : 'optional with a reason'}>
          <TextArea ref={words} value={draft.text} onText={(text) => change({ text })} maxLength={5_000} rows={2} />
        </Field>
        {draft.suggestion === null ? (
          <LinkButton onClick={() => change({ suggestion: original })}>Suggest a wording</LinkButton>
        ) : (
          <>
            <Field label="Suggested wording" aside={<LinkButton className={styles['drop']} onClick={() => change({ suggestion: null })}>Remove</LinkButton>}>
              <TextArea value={draft.suggestion} onText={(text) => change({ suggestion: text })} rows={3} data-suggestion />
            </Field>
            {suggestion !== null && <div className={styles['diff']}><Diff before={original} after={suggestion} /></div>}
            {mayCount && suggestion !== null && (
              <Checkbox checked={draft.approveIfTaken} onChecked={(approveIfTaken) => change({ approveIfTaken })}>Count as my approval if taken exactly as suggested</Checkbox>
            )}
          </>
        )}
      </form>
    </Sheet>
  );
}
