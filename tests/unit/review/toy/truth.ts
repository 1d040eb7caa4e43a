/**
 * What really happened, kept apart from the code under test: who typed, who meant what, which time was seen.
 * `objection` says in its own way why a release now would be wrong. It shares no function with review/.
 */
import type { DecisionKind } from '../../../../review/model';

interface Intent { id: string; who: string; kind: DecisionKind; revision: number; round: number; withdraws: string | null; suggestion: string | null; countsIfTaken: boolean }

export class Truth {
  typed: Set<string>[] = [];
  texts: string[] = [];
  taken: (string | null)[] = [];
  intents: Intent[] = [];
  round = 0;
  rejected = false;
  ended = false;
  active = new Set(['ana', 'ben', 'chi', 'dot']);
  snapshotQuorum = 1;
  snapshotNames: string[] | null = null;
  currentQuorum = 1;
  currentNames: string[] | null = null;
  highest: number;
  /** When the countdown last began, when the approval was complete, and whether somebody stopped it (TI3, TI6). */
  countdown = 0;
  completed = 0;
  stopped = false;

  constructor(public now: number) {
    this.highest = now;
  }

  /** A grant was given. */
  cleared(): void {
    this.countdown = this.completed = this.now;
    this.stopped = false;
  }

  tick(to: number): void {
    this.now = to;
    this.highest = Math.max(this.highest, to);
  }

  /** A new version: typists so far, plus those since, plus the writer of a suggestion that was not taken as it stands. */
  version(text: string, typists: string[], accepted: string | null): void {
    const source = this.intents.find((item) => item.id === accepted);
    const asIs = source !== undefined && source.countsIfTaken && source.suggestion === text && source.revision === this.texts.length;
    const writer = source !== undefined && !asIs ? [source.who] : [];
    this.typed.push(new Set([...(this.typed.at(-1) ?? []), ...typists, ...writer]));
    this.texts.push(text);
    this.taken.push(asIs ? accepted : null);
    this.snapshotQuorum = Math.max(this.snapshotQuorum, this.currentQuorum);
    if (this.currentNames !== null) this.snapshotNames = this.snapshotNames === null ? this.currentNames : this.snapshotNames.filter((id) => this.currentNames?.includes(id));
  }

  may(who: string): boolean {
    const named = [this.snapshotNames, this.currentNames].every((names) => names === null || names.includes(who));
    return named && this.active.has(who) && !this.typed.at(-1)?.has(who);
  }

  /** People whose last word on the newest version, in this round, is yes; and whether anybody's is "change it". */
  private stances(): { yes: string[]; asked: boolean } {
    const newest = this.texts.length;
    const last = new Map<string, { id: string; yes: boolean }>();
    for (const item of this.intents.filter((intent) => intent.round === this.round)) {
      if (item.kind === 'withdraw') {
        if (last.get(item.who)?.id === item.withdraws) last.delete(item.who);
      } else if (item.revision === newest && item.kind !== 'reject') last.set(item.who, { id: item.id, yes: item.kind === 'approve' });
      else if (item.id === this.taken.at(-1)) last.set(item.who, { id: item.id, yes: true });
    }
    const counted = [...last].filter(([who]) => this.may(who));
    return { yes: counted.filter(([, stance]) => stance.yes).map(([who]) => who), asked: counted.some(([, stance]) => !stance.yes) };
  }

  /** Why nothing may be let through at this moment, or null. */
  objection(): string | null {
    const { yes, asked } = this.stances();
    if (this.rejected) return 'rejected';
    if (this.ended) return 'ended';
    if (asked) return 'changes are asked for';
    if (this.now < this.highest - 120_000) return 'the clock went back';
    if (this.stopped) return 'the countdown is stopped';
    if (this.now < this.countdown + 10_000) return 'the undo window is open';
    if (this.now >= this.completed + 900_000) return 'the permission ran out';
    return yes.length < Math.max(this.snapshotQuorum, this.currentQuorum) ? `only ${yes.length} approve` : null;
  }
}
