/** The team's own phrases: a rule owner changes them, and none gets in that the checks could not run. */
import { judgeRule } from '../../../checks/team/judge';
import { refuse } from '../../../storage/commit';
import { changePhrases } from '../../../storage/operations/phrases';
import type { Handler } from '../serve';
import { asOwner } from './workspace';

export const change: Handler<'phrases.change'> = ({ put, drop, base }, ask) =>
  asOwner(ask, async (actor) => {
    for (const phrase of put) {
      const why = judgeRule(phrase);
      if (why !== null) return refuse('bad-message', `“${phrase.text}”: ${why}`);
    }
    return changePhrases(ask.desk, actor, { put, drop }, base);
  });
