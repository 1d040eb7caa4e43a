import { useState } from 'react';
import type { AccountRule, Member, RuleSet } from '../../../review/model';
import { Button, Dialog, Icon, RadioCards } from '../../ui';
import { Approvers } from '../rules/Approvers';
import { RequirementTokens } from '../rules/Requirement';
import { SaveNote } from '../rules/SaveNote';
import type { SaveState } from '../rules/use-autosave';
import { siteTitle } from '../sites/site-title';
import type { Rights } from '../../workspace/use-rights';
import { approversOf, columnKey, columnsOf, deadlockSentence } from './matrix-facts';
import page from '../Options.module.css';
import rulesStyles from '../rules/Rules.module.css';

interface Props {
  rule: AccountRule | null;
  members: readonly Member[];
  rules: RuleSet;
  rights: Rights;
  state: SaveState;
  onChange(edit: (rule: AccountRule) => AccountRule): void;
  onRemove(): void;
  onClose(): void;
}

/** One account's own rule: covered or left out, how strongly, and who may approve. */
export function AccountDialog({ rule, members, rules, rights, state, onChange, onRemove, onClose }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  if (!rule) return null;
  const locked = !rights.canEdit;
  const able = approversOf([], members);
  const listed = approversOf(rule.approvers, members);
  const column = columnsOf(rules, members).find((entry) => entry.key === columnKey(rule));
  const dead = column ? deadlockSentence(members, column) : null;
  return (
    <Dialog open onClose={onClose} title={`${rule.handle} on ${siteTitle(rule.platform)}`} foot={<><Button variant="danger" disabled={locked} onClick={onRemove}>{locked ? 'Sign in to remove this rule' : 'Remove this rule'}</Button><SaveNote state={state} /></>}>
      <div className={page['stack']} inert={locked || undefined}>
        <RadioCards
          label="Coverage"
          value={rule.covered ? 'covered' : 'free'}
          onValue={(next) => onChange((now) => ({ ...now, covered: next === 'covered' }))}
          cards={[{ value: 'covered', title: 'Covered', detail: 'Posts from this account are held' }, { value: 'free', title: 'Left out', detail: 'A private account: posts freely, nothing is read or kept' }]}
        />
        {rule.covered && (
          <>
            <div className={rulesStyles['sentence']}>
              When somebody posts as {rule.handle},{' '}
              <RequirementTokens strength={rule.strength} quorum={rule.quorum} approvers={listed.length} disabled={locked} onStrength={(strength) => onChange((now) => ({ ...now, strength }))} onQuorum={(quorum) => onChange((now) => ({ ...now, quorum }))} />.
            </div>
            <div>
              <h3 className={page['h3']}>Who may approve</h3>
              <Approvers able={able} listed={rule.approvers} disabled={locked} onProblem={setProblem} onChange={(approvers) => onChange((now) => ({ ...now, approvers, quorum: Math.min(now.quorum, Math.max(1, approversOf(approvers, members).length)) }))} />
            </div>
          </>
        )}
        {problem && <p className={page['problem']} role="alert"><Icon name="sev-block" />{problem}</p>}
        {dead && <p className={page['alert']} data-tone="hold"><Icon name="sev-hold" size={20} /><span className={page['alertText']}>{dead}</span></p>}
      </div>
    </Dialog>
  );
}
