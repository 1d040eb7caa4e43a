/**
 * Carrying a decision through: sign, send, say what follows, and the way back.
 * Approve and ask-for-changes are sent at once, so that closing the popup loses nothing; Undo sends a signed
 * withdrawal (QU5). A rejection ends the hold and cannot be withdrawn, so it waits a few seconds here instead,
 * is sent when the page goes away, and is kept in session storage in case even that is cut short.
 */
import type { Decision, Hold, Member, Revision, RuleSet } from '../../review/model';
import { ask } from '../../runtime/client';
import { loadDraftReason, saveDraftReason } from '../../storage/session-store';
import { toast } from '../ui';
import { Countdown } from './Countdown';
import { send, sign } from './decide';
import type { DecisionWords } from './decide';

type Signed = Pick<Decision, 'body' | 'signature'>;

/** TI6, AP6 */
const UNDO_MS = 10_000;
const REJECT_DELAY_MS = 6_000;
const WAITING_REJECTION = '@rejection';

export interface Case {
  hold: Hold;
  revision: Revision;
  member: Member;
  rules: Pick<RuleSet, 'undoMs'>;
  authorName: string;
}

/** True when the decision was recorded (or, for a rejection, will be); otherwise a toast has said why not. `onUndone`: the words may be wanted again. */
export async function submit(about: Case, words: DecisionWords, onUndone: () => void): Promise<boolean> {
  const signed = await sign(about.hold, about.revision, about.member, words);
  if (!signed.ok) return refused(signed.detail);
  // QU4: a running countdown must be stopped now, not in six seconds.
  if (words.kind === 'reject' && about.hold.workflow !== 'approved') return rejectSoon(about, signed.value, onUndone);
  const answer = await send(signed.value);
  if (!answer.ok) return refused(answer.detail);
  if (answer.value.void) {
    toast({ title: 'Kept as a comment.', detail: answer.value.void, tone: 'trouble', duration: 10_000 });
    return true;
  }
  const undo = { label: 'Undo', run: () => void takeBack(about, signed.value.body.id).then((done) => { if (done) onUndone(); }) };
  if (words.kind === 'approve') announceApproval(about, answer.value.workflow === 'approved', undo);
  else if (words.kind === 'request_changes') toast({ title: 'Changes asked.', detail: `${about.authorName} is told.`, tone: 'plain', action: undo, duration: UNDO_MS });
  else if (words.kind === 'reject') toast({ title: 'Rejected.', detail: 'Nothing goes out.', tone: 'plain' });
  return true;
}

function announceApproval({ hold, revision, rules }: Case, cleared: boolean, action: { label: string; run(): void }): void {
  const handle = revision.manifest.account.handle;
  const detail = !cleared ? 'Others still have to sign.' : !hold.binding ? 'Cleared to post.' : rules.undoMs === 0 ? `Releasing to ${handle} now` : <>Releasing to {handle} in <Countdown until={Date.now() + rules.undoMs} /></>;
  toast({ title: 'Approved.', detail, tone: 'done', action, duration: Math.max(UNDO_MS, cleared ? rules.undoMs : 0) });
}

/** QU7: the other answers to the same thing are superseded, and their authors told. */
export async function putRivalsAside(holdId: string): Promise<void> {
  const answer = await ask('review.supersede', { holdId });
  if (!answer.ok) toast({ title: 'The other posts are still held.', detail: answer.detail, tone: 'trouble', duration: 10_000 });
}

/** QU5: takes back one's own decision with a signed withdrawal. */
export async function takeBack(about: Case, decisionId: string): Promise<boolean> {
  const signed = await sign(about.hold, about.revision, about.member, { kind: 'withdraw', withdraws: decisionId });
  if (!signed.ok) return refused(signed.detail);
  const answer = await send(signed.value);
  if (!answer.ok) return refused(answer.detail);
  if (answer.value.void) {
    toast({ title: 'Too late to undo.', detail: answer.value.void, tone: 'trouble', duration: 10_000 });
    return false;
  }
  toast({ title: 'Taken back.', detail: 'The post is held again.' });
  return true;
}

let waiting: (() => Promise<void>) | null = null;

/** Sends a rejection that still waits for its undo time: before locking, and before another one. */
export async function flushRejection(): Promise<void> {
  await waiting?.();
}

function rejectSoon({ authorName }: Case, signed: Signed, onUndone: () => void): boolean {
  let settled = false;
  void flushRejection();
  void saveDraftReason(WAITING_REJECTION, signed).catch(() => undefined);
  const finish = async (deliver: boolean): Promise<void> => {
    if (settled) return;
    settled = true;
    waiting = null;
    clearTimeout(timer);
    removeEventListener('pagehide', onLeave);
    if (deliver) await deliverRejection(signed);
    else await saveDraftReason(WAITING_REJECTION, null).catch(() => undefined);
  };
  waiting = () => finish(true);
  const onLeave = () => void finish(true);
  const timer = setTimeout(() => void finish(true), REJECT_DELAY_MS);
  addEventListener('pagehide', onLeave);
  toast({ title: 'Rejected.', detail: `${authorName} keeps the text.`, action: { label: 'Undo', run: () => void finish(false).then(onUndone) }, duration: REJECT_DELAY_MS });
  return true;
}

async function deliverRejection(signed: Signed): Promise<void> {
  const answer = await send(signed);
  // Silence is no answer: the rejection stays stored and is sent again when the page next opens.
  if (!answer.ok && answer.code === 'timeout') return;
  await saveDraftReason(WAITING_REJECTION, null).catch(() => undefined);
  if (!answer.ok) refused(answer.detail);
}

/** Sends a rejection that was still waiting when the page was closed. Harmless when it had arrived: ids are unique. */
export async function deliverWaiting(): Promise<void> {
  const signed = await loadDraftReason<Signed>(WAITING_REJECTION).catch(() => null);
  if (signed) await deliverRejection(signed);
}

function refused(detail: string): false {
  toast({ title: 'Not recorded.', detail, tone: 'trouble', duration: 10_000 });
  return false;
}
