/** What became of a release: told by the tab that started it, by the network, by silence, or by a person. */
import type { Answer, HoldView } from '../../review/contract';
import type { GrantId, HoldId, LogType, MemberId, Receipt } from '../../review/model';
import { refuse } from '../commit';
import type { Desk } from '../desk';
import { stepHold } from './step';

export interface Outcome {
  holdId: HoldId;
  grantId: GrantId;
  status: Receipt['status'];
  permalink: string | null;
  detail: string;
}

const ENTRY: Record<Receipt['status'], LogType> = { sent: 'release.sent', verified: 'release.verified', failed: 'release.failed', unknown: 'release.unknown' };

/** Only the tab that started the release may report it, and only with the grant it was given. */
export function recordOutcome(desk: Desk, tabId: number, outcome: Outcome): Promise<Answer<HoldView>> {
  const { grantId, status, permalink, detail } = outcome;
  return stepHold(desk, outcome.holdId, ({ hold }, { head }) => {
    if (hold.binding?.tabId !== tabId) return refuse('not-allowed', 'Only the tab that released this post may say what happened.');
    if (hold.grantId !== grantId) return refuse('no-grant', 'This outcome is about another release.');
    const repeated = hold.publication === status || (hold.publication === 'verified' && status === 'sent');
    if (repeated) return { already: true };
    return { event: { type: 'outcome', status, permalink, detail, seq: head.seq + 1 }, entry: { type: ENTRY[status], actor: 'device', body: { grantId, permalink, detail } } };
  });
}

/** RL2: a person says whether the post is there. "Not there" asks for new approvals; nothing is ever repeated by itself. */
export function resolveHold(desk: Desk, by: MemberId, said: { holdId: HoldId; there: boolean; permalink: string | null }): Promise<Answer<HoldView>> {
  const { there, permalink } = said;
  return stepHold(desk, said.holdId, ({ hold }, { head }) => {
    if (hold.receipt?.saidBy === by && hold.publication === (there ? (permalink ? 'verified' : 'sent') : 'failed')) return { already: true };
    return { event: { type: 'resolved', there, permalink, by, seq: head.seq + 1 }, entry: { type: 'release.resolved', actor: by, body: { there, permalink } } };
  });
}
