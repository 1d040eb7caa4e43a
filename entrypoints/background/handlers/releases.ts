/** The release and what is known about it afterwards. */
import { recordOutcome, resolveHold } from '../../../storage/operations/outcome';
import { RELEASE_MS, requestRelease } from '../../../storage/operations/release';
import { settleClock } from '../../../storage/operations/clock';
import { refuse } from '../../../storage/commit';
import { afterChange, aside } from '../after';
import { armReleaseAlarm } from '../alarms';
import { somebody } from '../people';
import { reloadIfIdle } from '../update';
import { findAdapter } from '../coverage';
import { expectRelease, forgetRelease } from '../protection/releases';
import type { Snapshot } from '../../../review/model';
import { readHold, readRevision } from '../../../storage/read-rows';
import type { Ask, Handler } from '../serve';
import { forgetTypists } from '../typed';
import { bindingOf, trustedSnapshot, visibleHold } from './place';

/** Enforced compares what leaves with the revision that was approved, so it has to know it before the page sends. */
async function announce({ desk, caller }: Ask, holdId: string, grantId: string, { platform, surfaceId }: Snapshot): Promise<void> {
  const hold = await readHold(desk.db, holdId);
  const revision = hold && (await readRevision(desk.db, holdId, hold.revision));
  const known = await findAdapter(desk, platform);
  if (!revision || !known) return;
  const specs = known.adapter.surfaces.find(({ id }) => id === surfaceId)?.publish ?? [];
  expectRelease({ grantId, tabId: caller.tabId ?? -1, platform, specs, text: revision.manifest.text }, Date.now());
}

export const request: Handler<'release.request'> = async ({ holdId, composerId, snapshot }, ask) => {
  const { desk, caller } = ask;
  const trusted = trustedSnapshot(ask, snapshot);
  if (!trusted.ok) return trusted;
  const seen = await visibleHold(desk, caller, holdId);
  if (!seen.ok) return seen;
  // The alarm stands before the grant is consumed, whichever of the two is done first.
  const [wentBack] = await Promise.all([settleClock(desk), armReleaseAlarm(desk.now() + RELEASE_MS)]);
  if (wentBack) {
    afterChange(desk, [holdId]);
    return refuse('clock-back', 'The clock of this computer went back, so the approvals must be given again.');
  }
  const released = await requestRelease(desk, { holdId, snapshot: trusted.value, binding: bindingOf(caller, composerId, snapshot.url) });
  if (released.ok) await announce(ask, holdId, released.value.grantId, trusted.value);
  afterChange(desk, released.ok ? [] : [holdId]);
  return released;
};

export const outcome: Handler<'release.outcome'> = async (said, { desk, caller }) => {
  const seen = await visibleHold(desk, caller, said.holdId);
  if (!seen.ok) return seen;
  const recorded = await recordOutcome(desk, caller.tabId ?? -1, said);
  if (recorded.ok) {
    forgetRelease(said.grantId);
    const { binding } = seen.hold;
    if (binding && (said.status === 'sent' || said.status === 'verified')) await forgetTypists(binding);
    afterChange(desk, []);
    aside(reloadIfIdle());
  }
  return recorded;
};

/** RL2: the author or somebody who could have approved says whether the post is there. */
export const resolve: Handler<'hold.resolve'> = async ({ holdId, there, permalink }, { desk, caller }) => {
  const seen = await visibleHold(desk, caller, holdId);
  if (!seen.ok) return seen;
  const person = await somebody(desk);
  if (!person.ok) return person;
  const involved = seen.hold.authorId === person.value.id || seen.hold.requirement.approvers.includes(person.value.id) || person.value.roles.includes('approver');
  if (!involved) return refuse('not-allowed', 'The author or an approver says what happened to this post.');
  const resolved = await resolveHold(desk, person.value.id, { holdId, there, permalink });
  if (!resolved.ok) return resolved;
  afterChange(desk, [holdId]);
  return { ok: true, value: null };
};
