import { useId, useRef } from 'react';
import { REASONS } from '../../review/model';
import { useShortcuts } from '../session/shortcuts';
import { Button, Chip, Field, Sheet, TextArea } from '../ui';
import { REASON_WORDS } from './reasons';
import type { DraftHandle } from './use-draft';
import styles from './AskSheet.module.css';

interface Props { handle: DraftHandle; authorName: string; busy: boolean; onSend(): void; onClose(): void }

/** QU3: ends the hold, with a reason in words. */
export function RejectSheet({ handle: { draft, change }, authorName, busy, onSend, onClose }: Props) {
  const form = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const ready = draft.text.trim() !== '';
  const send = () => { if (ready && !busy) onSend(); };
  useShortcuts({ always: { '$mod+Enter': send } });
  return (
    <Sheet
      open
      onClose={onClose}
      title="Reject this post"
      initialFocus={words}
      foot={
        <>
          <span className={styles['cost']}>This ends the hold. {authorName} keeps the text.</span>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" type="submit" form={form} busy={busy} disabled={!ready}>{ready ? 'Reject' : 'Say why first'}</Button>
        </>
      }
    >
      <form id={form} className={styles['form']} onSubmit={(event) => { event.preventDefault(); send(); }}>
        <div className={styles['chips']} role="group" aria-label="Reasons">
          {REASONS.filter((reason) => reason !== 'other').map((reason) => (
            <Chip key={reason} pressed={draft.reasons.includes(reason)} onPressed={(on) => change({ reasons: on ? [...draft.reasons, reason] : draft.reasons.filter((other) => other !== reason) })}>{REASON_WORDS[reason]}</Chip>
          ))}
        </div>
        <Field label={`Why, in words ${authorName} can use`}>
          <TextArea ref={words} value={draft.text} onText={(text) => change({ text })} maxLength={5_000} rows={3} />
        </Field>
      </form>
    </Sheet>
  );
}
