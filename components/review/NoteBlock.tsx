import { useState } from 'react';
import { Avatar, Button, Field, LinkButton, TextArea, useFocusOnMount } from '../ui';
import styles from './NoteBlock.module.css';

interface Props {
  note: string;
  authorName: string;
  /** For the initials. */
  fullName: string;
  /** Null for everybody but the author. */
  onSave: ((note: string) => Promise<boolean>) | null;
}

/** The author's note to the approver. It is not part of the post and cannot be published. */
export function NoteBlock({ note, authorName, fullName, onSave }: Props) {
  const [text, setText] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (!onSave || text === null) return;
    setBusy(true);
    if (await onSave(text.trim())) setText(null);
    setBusy(false);
  };
  if (onSave && text !== null) {
    return (
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Field label="Note for the approver" aside="stays inside Countersign"><Words value={text} onText={setText} /></Field>
        <div className={styles['buttons']}>
          <Button size={28} type="submit" busy={busy}>Save note</Button>
          <Button size={28} variant="quiet" onClick={() => setText(null)}>Cancel</Button>
        </div>
      </form>
    );
  }
  if (!note) return onSave ? <LinkButton className={styles['add']} onClick={() => setText('')}>Add a note for the approver</LinkButton> : null;
  return (
    <section className={styles['note']} aria-label={`Note from ${authorName}`}>
      <Avatar name={fullName} size={20} />
      <div className={styles['words']}>
        <strong className={styles['from']}>Note from {authorName}</strong> <span className={styles['inside']}>stays inside Countersign</span>
        <p className={styles['text']} dir="auto">{note}</p>
        {onSave && <LinkButton onClick={() => setText(note)}>Edit note</LinkButton>}
      </div>
    </section>
  );
}

function Words(props: { value: string; onText(text: string): void }) {
  const area = useFocusOnMount<HTMLTextAreaElement>();
  return <TextArea {...props} ref={area} maxLength={5_000} />;
}
