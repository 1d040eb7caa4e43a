/**
 * A toy background and store around the real functions of review/: one hold, one composer, people who decide and
 * edit. Releases are in releases.ts.
 */
import { issueGrant } from '../../../../review/grant';
import { canonicalText } from '../../../../review/canonical';
import { NOW, body, hold as newHold, snapshot } from '../build';
import { MEMBERS, revisionOf, rulesWith } from './records';
import { Truth } from './truth';
import type { Parts } from './parts';
import type { HoldEvent } from '../../../../review/machine';
import type { Tally } from '../../../../review/decisions';
import type { Decision, DecisionBody, Grant, Hold, Member, Requirement, Revision, RuleSet, Snapshot } from '../../../../review/model';

export interface Attempt { step: number; grantId: string; captured: Snapshot; carried: boolean; arrived: boolean; windowStood: boolean }
export interface Post { grantId: string; text: string; digest: string }

const ACCOUNT = snapshot().account;

export class World {
  now = NOW;
  highest = NOW;
  seq = 1;
  rules: RuleSet;
  members: Member[] = MEMBERS.map((item) => ({ ...item, roles: [...item.roles] }));
  live: string;
  typists = new Set(['ana']);
  revisions: Revision[];
  hold: Hold;
  decisions: Decision[] = [];
  grants = new Map<string, Grant>();
  attempts: Attempt[] = [];
  /** The open allow window: one request of this grant may pass. */
  window: { grantId: string } | null = null;
  posts: Post[] = [];
  truth = new Truth(NOW);
  /** Grants consumed while the truth objected, and anything else that must never be. */
  faults: string[] = [];

  constructor(readonly parts: Parts, text: string, quorum: number) {
    this.rules = rulesWith(1, quorum, []);
    this.truth.currentQuorum = quorum;
    this.live = text;
    this.truth.version(canonicalText(text), ['ana'], null);
    this.revisions = [revisionOf(text, 1, ['ana'], null)];
    const first = this.revisions[0] as Revision;
    this.hold = newHold(first, { requirement: { policyVersion: 1, strength: 'hold', approvers: MEMBERS.map((item) => item.id), quorum, anyApprover: true } });
  }

  get newest(): Revision { return this.revisions.at(-1) as Revision; }
  get grant(): Grant | null { return this.hold.grantId === null ? null : (this.grants.get(this.hold.grantId) ?? null); }
  get clock() { return this.parts.judgeClock(this.highest, this.now); }
  required(): Requirement { return this.parts.effectiveRequirement(this.hold, this.rules, this.members, ACCOUNT); }
  capture(): Snapshot { return snapshot({ text: this.live }); }

  count(): Tally {
    const verified = new Set(this.decisions.filter((item) => item.signature === 'good').map((item) => item.body.id));
    const base = this.revisions.at(-2) ?? null;
    return this.parts.tally({ hold: this.hold, revision: this.newest, decisions: this.decisions, members: this.members, requirement: this.required(), verified, base, rules: this.rules });
  }

  /** One strict transaction: the event, and whatever the new state means for the grant. */
  commit(event: HoldEvent): boolean {
    const before = this.grant;
    const result = this.parts.transition(this.hold, event, { now: this.now, pendingMs: this.rules.pendingMs });
    if (!result.ok) return false;
    this.seq += 1;
    this.hold = result.hold;
    if (before !== null && this.hold.grantId !== before.id && before.state !== 'consumed') this.grants.set(before.id, { ...before, state: event.type === 'grantExpired' ? 'expired' : 'revoked' });
    return true;
  }

  /** Counts again, moves the hold, and issues the grant when the quorum is met. */
  settle(): void {
    const counted = this.count();
    if (!this.commit({ type: 'decided', tally: counted }) || this.hold.workflow !== 'approved' || this.hold.grantId !== null) return;
    const grant = issueGrant({ hold: { ...this.hold, requirement: this.required() }, revision: this.newest, approvals: counted.approvals, rules: this.rules, now: this.now, id: `g${this.grants.size + 1}` });
    this.grants.set(grant.id, grant);
    if (this.commit({ type: 'granted', grant })) this.truth.cleared();
  }

  decide(who: string, more: Partial<DecisionBody>, locked: boolean, forged: boolean): void {
    const about = this.newest;
    const made = body(about, who, { deviceKeyId: `device-${who}`, ...more });
    const open = ['pending', 'changes_requested', 'approved'].includes(this.hold.workflow) && ['unsent', 'failed'].includes(this.hold.publication);
    const meant = open && !locked && !forged && made.revision === about.number && this.truth.may(who);
    const verdict = forged ? { ok: true } : this.parts.judgeDecision({ hold: this.hold, revision: about, decisions: this.decisions, members: this.members, body: made, locked, requirement: this.required(), rules: this.rules });
    if (!verdict.ok) return;
    if (locked && !forged) this.faults.push('a locked person decided');
    if (meant) {
      this.truth.intents.push({ id: made.id, who, kind: made.kind, revision: made.revision, round: this.truth.round, withdraws: made.withdraws, suggestion: made.suggestion, countsIfTaken: made.approveIfTaken });
      this.truth.rejected ||= made.kind === 'reject';
    }
    this.seq += 1;
    this.decisions.push({ body: made, signature: forged ? 'forged' : 'good', seq: this.seq, void: null });
    this.settle();
  }

  revise(accepted: string | null): void {
    const base = this.newest;
    const captured = this.capture();
    if (this.parts.compareToRevision(base.manifest, captured).same !== 'different') return;
    const draft = revisionOf(this.live, base.number + 1, [], accepted);
    const source = this.decisions.find((item) => item.body.id === accepted);
    const contributors = this.parts.nextContributors(base, [...this.typists], source === undefined ? null : { decision: source, next: draft, allowed: this.rules.approveIfTaken });
    const next = { ...draft, contributors };
    if (!this.commit({ type: 'revised', revision: next, requirement: this.required(), deadlock: null })) return;
    this.revisions.push(next);
    this.truth.version(canonicalText(this.live), [...this.typists], accepted);
    this.typists = new Set(['ana']);
    this.settle();
  }

  move(ms: number): void {
    this.now = Math.max(1, this.now + ms);
    this.highest = Math.max(this.highest, this.now);
    this.truth.tick(this.now);
  }
}
