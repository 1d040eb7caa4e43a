/** What a gate asks on its own: whether it is needed, what applies to an account, and that somebody types. */
import { ownPostsOf } from '../../../platforms/own-posts';
import { targetKey } from '../../../review/manifest';
import { deadlockReason, requirementFor } from '../../../review/rules';
import type { HoldView } from '../../../review/contract';
import type { Member, MemberId } from '../../../review/model';
import type { Desk } from '../../../storage/desk';
import { UNKNOWN_ACCOUNT } from '../../../storage/operations/new-hold';
import { noteCoverage } from '../../../storage/operations/sites';
import { holdsInPlace } from '../../../storage/operations/supersede';
import { holdsOfPage } from '../../../storage/queries/recent';
import { readMembers, readWorkspace } from '../../../storage/read-rows';
import type { StoredHold } from '../../../storage/rows';
import { aside } from '../after';
import { findingsFor } from '../findings';
import { noteNewDocument } from '../gone';
import { fulfil, intentOf } from '../intents';
import { atKeyboard } from '../people';
import { viewHold } from '../push';
import { injectPosts } from '../registration';
import type { Handler } from '../serve';
import { forgetTypists, noteTypist } from '../typed';
import { lookAt } from '../watch/refresh';
import { placeOf, targetOf, trustedSnapshot } from './place';

const MINE = 20;

function samePage(a: string, b: string): boolean {
  return a.split('#')[0] === b.split('#')[0];
}

/** A form's preview is another address in the same tab: same path, and it still names what is written to. */
function samePlace({ binding, targetKey: place }: StoredHold, tabId: number, url: string): boolean {
  if (binding?.tabId !== tabId || place === '' || !URL.canParse(binding.url) || !URL.canParse(url)) return false;
  const [then, now] = [new URL(binding.url), new URL(url)];
  return then.origin === now.origin && then.pathname === now.pathname && now.pathname !== '/' && [...now.searchParams.values()].includes(place);
}

/** Unfinished holds of this page: those this tab shows, and the person's own that were written at this address. */
async function minePage(desk: Desk, person: Member | null, tabId: number, url: string, platforms: string[]): Promise<HoldView[]> {
  const here = (hold: StoredHold) => platforms.includes(hold.platform) && hold.binding !== null && (samePage(hold.binding.url, url) || samePlace(hold, tabId, url));
  const ids = await holdsOfPage(tabId, person?.id ?? null, here, MINE);
  const views = await Promise.all(ids.map((id) => viewHold(desk, id)));
  return views.filter((view) => view !== null);
}

export const hello: Handler<'gate.hello'> = async ({ url, top }, { desk, caller, sites }) => {
  const tabId = caller.tabId ?? -1;
  if (caller.from === 'gate') await noteNewDocument(desk, caller, sites);
  const platforms = sites.map(({ platform }) => platform);
  const [workspace, person, restore, teach] = [await readWorkspace(desk.db), await atKeyboard(desk), await intentOf('restore', tabId, desk.now()), await intentOf('teach', tabId, desk.now())];
  if (teach && top) await fulfil('teach', tabId);
  if (top && workspace && sites.some(({ adapter }) => ownPostsOf(adapter) !== null)) aside(injectPosts(tabId));
  if (top && sites.length > 0) aside(lookAt(desk, tabId));
  const restored = restore ? await viewHold(desk, restore.holdId) : null;
  const restoredHere = restore && restored && platforms.includes((await desk.db.holds.get(restore.holdId))?.platform ?? '');
  return {
    ok: true,
    value: {
      covered: sites.length > 0,
      adapters: sites.filter(({ custom }) => custom).map(({ adapter }) => adapter),
      builtIn: sites.filter(({ custom }) => !custom).map(({ platform }) => platform),
      free: (workspace?.rules.accounts ?? []).filter((rule) => !rule.covered && platforms.includes(rule.platform)).map(({ platform, account }) => ({ platform, account })),
      restore: restoredHere ? restored : null,
      mine: sites.length > 0 ? await minePage(desk, person, tabId, url, platforms) : [],
      teach: teach !== null && top,
    },
  };
};

const personOf = ({ id, name }: Member) => ({ id, name });

/** AU0: what the status by the send control says. An account nobody could read is held like any other. */
export const cover: Handler<'gate.cover'> = async ({ platform, account, target }, { desk }) => {
  const [workspace, members, person] = [await readWorkspace(desk.db), await readMembers(desk.db), await atKeyboard(desk)];
  const empty = { approvers: [], quorum: 1, deadlock: null, signedInAs: person && personOf(person), otherHolds: [], undoMs: 0 };
  if (!workspace || !person) return { ok: true, value: { mode: 'unset', ...empty } };
  const requirement = requirementFor(workspace.rules, members, platform, account ?? UNKNOWN_ACCOUNT);
  if ('free' in requirement) return { ok: true, value: { mode: 'free', ...empty } };
  const named = (id: MemberId) => members.find((member) => member.id === id);
  const others = await holdsInPlace(desk, { id: '', platform, targetKey: targetKey(targetOf(target)) });
  return {
    ok: true,
    value: {
      mode: 'held',
      approvers: requirement.approvers.filter((id) => id !== person.id).map(named).filter((member) => member !== undefined).map(personOf),
      quorum: requirement.quorum,
      deadlock: deadlockReason(requirement, members, [person.id]),
      signedInAs: personOf(person),
      otherHolds: others.map((hold) => ({ id: hold.id, by: { id: hold.authorId, name: named(hold.authorId)?.name ?? '' } })),
      undoMs: workspace.rules.undoMs,
    },
  };
};

/** SD1: remembers who is at the keyboard for this composer; an emptied composer starts anew. */
export const typed: Handler<'gate.typed'> = async ({ composerId, snapshot }, ask) => {
  const trusted = trustedSnapshot(ask, snapshot);
  if (!trusted.ok) return trusted;
  const place = placeOf(ask.caller, composerId);
  const { text, title, warning, media } = trusted.value;
  const person = await atKeyboard(ask.desk);
  if (text.trim() === '' && title === '' && warning === '' && media.length === 0) await forgetTypists(place);
  else if (person) await noteTypist(place, person.id);
  return { ok: true, value: { findings: await findingsFor(ask.desk, trusted.value) } };
};

export const coverage: Handler<'gate.coverage'> = async ({ platform, state, detail }, { desk, caller, sites }) => {
  if (caller.from !== 'gate' || !sites.some((site) => site.platform === platform)) return { ok: false, code: 'not-covered', detail: `"${platform}" is not covered here.` };
  await noteCoverage(desk, { platform, host: caller.host, state, detail });
  aside(lookAt(desk, caller.tabId));
  return { ok: true, value: null };
};
