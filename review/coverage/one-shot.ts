/** One-shot: the layer in the page's own world, which lets one publishing call pass per release. */
import { off, on, part, unknown, unused } from './cell';
import type { Cell } from './cell';
import type { SiteFacts } from './facts';
import { absent } from './intent';
import { itsCalls } from './words';

export function oneShotCell(facts: SiteFacts): Cell {
  const { requests, sockets, forms } = facts.calls;
  if (requests + sockets + forms === 0) return unused('No publishing call of this site is known, so there is none to watch in the page.');
  const gone = absent(facts);
  if (gone) return off('It comes with the gate, which is missing: see intent.', gone.remedy);
  if (facts.tabs.some(({ page }) => !page)) return off('The page’s own calls are not watched in an open tab. Reload that tab.', 'reload');
  if (facts.tabs.some(({ late }) => late)) {
    return sockets > 0
      ? off('A tab was open before Countersign: a connection it opened before that is not covered. Reload that tab.', 'reload')
      : part('A tab was open before Countersign: what its scripts took before that is not watched. Reload that tab.', 'reload');
  }
  if (facts.tabs.length === 0 && facts.seen.length === 0) return unknown('No page was opened since the site was switched on.', 'open');
  if (requests + sockets === 0) return on('A form sent by the page’s script is stopped like one sent by hand.');
  return on(`${itsCalls(requests + sockets)} stopped in the page unless a release lets one pass.`);
}
