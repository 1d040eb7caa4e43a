import { useState } from 'react';
import type { Member, RuleSet, Workspace } from '../../../review/model';
import { Icon, Switch } from '../../ui';
import { PageHeader } from '../PageHeader';
import { names } from '../../workspace/names';
import { approversOf, columnsOf, deadlockSentence } from '../people/matrix-facts';
import { PhrasesLink } from '../phrases/PhrasesLink';
import { SignInNote } from '../SignInNote';
import { useRights } from '../../workspace/use-rights';
import { AccountRules } from './AccountRules';
import { Approvers } from './Approvers';
import { Checks } from './Checks';
import { NumberToken } from './NumberToken';
import { RequirementTokens } from './Requirement';
import { GRANT, PENDING, UNDO } from './rule-edit';
import { SaveNote } from './SaveNote';
import { useAutosave } from './use-autosave';
import page from '../Options.module.css';
import styles from './Rules.module.css';

/** The one rule set, written as a sentence. Every change is saved at once and recorded in the log. */
export function RulesPage({ workspace, members }: { workspace: Workspace; members: readonly Member[] }) {
  const { rules, state, change } = useAutosave(workspace.rules);
  const rights = useRights();
  const [problem, setProblem] = useState<string | null>(null);
  const locked = !rights.canEdit;
  const able = approversOf([], members);
  const listed = approversOf(rules.defaults.approvers, members);
  const dead = columnsOf(rules, members).flatMap((column) => deadlockSentence(members, column) ?? []);
  const defaults = (part: Partial<RuleSet['defaults']>) => change((now) => ({ ...now, defaults: { ...now.defaults, ...part } }));

  return (
    <>
      <PageHeader title="Rules" sub={`Rule set ${rules.version}. Each change counts for posts held from now on; a post already held keeps the stricter of the two.`} actions={<SaveNote state={state} />} />
      <SignInNote rights={rights} what="change the rules" />
      <section aria-label="The rule">
        <div className={styles['sentence']}>
          {'When somebody posts from a covered account, '}
          <RequirementTokens strength={rules.defaults.strength} quorum={rules.defaults.quorum} approvers={listed.length} disabled={locked} onStrength={(strength) => defaults({ strength })} onQuorum={(quorum) => defaults({ quorum })} />
          {rules.defaults.strength !== 'block' && (
            <>
              {', for at most '}
              <NumberToken label="Waiting time" noun="hours" ms={rules.pendingMs} bounds={PENDING} disabled={locked} onProblem={setProblem} onMs={(pendingMs) => change((now) => ({ ...now, pendingMs }))} />
            </>
          )}
          .
        </div>
        <div className={styles['sentence']}>
          {'Once cleared, it waits '}
          <NumberToken label="Undo window" noun="seconds" ms={rules.undoMs} bounds={UNDO} disabled={locked} onProblem={setProblem} onMs={(undoMs) => change((now) => ({ ...now, undoMs }))} />
          {' in which either side can stop it, and the clearance lasts '}
          <NumberToken label="Clearance" noun="minutes" ms={rules.grantMs} bounds={GRANT} disabled={locked} onProblem={setProblem} onMs={(grantMs) => change((now) => ({ ...now, grantMs }))} />
          .
        </div>
        {problem && <p className={page['problem']} role="alert"><Icon name="sev-block" />{problem}</p>}
        <p className={`${page['para']} ${page['muted']}`}>Nothing is ever released by waiting: when the time is over, the post expires and its text is kept.</p>
      </section>

      <section className={styles['block2']} aria-label="Who may approve">
        <h2 className={page['h2']}>Who may approve</h2>
        <p className={`${page['para']} ${page['muted']}`}>{rules.defaults.approvers.length === 0 ? 'Every approver, people who join later included.' : `Only ${names(listed)}.`} Nobody counts for a version they wrote or edited.</p>
        <Approvers able={able} listed={rules.defaults.approvers} disabled={locked} onProblem={setProblem} onChange={(approvers) => defaults({ approvers, quorum: Math.min(rules.defaults.quorum, Math.max(1, approversOf(approvers, members).length)) })} />
        {dead.map((words) => <p key={words} className={page['alert']} data-tone="hold" style={{ marginBlock: '16px 0' }}><Icon name="sev-hold" size={20} /><span className={page['alertText']}>{words}</span></p>)}
      </section>

      <section className={styles['block2']} aria-label="How people look">
        <h2 className={page['h2']}>How people look</h2>
        <Option title="Look before approving" on={rules.requireSeen} disabled={locked} onChange={(requireSeen) => change((now) => ({ ...now, requireSeen }))}>Approve stays closed until the whole text and every image was in view.</Option>
        <Option title="A suggestion taken word for word counts" on={rules.approveIfTaken} disabled={locked} onChange={(approveIfTaken) => change((now) => ({ ...now, approveIfTaken }))}>An approver may offer a wording and approve it in advance. Any other change voids that.</Option>
      </section>

      <AccountRules rules={rules} members={members} />
      <PhrasesLink />
      <Checks />
    </>
  );
}

function Option({ title, children, on, disabled, onChange }: { title: string; children: string; on: boolean; disabled: boolean; onChange(on: boolean): void }) {
  const id = `option-${title.replace(/\W+/g, '-').toLowerCase()}`;
  return (
    <div className={styles['option']}>
      <div><h3 id={id}>{title}</h3><p>{children}</p></div>
      <Switch labelledBy={id} checked={on} disabled={disabled} onChecked={onChange} />
    </div>
  );
}
