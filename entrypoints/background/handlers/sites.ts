/** Covered sites and the adapters people add. Nothing is injected anywhere before a site is covered here. */
import { parseAdapter } from '../../../platforms/import';
import type { Adapter } from '../../../platforms/schema';
import type { Answer } from '../../../review/contract';
import { isRequired } from '../../../review/managed';
import { refuse } from '../../../storage/commit';
import { LONG_PATIENCE_MS, readManaged } from '../../../storage/queries/managed';
import type { Desk } from '../../../storage/desk';
import { addAdapter, coverSite, dropAdapter, noteCoverage, uncoverSite } from '../../../storage/operations/sites';
import { afterChange, aside } from '../after';
import { coveredList, coveredPatterns, findAdapter, grantedPatterns, sitePatterns } from '../coverage';
import { syncLock, unsupportedPattern } from '../lock/sync';
import { bareHost } from '../match-pattern';
import { ruleOwner } from '../people';
import { pushRules } from '../push';
import { hostsOf, injectIntoOpenTabs, syncRegistrations } from '../registration';
import type { Handler } from '../serve';
import { renewCoverage } from '../watch/refresh';

function hostOf(typed: string | null): Answer<string | null> {
  if (typed === null) return { ok: true, value: null };
  const host = bareHost(typed);
  return host === null ? refuse('bad-message', `"${typed}" is not the name of a site.`) : { ok: true, value: host };
}

/** A lock that cannot be set means that the site is not covered, and is shown so (HOUSE promise 9). */
async function lockOrSay(desk: Desk, site: { platform: string; host: string | null; adapter: Adapter }, patterns: readonly string[]): Promise<Answer<null>> {
  const locked = await syncLock(desk, site);
  if (locked.ok) return locked;
  await syncLock(desk);
  const already = (await coveredList(desk)).some(({ platform, host }) => platform === site.platform && host === site.host);
  const words = already ? locked.detail : `${locked.detail} The site was not switched on.`;
  for (const host of hostsOf(patterns)) await noteCoverage(desk, { platform: site.platform, host, state: 'not-covered', detail: words });
  return refuse('lock-failed', words);
}

/** Covers one site: permission, lock, row, registration, and the tabs that are already open. */
export async function coverNow(desk: Desk, actor: string, platform: string, host: string | null): Promise<Answer<null>> {
  const known = await findAdapter(desk, platform);
  if (!known) return refuse('bad-adapter', `There is no adapter called "${platform}".`);
  const place = host ?? known.host;
  const patterns = sitePatterns(known.adapter, place);
  if (patterns.length === 0) return refuse('bad-message', `${known.adapter.title} runs on many hosts. Name the one to cover.`);
  const granted = await grantedPatterns(patterns);
  if (granted.length === 0) return refuse('no-permission', 'The browser does not let Countersign run on this site yet.');
  const locked = await lockOrSay(desk, { platform, host: place, adapter: known.adapter }, patterns);
  if (!locked.ok) return locked;
  const covered = await coverSite(desk, actor, platform, place);
  if (!covered.ok) {
    await syncLock(desk);
    return covered;
  }
  await syncRegistrations(desk);
  await injectIntoOpenTabs(granted);
  aside(pushRules(desk).then(() => renewCoverage(desk)));
  return covered;
}

export const cover: Handler<'site.cover'> = async ({ platform, host }, { desk }) => {
  const owner = await ruleOwner(desk);
  if (!owner.ok) return owner;
  const place = hostOf(host);
  return place.ok ? coverNow(desk, owner.value, platform, place.value) : place;
};

export const uncover: Handler<'site.uncover'> = async ({ platform, host }, { desk }) => {
  const owner = await ruleOwner(desk);
  if (!owner.ok) return owner;
  const place = hostOf(host);
  if (!place.ok) return place;
  if (isRequired((await readManaged(LONG_PATIENCE_MS)).values, { platform, host: place.value })) return refuse('not-allowed', 'The organisation requires this site to be covered, so it cannot be switched off here.');
  const known = await findAdapter(desk, platform);
  const patterns = known ? sitePatterns(known.adapter, place.value) : [];
  const until = await grantedPatterns(patterns);
  const done = await uncoverSite(desk, owner.value, { platform, host: place.value, hosts: hostsOf(patterns), why: 'Switched off in Countersign.' });
  await syncRegistrations(desk);
  const lifted = await syncLock(desk);
  aside(pushRules(desk, until).then(() => renewCoverage(desk)));
  return done.ok && !lifted.ok ? lifted : done;
};

/** An adapter from a stranger: data only, checked line by line, and covered at once when the browser allows its host. */
export const importAdapter: Handler<'adapter.import'> = async ({ adapter, host }, { desk }) => {
  const owner = await ruleOwner(desk);
  if (!owner.ok) return owner;
  const place = hostOf(host);
  if (!place.ok) return place;
  const parsed = parseAdapter(adapter);
  if (!parsed.ok) return refuse('bad-adapter', parsed.problems.slice(0, 5).map(({ line, path, message }) => `${line === null ? '' : `line ${line}: `}${path} ${message}`).join('\n'));
  if ((await findAdapter(desk, parsed.adapter.id))?.custom === false) return refuse('bad-adapter', `"${parsed.adapter.id}" is the name of a built-in adapter. Choose another id.`);
  const unsupported = await unsupportedPattern(parsed.adapter, place.value);
  if (unsupported) return refuse('bad-adapter', unsupported);
  const added = await addAdapter(desk, owner.value, parsed.adapter, place.value);
  if (!added.ok) return added;
  // Without the browser's permission the adapter is kept for later; a lock that failed is said.
  const covered = await coverNow(desk, owner.value, parsed.adapter.id, place.value);
  return !covered.ok && covered.code === 'lock-failed' ? covered : added;
};

export const removeAdapter: Handler<'adapter.remove'> = async ({ adapterId }, { desk }) => {
  const owner = await ruleOwner(desk);
  if (!owner.ok) return owner;
  const until = await coveredPatterns(desk);
  const dropped = await dropAdapter(desk, owner.value, adapterId);
  if (dropped.ok) {
    await syncRegistrations(desk);
    await syncLock(desk);
    afterChange(desk, []);
    aside(pushRules(desk, until).then(() => renewCoverage(desk)));
  }
  return dropped;
};
