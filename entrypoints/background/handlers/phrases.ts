/** The team's own phrases: a rule owner changes them, and no pattern gets in that the checks would not run. */
import { judgePattern } from '../../../checks/team/user-pattern';
import { refuse } from '../../../storage/commit';
import { changePhrases } from '../../../storage/operations/phrases';
import type { Handler } from '../serve';
import { asOwner } from './workspace';

export const change: Handler<'phrases.change'> = ({ put, drop, base }, ask) =>
  asOwner(ask, async (actor) => {
    for (const { kind, text } of put) {
      const judged = kind === 'pattern' ? judgePattern(text) : null;
      if (judged?.ok === false) return refuse('bad-message', `“${text}”: ${judged.reason}`);
    }
    return changePhrases(ask.desk, actor, { put, drop }, base);
  });
