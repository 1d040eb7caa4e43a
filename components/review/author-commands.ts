/** What may be added to a hold without making a new version. True when the background took it. */
import type { FindingAnswer } from '../../review/model';
import { ask } from '../../runtime/client';
import { tell } from '../queue/act';

export async function saveNote(holdId: string, note: string): Promise<boolean> {
  const answer = await ask('hold.note', { holdId, note });
  if (!answer.ok) tell(answer, '', '');
  return answer.ok;
}

/** QU8 */
export async function answerFinding(holdId: string, findingKey: string, kind: FindingAnswer['kind'], text: string): Promise<boolean> {
  const answer = await ask('hold.answer', { holdId, findingKey, kind, text });
  if (!answer.ok) tell(answer, '', '');
  return answer.ok;
}

/** A reader's word that a check is wrong here. Counted per check; it answers nothing and approves nothing. */
export async function markWrong(holdId: string, checkId: string): Promise<boolean> {
  const answer = await ask('finding.wrong', { checkId, holdId, composerId: null });
  if (!answer.ok) tell(answer, '', '');
  return answer.ok;
}
