import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Member, Role } from '../../../review/model';
import { Button, Checkbox, Dialog, Field, Icon, PassphraseInput, TextInput, toast } from '../../ui';
import { addPerson } from '../../welcome/create-person';
import { PassphraseJudgement } from '../../welcome/PassphraseJudgement';
import { useJudgement } from '../../welcome/use-judgement';
import { ROLE_CHOICES } from './PersonDialog';
import page from '../Options.module.css';
import styles from './People.module.css';

/** A new person on this computer: own name, own passphrase, own key. */
export function AddPersonDialog({ open, members, workspaceName, onClose }: { open: boolean; members: readonly Member[]; workspaceName: string; onClose(): void }) {
  const input = useRef<HTMLInputElement>(null);
  return <Dialog open={open} onClose={onClose} title="Add a person" initialFocus={input}>{open && <Form members={members} workspaceName={workspaceName} input={input} onDone={onClose} />}</Dialog>;
}

interface FormProps { members: readonly Member[]; workspaceName: string; input: RefObject<HTMLInputElement | null>; onDone(): void }

function Form({ members, workspaceName, input, onDone }: FormProps) {
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['approver']);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const judgement = useJudgement(passphrase, [name, workspaceName]);
  const trimmed = name.trim();
  const double = members.some((member) => member.removedAt === null && member.name.toLocaleLowerCase() === trimmed.toLocaleLowerCase());
  const ready = trimmed !== '' && !double && roles.length > 0 && judgement?.good === true;
  const label = trimmed === '' ? 'Type a name' : double ? 'Choose another name' : roles.length === 0 ? 'Choose a role' : passphrase === '' ? 'Choose a passphrase' : judgement?.good === false ? 'Choose a longer passphrase' : `Add ${trimmed}`;

  const add = async () => {
    if (!ready || busy) return;
    setBusy(true);
    const made = await addPerson({ name: trimmed, passphrase, roles: [...roles] });
    setBusy(false);
    if (!made.ok) return setProblem(made.problem);
    toast({ title: `${trimmed} signs here now.` });
    onDone();
  };

  return (
    <form className={page['stack']} onSubmit={(event) => { event.preventDefault(); void add(); }}>
      <p className={page['muted']}>Let them sit down here: the passphrase is theirs alone and cannot be reset by anyone.</p>
      <Field label="Name" error={double ? `${trimmed} already signs here.` : undefined}><TextInput ref={input} value={name} onText={setName} maxLength={80} autoComplete="off" name="member-name" /></Field>
      <fieldset className={styles['roles']}>
        <legend>Roles</legend>
        {ROLE_CHOICES.map((choice) => (
          <Checkbox key={choice.role} checked={roles.includes(choice.role)} onChecked={(on) => setRoles(ROLE_CHOICES.map((entry) => entry.role).filter((role) => (role === choice.role ? on : roles.includes(role))))}>
            {choice.title} <span className={page['muted']}>{choice.detail}</span>
          </Checkbox>
        ))}
      </fieldset>
      <div>
        <Field label="Passphrase"><PassphraseInput value={passphrase} onText={setPassphrase} autoComplete="new-password" maxLength={200} name="member-passphrase" /></Field>
        <PassphraseJudgement judgement={judgement} typed={passphrase !== ''} />
      </div>
      {problem && <p className={page['problem']} role="alert"><Icon name="sev-block" />{problem}</p>}
      <div className={page['row']}><Button type="submit" variant="primary" size={36} busy={busy} disabled={!ready}>{label}</Button></div>
    </form>
  );
}
