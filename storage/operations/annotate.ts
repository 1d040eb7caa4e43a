/** Acts on a hold that change no content: note, answers, looks, take back, stop, resume, ask again. */
import { findingKey } from '../../review/findings';
import { resumeGrant, revokeGrant, suspendGrant } from '../../review/grant';
import { sha256Hex } from '../../review/digest';
import type { Answer, HoldView } from '../../review/contract';
import type { FindingAnswer, HoldId, MemberId, Revision } from '../../review/model';
import { commit, refuse } from '../commit';
import type { Planned } from '../commit';
import type { Desk } from '../desk';
import type { FlagRow } from '../rows';
import { joined, settle } from './settle';
import { advance, stepHold } from './step';
import { readWorld, viewOf } from './world';

type Done = Promise<Answer<HoldView>>;

/** The private note to the approver; the log keeps its digest only. */
export async function noteHold(desk: Desk, actor: MemberId, holdId: HoldId, note: string): Done {
  const body = { noteDigest: await sha256Hex(note) };
  return stepHold(desk, holdId, ({ hold }) => (hold.note === note ? { already: true } : { event: { type: 'noted', note }, entry: { type: 'hold.noted', actor, body } }));
}

/** A check is wrong on this post while any of its findings is answered as a false alarm; the last answer counts. */
function flagAfterAnswer({ holdId, findings, answers }: Revision, key: string): FlagRow {
  const checkId = findings.find((finding) => findingKey(finding) === key)?.id ?? '';
  const wrong = findings.some((finding) => finding.id === checkId && answers[findingKey(finding)]?.kind === 'false_alarm');
  return { place: holdId, checkId, wrong: wrong ? 1 : 0 };
}

/** QU8: the author's answer to one finding. It may be what an approval was still waiting for. */
export function answerFinding(desk: Desk, holdId: HoldId, key: string, answer: FindingAnswer): Done {
  return commit<HoldView>(desk, async (base): Promise<Planned<HoldView>> => {
    const world = await readWorld(desk, holdId, base.now);
    if (!world) return refuse('no-such-hold', 'This held post does not exist.');
    if (!world.revision.findings.some((finding) => findingKey(finding) === key)) return refuse('stale', 'This version has no such finding.');
    if (answer.kind === 'justified' && answer.text.trim() === '') return refuse('reason-required', 'Say why the text may stay as it is.');
    const revision = { ...world.revision, answers: { ...world.revision.answers, [key]: answer } };
    const flags = [flagAfterAnswer(revision, key)];
    const answered = advance({ ...world, revision }, { event: { type: 'answered' }, entry: { type: 'hold.answered', actor: answer.by, body: { finding: key, answer: answer.kind } }, writes: { answered: [revision], flags } }, base);
    if (!answered.ok) return answered;
    const settled = settle(desk, answered.world, base);
    if (!settled.ok) return settled;
    return { ok: true, value: viewOf(settled.world, base.now), writes: joined(answered.writes, settled.writes), entries: [...answered.entries, ...settled.entries] };
  });
}

/** First look of an approver, and RT5: a claim that warns others and stops nobody. */
export function openHold(desk: Desk, memberId: MemberId, holdId: HoldId): Done {
  return commit<HoldView>(desk, async (base): Promise<Planned<HoldView>> => {
    const world = await readWorld(desk, holdId, base.now);
    if (!world) return refuse('no-such-hold', 'This held post does not exist.');
    const mayDecide = world.requirement.approvers.includes(memberId) && !world.revision.contributors.includes(memberId);
    const seen = world.hold.openedBy.some((look) => look.memberId === memberId);
    if (!mayDecide) return { ok: true, value: viewOf(world, base.now), writes: {}, entries: [] };
    const opened = seen ? null : advance(world, { event: { type: 'opened', memberId }, entry: { type: 'hold.opened', actor: memberId } }, base);
    const before = opened?.ok ? opened.world : world;
    const claimed = advance(before, { event: { type: 'claimed', memberId } }, base);
    // A look at something that is over is no error; it just leaves no trace.
    if (!claimed.ok || (opened && !opened.ok)) return { ok: true, value: viewOf(world, base.now), writes: {}, entries: [] };
    const writes = opened ? joined(opened.writes, claimed.writes) : claimed.writes;
    return { ok: true, value: viewOf(claimed.world, base.now), writes, entries: opened?.entries ?? [] };
  });
}

export function closeHold(desk: Desk, memberId: MemberId, holdId: HoldId): Done {
  return stepHold(desk, holdId, ({ hold }) => (hold.claim?.memberId === memberId ? { event: { type: 'claimed', memberId: null } } : { already: true }));
}

/** QU5: the author takes the post back; the grant goes with it. */
export function recallHold(desk: Desk, by: MemberId, holdId: HoldId): Done {
  return stepHold(desk, holdId, ({ hold, grant }) =>
    hold.workflow === 'recalled'
      ? { already: true }
      : { event: { type: 'recalled', by }, entry: { type: 'hold.recalled', actor: by }, ...(grant ? { grant: revokeGrant(grant) } : {}) });
}

/** TI6: the countdown stops; the approvals stay. */
export function stopHold(desk: Desk, actor: MemberId, holdId: HoldId): Done {
  return stepHold(desk, holdId, ({ grant }) => {
    if (grant?.state === 'suspended') return { already: true };
    const suspended = grant && suspendGrant(grant);
    if (!suspended) return refuse('no-grant', 'There is no countdown to stop (TI6).');
    return { event: { type: 'stopped' }, entry: { type: 'grant.suspended', actor, body: { grantId: suspended.id } }, grant: suspended };
  });
}

/** TI6: a fresh undo window for the same approvals. */
export function resumeHold(desk: Desk, actor: MemberId, holdId: HoldId): Done {
  return stepHold(desk, holdId, ({ grant, workspace }, { now }) => {
    if (grant?.state === 'open') return { already: true };
    const open = grant && resumeGrant(grant, workspace.rules, now);
    if (!open) return refuse('no-grant', 'There is no stopped countdown to resume (TI6).');
    return { event: { type: 'resumed' }, entry: { type: 'grant.resumed', actor, body: { grantId: open.id, notBefore: open.notBefore } }, grant: open };
  });
}

/** TI1: ask the same people again, same revision. */
export function renewHold(desk: Desk, actor: MemberId, holdId: HoldId): Done {
  return stepHold(desk, holdId, ({ hold }) =>
    hold.workflow === 'pending' ? { already: true } : { event: { type: 'renewed' }, entry: { type: 'hold.renewed', actor } });
}
