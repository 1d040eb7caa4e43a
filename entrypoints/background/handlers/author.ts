/** What the author does with a held post. Each act needs the person it belongs to at the keyboard. */
import { answerFinding, noteHold, recallHold, renewHold, resumeHold, stopHold } from '../../../storage/operations/annotate';
import { refuse } from '../../../storage/commit';
import type { Refusal } from '../../../storage/commit';
import type { Answer, HoldView } from '../../../review/contract';
import type { Member } from '../../../review/model';
import type { StoredHold } from '../../../storage/rows';
import { afterChange } from '../after';
import { somebody } from '../people';
import type { Ask, Handler } from '../serve';
import { visibleHold } from './place';

type Who = (hold: StoredHold, person: Member) => boolean;

const isAuthor: Who = (hold, person) => hold.authorId === person.id;
/** TI6: either side may stop or resume the countdown. */
const eitherSide: Who = (hold, person) => isAuthor(hold, person) || hold.requirement.approvers.includes(person.id) || person.roles.includes('approver');

async function acting({ desk, caller }: Ask, holdId: string, who: Who): Promise<{ ok: true; person: Member } | Refusal> {
  const seen = await visibleHold(desk, caller, holdId);
  if (!seen.ok) return seen;
  const person = await somebody(desk);
  if (!person.ok) return person;
  if (!who(seen.hold, person.value)) return refuse('not-allowed', `${person.value.name} is signed in here; this belongs to somebody else.`);
  return { ok: true, person: person.value };
}

async function act(ask: Ask, holdId: string, who: Who, change: (person: Member) => Promise<Answer<HoldView>>): Promise<Answer<HoldView>> {
  const allowed = await acting(ask, holdId, who);
  if (!allowed.ok) return allowed;
  const changed = await change(allowed.person);
  if (changed.ok) afterChange(ask.desk, [holdId]);
  return changed;
}

export const note: Handler<'hold.note'> = ({ holdId, note: text }, ask) => act(ask, holdId, isAuthor, ({ id }) => noteHold(ask.desk, id, holdId, text));

export const answer: Handler<'hold.answer'> = ({ holdId, findingKey, kind, text }, ask) =>
  act(ask, holdId, isAuthor, ({ id }) => answerFinding(ask.desk, holdId, findingKey, { kind, text, by: id, at: ask.desk.now() }));

export const recall: Handler<'hold.recall'> = ({ holdId }, ask) => act(ask, holdId, isAuthor, ({ id }) => recallHold(ask.desk, id, holdId));

export const stop: Handler<'hold.stop'> = ({ holdId }, ask) => act(ask, holdId, eitherSide, ({ id }) => stopHold(ask.desk, id, holdId));

export const resume: Handler<'hold.resume'> = ({ holdId }, ask) => act(ask, holdId, eitherSide, ({ id }) => resumeHold(ask.desk, id, holdId));

export const renew: Handler<'hold.renew'> = ({ holdId }, ask) => act(ask, holdId, isAuthor, ({ id }) => renewHold(ask.desk, id, holdId));
