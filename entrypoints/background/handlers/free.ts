/** Posts of accounts that are left out by name: no hold, no draft, one call through the same lock (issue 3, item 1). */
import { requirementFor } from '../../../review/rules';
import { refuse } from '../../../storage/commit';
import { readMembers, readWorkspace } from '../../../storage/read-rows';
import { openWindow } from '../lock/window';
import { expectFree } from '../protection/releases';
import type { Handler } from '../serve';

/** Opens one call of this tab, after the rules said here, not in the page, that the account is free. An unknown account never is. */
export const open: Handler<'free.open'> = async ({ platform, publishId, account }, { desk, caller, sites }) => {
  const site = sites.find((each) => each.platform === platform);
  if (caller.from !== 'gate' || !site) return refuse('not-covered', `"${platform}" is not covered here.`);
  if (!site.adapter.publish.some(({ id }) => id === publishId)) return refuse('bad-message', `${site.adapter.title} has no publish call "${publishId}".`);
  if (!account) return refuse('account-unknown', 'The account could not be read, so this is held like any other.');
  const [workspace, members] = [await readWorkspace(desk.db), await readMembers(desk.db)];
  if (!workspace) return refuse('not-set-up', 'There is no workspace yet, so everything is held.');
  if (!('free' in requirementFor(workspace.rules, members, platform, account))) return refuse('not-allowed', 'This account is covered: its posts are held.');
  const opened = await openWindow({ tabId: caller.tabId, site, specs: [publishId], calls: 1, why: 'free' });
  if (opened.ok) expectFree({ tabId: caller.tabId, platform, specs: [publishId] }, Date.now());
  return opened.ok ? { ok: true, value: { deadline: opened.value.deadline } } : opened;
};
