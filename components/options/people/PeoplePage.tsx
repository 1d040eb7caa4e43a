import { useState } from 'react';
import type { Member, Workspace } from '../../../review/model';
import { Button, Icon, Mark } from '../../ui';
import { PageHeader } from '../PageHeader';
import { sameAccount, toggleApprover, withAccount } from '../rules/rule-edit';
import { SaveNote } from '../rules/SaveNote';
import { useAutosave } from '../rules/use-autosave';
import { SignInNote } from '../SignInNote';
import { useRights } from '../../workspace/use-rights';
import { AccountDialog } from './AccountDialog';
import { AddAccountDialog } from './AddAccountDialog';
import { AddPersonDialog } from './AddPersonDialog';
import { Matrix } from './Matrix';
import { active, approversOf, columnKey, columnsOf, deadlockSentence } from './matrix-facts';
import type { Column } from './matrix-facts';
import { PersonDialog } from './PersonDialog';
import page from '../Options.module.css';
import styles from './People.module.css';

type Open = { kind: 'person'; id: string } | { kind: 'add-person' } | { kind: 'add-account' } | null;

/** People, accounts, and who can answer whom. A deadlock is outlined and explained before anything is held. */
export function PeoplePage({ workspace, members, rest }: { workspace: Workspace; members: readonly Member[]; rest: string }) {
  const { rules, state, change } = useAutosave(workspace.rules);
  const rights = useRights();
  const [open, setOpen] = useState<Open>(null);
  const people = active(members);
  const gone = members.filter((member) => member.removedAt !== null);
  const columns = columnsOf(rules, members);
  const named = rules.accounts.find((rule) => columnKey(rule) === decodeURIComponent(rest));
  const dead = columns.flatMap((column) => {
    const words = deadlockSentence(members, column);
    return words ? [{ key: column.key, words }] : [];
  });
  const count = (many: number, one: string, more: string) => `${many} ${many === 1 ? one : more}`;

  const toggle = (column: Column, member: Member) => {
    const everyone = approversOf([], members).map((entry) => entry.id);
    change((now) => {
      const rule = now.accounts.find((entry) => columnKey(entry) === column.key);
      const part = rule ?? now.defaults;
      const next = toggleApprover(part.approvers, everyone, member.id);
      if (!next.ok) return now;
      const quorum = Math.min(part.quorum, Math.max(1, next.approvers.length || everyone.length));
      return rule ? withAccount(now, { ...rule, approvers: next.approvers, quorum }) : { ...now, defaults: { ...now.defaults, approvers: next.approvers, quorum } };
    });
  };

  return (
    <>
      <PageHeader
        title="People & accounts"
        sub={`${count(people.length, 'person', 'people')}, ${rules.accounts.length === 0 ? 'every account alike' : rules.accounts.length === 1 ? '1 account with a rule of its own' : `${rules.accounts.length} accounts with rules of their own`}. A person who wrote or edited a version never counts as its approver.`}
        actions={<><SaveNote state={state} /><Button disabled={!rights.canEdit} title={rights.why ?? undefined} onClick={() => setOpen({ kind: 'add-account' })}>Add account</Button><Button variant="primary" disabled={!rights.canEdit} title={rights.why ?? undefined} onClick={() => setOpen({ kind: 'add-person' })}>Add person</Button></>}
      />
      <SignInNote rights={rights} what="change people and accounts" />
      <div className={page['scroll']}>
        <Matrix members={members} columns={columns} canEdit={rights.canEdit} onPerson={(member) => setOpen({ kind: 'person', id: member.id })} onColumn={(column) => { location.hash = column.platform === null ? '#rules' : `#people/${encodeURIComponent(column.key)}`; }} onToggle={toggle} />
      </div>
      <div className={styles['foot']}>
        <span className={styles['legend']}>
          <span><Icon name="ui-pen" />Writes</span><span><Mark kind="countersigned" />Approves</span><span><Icon name="ui-eye" />Reads the log</span>
        </span>
        <span>Arrow keys move between cells, Enter changes one</span>
      </div>
      {dead.map(({ key, words }) => (
        <div key={key} className={page['alert']} data-tone="hold" role="status">
          <Icon name="sev-hold" size={20} />
          <p className={page['alertText']}>{words}</p>
          <Button disabled={!rights.canEdit} onClick={() => setOpen({ kind: 'add-person' })}>Add person</Button>
        </div>
      ))}
      {gone.length > 0 && (
        <section className={page['section']} aria-label="People who left">
          <h2 className={page['h2']}>People who left</h2>
          <p className={page['muted']}>Their past signatures still verify; new ones do not count.</p>
          <ul className={styles['gone']}>{gone.map((member) => <li key={member.id}><span>{member.name}</span><span>left {new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(member.removedAt ?? 0)}</span></li>)}</ul>
        </section>
      )}
      <PersonDialog member={people.find((member) => open?.kind === 'person' && member.id === open.id) ?? null} members={members} rules={rules} rights={rights} onClose={() => setOpen(null)} />
      <AddPersonDialog open={open?.kind === 'add-person'} members={members} workspaceName={workspace.name} onClose={() => setOpen(null)} />
      <AddAccountDialog open={open?.kind === 'add-account'} rules={rules} onClose={() => setOpen(null)} onAdd={(rule) => { change((now) => withAccount(now, rule)); setOpen(null); }} />
      <AccountDialog
        rule={named ?? null}
        members={members}
        rules={rules}
        rights={rights}
        state={state}
        onClose={() => { location.hash = '#people'; }}
        onChange={(edit) => { if (named) change((now) => ({ ...now, accounts: now.accounts.map((entry) => (sameAccount(entry, named) ? edit(entry) : entry)) })); }}
        onRemove={() => { if (named) change((now) => ({ ...now, accounts: now.accounts.filter((entry) => !sameAccount(entry, named)) })); location.hash = '#people'; }}
      />
    </>
  );
}
