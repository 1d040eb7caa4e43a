import type { SubmitEvent } from 'react';
import { useEffect, useState } from 'react';
import type { Member, MemberId } from '../../review/model';
import { waitUntil } from '../stores/session-store';
import type { UnlockOutcome } from '../stores/session-store';
import { Avatar, Button, Field, Icon, LinkButton, Logo, PassphraseInput, RadioCards, useFocusOnMount, useNow } from '../ui';
import { rolesWords } from './roles';
import styles from './UnlockForm.module.css';

interface Props {
  workspaceName: string;
  members: readonly Member[];
  /** Offered while nobody was chosen and nothing was typed. */
  first: MemberId | null;
  /** How many posts stay held meanwhile; null while unknown. */
  held: number | null;
  onUnlock(memberId: MemberId, passphrase: string): Promise<UnlockOutcome>;
  onAddPerson?: () => void;
}

/** Who is signing: choose yourself, give your own passphrase. Keys never leave this page. */
export function UnlockForm({ workspaceName, members, first, held, onUnlock, onAddPerson }: Props) {
  const present = members.filter(({ removedAt }) => removedAt === null);
  const [chosen, setChosen] = useState<MemberId | null>(null);
  const member = present.find(({ id }) => id === (chosen ?? first)) ?? present[0];
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const [retryAt, setRetryAt] = useState<number | null>(null);
  const input = useFocusOnMount<HTMLInputElement>();
  const memberId = member?.id;
  const left = Math.ceil(((retryAt ?? 0) - useNow(true)) / 1000);

  useEffect(() => {
    if (!memberId) return;
    let fresh = true;
    void waitUntil(memberId).then((at) => { if (fresh) setRetryAt(at); }, () => undefined);
    return () => { fresh = false; };
  }, [memberId]);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!member || busy || left > 0) return;
    if (!passphrase) {
      setError('Type the passphrase.');
      return input.current?.focus();
    }
    setBusy(true);
    setError('');
    await nextFrame();
    const outcome = await onUnlock(member.id, passphrase).catch((fault: unknown): UnlockOutcome => ({ ok: false, detail: fault instanceof Error ? fault.message : String(fault), retryAt: null }));
    if (outcome.ok) return;
    setBusy(false);
    setError(outcome.detail);
    setRetryAt(outcome.retryAt);
    input.current?.select();
  };

  if (!member) return null;
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      <Logo size={40} />
      <h1 className={styles['title']}>Who is signing?</h1>
      <p className={styles['place']}>{workspaceName} workspace on this computer</p>
      <RadioCards
        label="Person"
        className={styles['people']}
        value={member.id}
        onValue={(id) => { setChosen(id); setError(''); setPassphrase(''); setRetryAt(null); }}
        cards={present.map((person) => ({ value: person.id, title: person.name, detail: rolesWords(person.roles), lead: <Avatar name={person.name} size={32} /> }))}
      />
      <Field label={`Passphrase for ${member.name}`} error={left > 0 ? `Too many wrong tries. Next try in ${waitWords(left)}.` : error}>
        <PassphraseInput ref={input} name="passphrase" value={passphrase} onText={(text) => { setChosen(member.id); setPassphrase(text); setError(''); }} />
      </Field>
      <Button type="submit" variant="primary" size={36} wide busy={busy} disabled={left > 0} className={styles['go']}>{left > 0 ? `Wait ${waitWords(left)}` : busy ? 'Unlocking…' : 'Unlock'}</Button>
      <footer className={styles['foot']}>
        <Icon name="ui-lock" size={14} />
        <span className={styles['held']}>{heldWords(held)}</span>
        {onAddPerson && <LinkButton onClick={onAddPerson}>Add person</LinkButton>}
      </footer>
    </form>
  );
}

/** Two frames: the first paints the busy state, the second is the first moment after that paint. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve())); });
}

function waitWords(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}

function heldWords(held: number | null): string {
  if (!held) return 'Held posts stay held while locked';
  return held === 1 ? '1 post stays held while locked' : `${held} posts stay held while locked`;
}
