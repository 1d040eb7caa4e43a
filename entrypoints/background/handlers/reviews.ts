/** What an approver does. A decision counts only with an unlocked session of the person who signed it. */
import { closeHold, openHold } from '../../../storage/operations/annotate';
import { settleClock } from '../../../storage/operations/clock';
import { decide } from '../../../storage/operations/decide';
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

export const decided: Handler<'review.decide'> = async ({ decision }, { desk }) => {
  const session = await useSession(desk.now());
  const locked = session?.memberId !== decision.body.approver;
  // After a clock that went back earlier grants are gone; this decision then counts from here.
  await settleClock(desk);
  const done = await decide(desk, decision, locked);
  if (done.ok) afterChange(desk, [decision.body.holdId]);
  return done;
};
