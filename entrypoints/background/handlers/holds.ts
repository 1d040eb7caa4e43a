/** A stopped post arrives, changes, is shown and is opened again. */
import { browser } from '../../../runtime/browser';
import { bindHold } from '../../../storage/operations/bind-hold';
import { createHold } from '../../../storage/operations/create-hold';
import { reviseHold } from '../../../storage/operations/revise-hold';
import { refuse } from '../../../storage/commit';
import { readMembers, readRevision } from '../../../storage/read-rows';
import type { Desk } from '../../../storage/desk';
import type { DecisionId, HoldId, MemberId } from '../../../review/model';
import { afterChange, aside } from '../after';
import { findingsFor } from '../findings';
import { fulfil, intend, intentOf } from '../intents';
import { notifyWaiting } from '../notify';
import { somebody } from '../people';
import { pushTo, viewHold } from '../push';
import type { Handler } from '../serve';
import { noteTypist, typistsOf } from '../typed';
import { bindingOf, placeOf, trustedSnapshot, visibleHold } from './place';

export const create: Handler<'hold.create'> = async ({ commandId, composerId, snapshot, thumbs, urgency }, ask) => {
  const { desk, caller } = ask;
  const trusted = trustedSnapshot(ask, snapshot);
  if (!trusted.ok) return trusted;
  const person = await somebody(desk);
  if (!person.ok) return person;
  const place = placeOf(caller, composerId);
  // Whoever pressed the button is a contributor too (SD1: who captured it).
  const [findings] = await Promise.all([findingsFor(desk, trusted.value), noteTypist(place, person.value.id)]);
  const created = await createHold(desk, {
    commandId, snapshot: trusted.value, thumbs, urgency, note: '', previous: null, authorId: person.value.id,
    contributors: await typistsOf(place), findings, binding: bindingOf(caller, composerId, snapshot.url),
  });
  if (!created.ok) return created;
  const { view: held, fresh } = created.value;
  afterChange(desk, []);
  if (fresh) aside(notifyWaiting(desk, held.id));
  return { ok: true, value: held };
};

async function writerOf(desk: Desk, holdId: HoldId, decisionId: DecisionId): Promise<MemberId | null> {
  const decision = await desk.db.decisions.get(decisionId);
  return decision?.body.holdId === holdId ? decision.body.approver : null;
}

export const revise: Handler<'hold.revise'> = async ({ commandId, composerId, snapshot, thumbs, holdId, acceptedSuggestion }, ask) => {
  const { desk, caller } = ask;
  const trusted = trustedSnapshot(ask, snapshot);
  if (!trusted.ok) return trusted;
  const seen = await visibleHold(desk, caller, holdId);
  if (!seen.ok) return seen;
  const person = await somebody(desk);
  if (!person.ok) return person;
  // Taking one's own suggestion would be approving one's own words (SD2); on a shared browser it is the wrong person signed in.
  if (acceptedSuggestion !== null && (await writerOf(desk, holdId, acceptedSuggestion)) === person.value.id && person.value.id !== seen.hold.authorId) {
    const author = (await readMembers(desk.db)).find(({ id }) => id === seen.hold.authorId);
    return refuse('not-allowed', `${person.value.name} is signed in here and wrote this suggestion. Hand back to ${author?.name ?? 'the author'} in the popup first.`);
  }
  const place = placeOf(caller, composerId);
  await noteTypist(place, person.value.id);
  const revised = await reviseHold(desk, {
    commandId, holdId, acceptedSuggestion, snapshot: trusted.value, thumbs, contributors: await typistsOf(place),
    findings: await findingsFor(desk, trusted.value), binding: bindingOf(caller, composerId, snapshot.url),
  });
  if (revised.ok) afterChange(desk, revised.value.id === holdId ? [] : [holdId]);
  return revised;
};

export const bind: Handler<'hold.bind'> = async ({ holdId, composerId, url }, { desk, caller }) => {
  const seen = await visibleHold(desk, caller, holdId);
  if (!seen.ok) return seen;
  const bound = await bindHold(desk, holdId, bindingOf(caller, composerId, url));
  if (bound.ok && caller.tabId !== null && (await intentOf('restore', caller.tabId, desk.now()))?.holdId === holdId) await fulfil('restore', caller.tabId);
  return bound;
};

export const view: Handler<'hold.view'> = async ({ holdId }, { desk, caller }) => {
  const seen = await visibleHold(desk, caller, holdId);
  if (!seen.ok) return seen;
  const shown = await viewHold(desk, holdId);
  return shown ? { ok: true, value: shown } : refuse('no-such-hold', 'This held post does not exist.');
};

/** A tab that went on to another page keeps it: the draft gets a tab of its own. */
async function liveTab(tabId: number, url: string): Promise<boolean> {
  try {
    const tab = await browser.tabs.get(tabId);
    return tab.url !== undefined && tab.url.split('#')[0] === url.split('#')[0];
  } catch {
    return false;
  }
}

/** Shows the tab that has the draft, or opens its page; the gate there restores it when it says hello. */
export const open: Handler<'hold.open'> = async ({ holdId }, { desk, caller }) => {
  const seen = await visibleHold(desk, caller, holdId);
  if (!seen.ok) return seen;
  const { binding, revision } = seen.hold;
  const { manifest } = await readRevision(desk.db, holdId, revision);
  const url = binding?.url ?? manifest.target?.url ?? manifest.origin;
  if (binding && (await liveTab(binding.tabId, url))) {
    await intend('restore', binding.tabId, { holdId }, desk.now());
    const tab = await browser.tabs.update(binding.tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    aside(pushTo(binding.tabId, { kind: 'restore' }, binding.frameId));
    return { ok: true, value: { tabId: binding.tabId } };
  }
  // Opened empty first, so that the wish is written down before the gate can ask.
  const tab = await browser.tabs.create({ url: 'about:blank', active: true });
  const tabId = tab.id ?? -1;
  await intend('restore', tabId, { holdId }, desk.now());
  await browser.tabs.update(tabId, { url });
  return { ok: true, value: { tabId } };
};
