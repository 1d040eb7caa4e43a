/** The scanner of own posts asks where to look, and tells what it saw. A page can lie here; the worst it can do is raise an incident. */
import { ownPostsOf } from '../../../platforms/own-posts';
import { requirementFor } from '../../../review/rules';
import { refuse } from '../../../storage/commit';
import { reconcilePosts } from '../../../storage/operations/posts';
import { readMembers, readWorkspace } from '../../../storage/read-rows';
import { siteKey } from '../../../storage/rows';
import { afterChange, aside } from '../after';
import type { Handler } from '../serve';
import { tellPeople } from '../witness/tell';

export const where: Handler<'posts.where'> = async (_input, { sites }) => {
  const places = sites.map(({ platform, adapter }) => ({ platform, identity: adapter.identity, ownPosts: ownPostsOf(adapter) }));
  return { ok: true, value: places.flatMap(({ ownPosts, ...place }) => (ownPosts ? [{ ...place, ownPosts }] : [])) };
};

export const seen: Handler<'posts.seen'> = async ({ platform, account, posts }, { desk, caller, sites }) => {
  const site = sites.find((each) => each.platform === platform);
  if (caller.from !== 'gate' || !site) return refuse('not-covered', `"${platform}" is not covered here.`);
  const [workspace, members, row] = [await readWorkspace(desk.db), await readMembers(desk.db), await desk.db.sites.get(siteKey(platform, site.host))];
  // Nobody can have countersigned anything yet, or this account is left out by name.
  if (!workspace || !row || 'free' in requirementFor(workspace.rules, members, platform, account)) return { ok: true, value: null };
  const found = await reconcilePosts(desk, { platform, host: caller.host, account, coveredAt: Math.max(row.coveredAt, workspace.createdAt), posts });
  if (!found.ok) return found;
  const [first] = found.value;
  if (first) {
    afterChange(desk, []);
    aside(tellPeople(desk, first));
  }
  return { ok: true, value: null };
};
