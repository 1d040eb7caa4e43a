/** What an author may add to their own hold without making a new version. True when the background took it. */
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
