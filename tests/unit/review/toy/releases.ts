/**
 * The toy's gate and site: any number of release attempts at different steps. A step is what happens between two
 * awaits, so schedules interleave them with everything else.
 */
import { World as Store } from './world';
import type { Attempt } from './world';
import type { Grant, Revision } from '../../../../review/model';

export class World extends Store {
  /** Starts a release: the page asks, the background looks (first await). */
  ask(): void {
    if (this.hold.grantId === null || this.attempts.length >= 3) return;
    this.attempts.push({ step: 0, grantId: this.hold.grantId, captured: this.capture(), carried: false, arrived: false, windowStood: false });
  }

  private look(attempt: Attempt): boolean {
    const grant = this.grants.get(attempt.grantId) ?? null;
    const verdict = this.parts.judgeRelease({ hold: this.hold, revision: this.newest, grant, tally: this.count(), requirement: this.required(), members: this.members, snapshot: attempt.captured, now: this.now, clock: this.clock });
    if (verdict.ok) attempt.carried = verdict.carried;
    else if (verdict.backToPending) this.commit({ type: 'grantRefused', grantId: attempt.grantId });
    return verdict.ok;
  }

  private consume(attempt: Attempt): boolean {
    const grant = this.grants.get(attempt.grantId);
    const used = grant && this.parts.consumeGrant(grant, this.now, attempt.carried, this.clock);
    if (!grant || !used) return false;
    const objection = this.truth.objection();
    if (!this.commit({ type: 'releaseStarted', grant, deadline: this.now + 30_000, clock: this.clock })) return false;
    if (objection !== null) this.faults.push(`let through although ${objection}`);
    this.grants.set(grant.id, used);
    return true;
  }

  /** The request leaves the page; `true` when the site took it. */
  send(): boolean {
    const open = this.window;
    this.window = null;
    if (open === null) return false;
    const grant = this.grants.get(open.grantId) as Grant;
    const revision = this.revisions[grant.revision - 1] as Revision;
    if (this.parts.compareAtSend && this.parts.compareToRevision(revision.manifest, this.capture()).same === 'different') return false;
    this.posts.push({ grantId: open.grantId, text: this.live, digest: grant.digest });
    return true;
  }

  /** Advances one attempt by one step: look, claim, open, send, record. */
  advance(at: number): void {
    const attempt = this.attempts[at % Math.max(1, this.attempts.length)];
    if (attempt === undefined) return;
    const { parts } = this;
    const steps = [
      () => this.look(attempt),
      () => this.look(attempt) && (!parts.claimFirst || this.consume(attempt)),
      () => {
        const going = !parts.claimFirst || (this.hold.publication === 'releasing' && this.hold.grantId === attempt.grantId);
        if (going) this.window = { grantId: attempt.grantId };
        return going;
      },
      () => { attempt.windowStood = this.window !== null; attempt.arrived = this.send(); return true; },
      () => {
        if (!parts.claimFirst) this.consume(attempt);
        // A window that somebody else used up leaves the question open; a refused send is known not to have left.
        const status = attempt.arrived ? 'sent' : attempt.windowStood ? 'failed' : 'unknown';
        if (this.hold.grantId === attempt.grantId && this.commit({ type: 'outcome', status, permalink: null, detail: '', seq: this.seq }) && status === 'failed') this.truth.round += 1;
        return false;
      },
    ];
    if (!steps[attempt.step]?.()) this.attempts = this.attempts.filter((item) => item !== attempt);
    attempt.step += 1;
  }

  /** The worker dies between two awaits. */
  crash(): void { this.attempts = []; }

  /** Worker start: left-over windows first, then releases that went silent. */
  recover(): void {
    this.attempts = [];
    this.window = null;
    const grant = this.grant;
    if (this.parts.recovery === 'reopen' && this.hold.publication === 'releasing' && grant) {
      this.hold = { ...this.hold, publication: 'unsent' };
      this.grants.set(grant.id, { ...grant, state: 'open', consumedAt: null });
      return;
    }
    this.commit({ type: 'releaseStale' });
  }

  /** What alarms do: expired grants and holds, silent releases. */
  sweep(): void {
    const grant = this.grant;
    if (grant !== null && grant.state !== 'consumed' && this.parts.checkGrant(grant, this.now, this.clock) === 'grant-expired' && this.commit({ type: 'grantExpired', grantId: grant.id, seq: this.seq })) this.truth.round += 1;
    this.commit({ type: 'expired' });
    if (this.commit({ type: 'releaseStale' })) this.window = null;
  }
}
