/**
 * The gate that let a post through is the only one that hears the site's answer. When its document is gone, by a
 * reload, another page, a closed tab or a browser that ended, the outcome is `unknown` at once (RL2).
 */
import type { CoveredSite } from './coverage';
import type { GateCaller } from './callers';
import { abandonReleases } from '../../storage/operations/abandon';
import type { Desk } from '../../storage/desk';
import { afterChange } from './after';

/** A site that posts by loading a page replaces its document in every release; there the network tells the outcome. */
function postsByLoading({ adapter }: CoveredSite): boolean {
  return adapter.publish.length === 0 || adapter.publish.some(({ transport }) => transport === 'navigation');
}

/**
 * A gate says hello. Another document in the frame that was posting means that the posting one is gone; the same
 * document says hello again whenever rules change. Browsers that name no documents wait for the deadline.
 */
export async function noteNewDocument(desk: Desk, { tabId, frameId, documentId }: GateCaller, sites: readonly CoveredSite[]): Promise<void> {
  if (documentId === null || sites.length === 0 || sites.some(postsByLoading)) return;
  const changed = await abandonReleases(desk, tabId, (was) => was.frameId === frameId && was.documentId !== undefined && was.documentId !== documentId);
  if (changed.length > 0) afterChange(desk, changed);
}
