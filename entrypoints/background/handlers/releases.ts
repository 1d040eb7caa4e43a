/** The release and what is known about it afterwards. */
import { recordOutcome, resolveHold } from '../../../storage/operations/outcome';
import { RELEASE_MS, requestRelease } from '../../../storage/operations/release';
import { settleClock } from '../../../storage/operations/clock';
import { refuse } from '../../../storage/commit';
import { readRevision } from '../../../storage/read-rows';
import type { Answer } from '../../../review/contract';
import type { Snapshot } from '../../../review/model';
import type { StoredHold } from '../../../storage/rows';
import { afterChange, aside } from '../after';
import { armReleaseAlarm } from '../alarms';
import { closeForGrant, closeWindow, openPrepared, prepareWindow } from '../lock/window';
import type { Prepared } from '../lock/window';
import type { AllowWindow } from '../lock/windows';
import { somebody } from '../people';
import { reloadIfIdle } from '../update';
import { expectRelease, forgetRelease } from '../protection/releases';
import type { Ask, Handler } from '../serve';
import { forgetTypists } from '../typed';
import { bindingOf, trustedSnapshot, visibleHold } from './place';

/** A thread leaves as one call per part (platforms.md §8, gap 5). Asked of the revision that was approved, not of the page. */
const callsIn = (text: string): number => Math.max(1, text.split('\u001E').filter((part) => part !== '').length);

interface Way {
  prepared: Prepared;
  tabId: number;
  platform: string;
  specs: readonly string[];
  text: string;
}

/** Gets the lock ready for this release in the tab that asked; null where no site is involved (the practice composer). */
async function wayFor({ caller, sites, desk }: Ask, snapshot: Snapshot, hold: StoredHold): Promise<Way | null> {
  const site = sites.find(({ platform }) => platform === snapshot.platform);
  if (caller.from !== 'gate' || !site) return null;
  const surface = site.adapter.surfaces.find(({ id }) => id === snapshot.surfaceId);
  const multi = surface?.editors.some((editor) => editor.multi) ?? false;
  const { manifest: { text } } = await readRevision(desk.db, hold.id, hold.revision);
  const specs = surface?.publish ?? [];
  const { tabId } = caller;
  return { prepared: prepareWindow({ tabId, site, specs, calls: multi ? callsIn(text) : 1, why: hold.grantId ?? 'free' }), tabId, platform: site.platform, specs, text };
}

async function openWay({ prepared, tabId, platform, specs, text }: Way, grantId: string): Promise<Answer<AllowWindow>> {
  prepared.window.why = grantId;
  const opened = await openPrepared(prepared);
  // Enforced compares what leaves with the revision that was approved, so it has to know it before the page sends.
  if (opened.ok) expectRelease({ grantId, tabId, platform, specs, text }, Date.now());
  return opened;
}

export const request: Handler<'release.request'> = async ({ holdId, composerId, snapshot }, ask) => {
  const { desk, caller } = ask;
  const trusted = trustedSnapshot(ask, snapshot);
  if (!trusted.ok) return trusted;
  const seen = await visibleHold(desk, caller, holdId);
  if (!seen.ok) return seen;
  // The alarms stand before the grant is consumed, whichever of the three is done first.
  const [way, wentBack] = await Promise.all([wayFor(ask, trusted.value, seen.hold), settleClock(desk), armReleaseAlarm(desk.now() + RELEASE_MS)]);
  const released = wentBack
    ? refuse('clock-back', 'The clock of this computer went back, so the approvals must be given again.')
    : await requestRelease(desk, { holdId, snapshot: trusted.value, binding: bindingOf(caller, composerId, snapshot.url) });
  if (!released.ok) {
    if (way) aside(closeWindow(way.prepared.window.id));
    afterChange(desk, [holdId]);
    return released;
  }
  const { grantId } = released.value;
  const opened = way && (await openWay(way, grantId));
  if (opened && !opened.ok) {
    // The grant is used up and nothing was sent: that is known, so it is said (RL2), and asks for a fresh approval.
    await recordOutcome(desk, caller.tabId ?? -1, { holdId, grantId, status: 'failed', permalink: null, detail: opened.detail });
    afterChange(desk, [holdId]);
    return opened;
  }
  afterChange(desk, []);
  return released;
};

export const outcome: Handler<'release.outcome'> = async (said, { desk, caller }) => {
  const seen = await visibleHold(desk, caller, said.holdId);
  if (!seen.ok) return seen;
  const recorded = await recordOutcome(desk, caller.tabId ?? -1, said);
  if (recorded.ok) {
    forgetRelease(said.grantId);
    await closeForGrant(said.grantId);
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
