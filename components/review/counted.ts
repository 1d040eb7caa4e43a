/** What the page itself counts about one version: requirement, signatures, view. Pure. */
import { tally } from '../../review/tally';
import type { Tally } from '../../review/tally';
import { effectiveRequirement } from '../../review/requirement';
import { holdView } from '../../review/view';
import type { HoldView } from '../../review/contract';
import type { DecisionId, Requirement, Revision } from '../../review/model';
import type { HoldDetail } from '../../storage/queries/detail';

export interface Counted {
  requirement: Requirement;
  counted: Tally;
  view: HoldView;
}

/** Only decisions in `verified` count; the requirement is the stricter of then and now (PO1). */
export function countFor(detail: HoldDetail, revision: Revision, verified: ReadonlySet<DecisionId>, now: number): Counted {
  const { hold, decisions, members, workspace, grant, revisions } = detail;
  const requirement = effectiveRequirement(hold, workspace.rules, members, revision.manifest.account);
  const base = revisions.find(({ number }) => number === revision.number - 1) ?? null;
  const input = { hold, revision, decisions, members, requirement, verified, base, rules: workspace.rules };
  return { requirement, counted: tally(input), view: holdView({ ...input, grant, now }) };
}
