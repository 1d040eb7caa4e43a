/** The checks as rule owners see them, and the word of a person that one of them was wrong. */
import { refuse } from '../../../storage/commit';
import type { Desk } from '../../../storage/desk';
import { markDraft, markHeld } from '../../../storage/operations/flags';
import { checkList } from '../check-list';
import { atKeyboard } from '../people';
import type { Handler } from '../serve';
import { visibleHold } from './place';

/** A built-in check, or one of the team's own rules. */
async function exists(desk: Desk, checkId: string): Promise<boolean> {
  if (checkId.startsWith(TEAM)) return (await desk.db.phrases.get(checkId.slice(TEAM.length))) !== undefined;
  return checkList().some(({ id }) => id === checkId);
}
const TEAM = 'team.';

export const wrong: Handler<'finding.wrong'> = async ({ checkId, holdId, composerId }, { desk, caller }) => {
  if ((holdId === null) === (composerId === null)) return refuse('bad-message', 'A flag belongs to a held post or to a composer, not to both.');
  if (!(await atKeyboard(desk))) return refuse('not-set-up', 'Nobody is signed in here yet.');
  if (composerId !== null) return (await exists(desk, checkId)) ? markDraft(desk, composerId, checkId) : refuse('bad-message', 'There is no such check.');
  const seen = await visibleHold(desk, caller, holdId ?? '');
  return seen.ok ? markHeld(desk, seen.hold.id, checkId) : seen;
};

export const list: Handler<'checks.list'> = async () => ({ ok: true, value: checkList() });
