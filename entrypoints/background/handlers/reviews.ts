/** What an approver does. A decision counts only with an unlocked session of the person who signed it. */
import { closeHold, openHold } from '../../../storage/operations/annotate';
import { settleClock } from '../../../storage/operations/clock';
import { decide } from '../../../storage/operations/decide';
import { supersedeCompeting } from '../../../storage/operations/supersede';
import { readWorld } from '../../../storage/operations/world';
import { afterChange } from '../after';
import { refuse } from '../../../storage/commit';
import { sessionNow, useSession } from '../people';
import type { Handler } from '../serve';

export const open: Handler<'review.open'> = async ({ holdId }, { desk }) => {
  const session = await sessionNow(desk.now());
  if (!session) return refuse('locked', 'Unlock first.');
  const opened = await openHold(desk, session.memberId, holdId);
  if (!opened.ok) return opened;
  afterChange(desk, [holdId]);
  return { ok: true, value: null };
};

export const close: Handler<'review.close'> = async ({ holdId }, { desk }) => {
  const session = await sessionNow(desk.now());
  if (!session) return { ok: true, value: null };
  const closed = await closeHold(desk, session.memberId, holdId);
  if (!closed.ok && closed.code === 'no-such-hold') return closed;
  afterChange(desk, [holdId]);
  return { ok: true, value: null };
};

/** QU7: only somebody whose own approval of the chosen one stands may put its rivals aside. */
export const supersede: Handler<'review.supersede'> = async ({ holdId }, { desk }) => {
  const session = await useSession(desk.now());
  if (!session) return refuse('locked', 'Unlock first.');
  const world = await readWorld(desk, holdId, desk.now());
  if (!world) return refuse('no-such-hold', 'This held post does not exist.');
  const approved = world.decisions.some(({ body, void: why }) => body.kind === 'approve' && body.approver === session.memberId && body.digest === world.hold.digest && why === null && world.verified.has(body.id));
  if (!approved) return refuse('not-entitled', 'Approve this post first; then the others can be put aside.');
  const aside = await supersedeCompeting(desk, session.memberId, holdId);
  afterChange(desk, aside);
  return { ok: true, value: { aside } };
};

export const decided: Handler<'review.decide'> = async ({ decision }, { desk }) => {
  const session = await useSession(desk.now());
  const locked = session?.memberId !== decision.body.approver;
  // After a clock that went back earlier grants are gone; this decision then counts from here.
  await settleClock(desk);
  const done = await decide(desk, decision, locked);
  if (done.ok) afterChange(desk, [decision.body.holdId]);
  return done;
};
