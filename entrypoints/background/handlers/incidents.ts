/** Incidents that a gate reports, and people who close them. */
import { refuse } from '../../../storage/commit';
import { closeIncident } from '../../../storage/operations/incidents';
import { readMembers } from '../../../storage/read-rows';
import type { Role } from '../../../review/model';
import { afterChange } from '../after';
import { useSession } from '../people';
import type { Handler } from '../serve';
import { report } from '../witness/settle';

/** The page world stopped a publish call. The page could make this up, so it names nobody and changes no hold. */
export const blocked: Handler<'gate.blocked'> = async ({ platform, publishId, way, digest }, { desk, caller, sites }) => {
  const site = sites.find((each) => each.platform === platform);
  if (caller.from !== 'gate' || !site) return refuse('not-covered', `"${platform}" is not covered here.`);
  if (!site.adapter.publish.some(({ id }) => id === publishId)) return refuse('bad-message', 'There is no such publish call.');
  await report(desk, { kind: 'blocked', platform, host: caller.host, account: '', way, digest, holdId: null, permalink: null });
  return { ok: true, value: null };
};

const LOOKS: readonly Role[] = ['approver', 'ruleOwner', 'auditor'];

/** Whoever wrote the post concerned does not close its incident. */
export const close: Handler<'incident.close'> = async ({ incidentId, state, reason }, { desk }) => {
  const session = await useSession(desk.now());
  if (!session) return refuse('locked', 'Unlock first.');
  const person = (await readMembers(desk.db)).find(({ id, removedAt }) => id === session.memberId && removedAt === null);
  if (!person?.roles.some((role) => LOOKS.includes(role))) return refuse('not-allowed', 'An approver, a rule owner or an auditor closes an incident.');
  const incident = await desk.db.incidents.get(incidentId);
  const hold = incident?.holdId ? await desk.db.holds.get(incident.holdId) : undefined;
  if (hold?.authorId === person.id) return refuse('contributor', 'Somebody else has to look at this: you wrote the post.');
  const closed = await closeIncident(desk, person.id, { incidentId, state, reason });
  if (closed.ok) afterChange(desk, incident?.holdId ? [incident.holdId] : []);
  return closed;
};
