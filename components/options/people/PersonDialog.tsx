import { useState } from 'react';
import type { Member, Role, RuleSet } from '../../../review/model';
import { ask } from '../../../runtime/client';
import { Button, Checkbox, Dialog, Field, Icon, TextInput, toast } from '../../ui';
import { explain } from '../../workspace/explain';
import type { Rights } from '../../workspace/use-rights';
import { afterRemoval, columnsOf, deadlockSentence } from './matrix-facts';
import page from '../Options.module.css';
import styles from './People.module.css';

export const ROLE_CHOICES: readonly { role: Role; title: string; detail: string }[] = [
  { role: 'author', title: 'Author', detail: 'writes posts that are held' },
  { role: 'approver', title: 'Approver', detail: 'signs posts of others' },
  { role: 'ruleOwner', title: 'Rule owner', detail: 'changes sites, people and rules' },
  { role: 'auditor', title: 'Auditor', detail: 'reads the log' },
];

interface Props {
  member: Member | null;
  members: readonly Member[];
  rules: RuleSet;
  rights: Rights;
  onClose(): void;
}

/** Name, roles, and leaving. What a change would make impossible is said before it is saved. */
export function PersonDialog({ member, ...rest }: Props) {
  return member && <OnePerson key={member.id} member={member} {...rest} />;
}

function OnePerson({ member, members, rules, rights, onClose }: Props & { member: Member }) {
  const [name, setName] = useState(member.name);
  const [roles, setRoles] = useState<readonly Role[]>(member.roles);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const locked = !rights.canEdit;
  const edited = members.map((entry) => (entry.id === member.id ? { ...entry, name, roles: [...roles] } : entry));
  const now = new Set(columnsOf(rules, members).flatMap((column) => deadlockSentence(members, column) ?? []));
  const after = leaving ? afterRemoval(members, member.id, rules) : columnsOf(rules, edited).flatMap((column) => deadlockSentence(edited, column) ?? []);
  const warnings = after.filter((words) => !now.has(words));

  const run = async (work: ReturnType<typeof ask<'member.update'>> | ReturnType<typeof ask<'member.remove'>>, done: string) => {
    setBusy(true);
    const answer = await work;
    setBusy(false);
    if (!answer.ok) return setProblem(explain(answer));
    toast({ title: done });
    onClose();
  };
  const changed = name.trim() !== member.name || roles.join() !== member.roles.join();

  return (
    <Dialog
      open
      onClose={onClose}
      title={leaving ? `Remove ${member.name}?` : member.name}
      foot={
        leaving ? (
          <><Button onClick={() => setLeaving(false)}>Keep {member.name}</Button><Button variant="danger" busy={busy} disabled={locked} onClick={() => void run(ask('member.remove', { memberId: member.id }), `${member.name} was removed.`)}>Remove {member.name}</Button></>
        ) : (
          <><Button variant="quiet" disabled={locked} onClick={() => setLeaving(true)}>Remove…</Button><Button variant="primary" busy={busy} disabled={locked || !changed || name.trim() === ''} onClick={() => void run(ask('member.update', { memberId: member.id, name: name.trim(), roles: [...roles] }), 'Saved.')}>{rights.why ?? 'Save'}</Button></>
        )
      }
    >
      {leaving ? (
        <p>The key of {member.name} stops counting now. Past signatures still verify, and posts waiting for {member.name} stay held.</p>
      ) : (
        <div className={page['stack']}>
          <Field label="Name"><TextInput value={name} onText={setName} maxLength={80} disabled={locked} autoComplete="off" /></Field>
          <fieldset className={styles['roles']}>
            <legend>Roles</legend>
            {ROLE_CHOICES.map((choice) => (
              <Checkbox key={choice.role} checked={roles.includes(choice.role)} disabled={locked} onChecked={(on) => setRoles(ROLE_CHOICES.map((entry) => entry.role).filter((role) => (role === choice.role ? on : roles.includes(role))))}>
                {choice.title} <span className={page['muted']}>{choice.detail}</span>
              </Checkbox>
            ))}
          </fieldset>
          <p className={page['meta']}>Key <span className={page['mono']}>{member.deviceKeyId}</span>, since {new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(member.createdAt)}</p>
        </div>
      )}
      {warnings.map((words) => <p key={words} className={page['alert']} data-tone="hold" style={{ marginBlock: '12px 0' }}><Icon name="sev-hold" size={20} /><span className={page['alertText']}>{words}</span></p>)}
      {problem && <p className={page['problem']} role="alert"><Icon name="sev-block" />{problem}</p>}
    </Dialog>
  );
}
