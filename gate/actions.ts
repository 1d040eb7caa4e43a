/** What the person asks for in the panel. Each is one command; none of them releases anything. */
import { findingKey } from '../review/findings';
import { copyText } from './copy';
import type { PanelAction } from './panel/state';
import { restoreComposer } from './restore';
import type { Session } from './session';
import { bindHold } from './bind';
import { isEmpty } from './snapshot';

const NOT_BACK = 'The text could not be put back';
const BY_HAND = 'This editor did not take it. Copy the text and paste it yourself; nothing is lost.';

/** Puts the newest stored version back, reads it back and binds the hold to this composer (platforms.md §2.3). */
export async function restoreHold(session: Session): Promise<boolean> {
  const { view } = session;
  const match = session.current();
  if (!view || !match) return false;
  const done = await restoreComposer(match, view);
  if (!done.ok) {
    session.say(NOT_BACK, BY_HAND);
    return false;
  }
  return bindHold(session);
}

async function acceptSuggestion(session: Session, decisionId: string): Promise<void> {
  const returned = session.view?.returned;
  const match = session.current();
  if (!returned?.suggestion || returned.decisionId !== decisionId || !match || !session.view) return;
  const done = await restoreComposer(match, { ...session.view, text: returned.suggestion });
  if (!done.ok) return session.say(NOT_BACK, BY_HAND);
  await session.keeper.send('hold.revise', decisionId);
}

export async function act(session: Session, action: PanelAction): Promise<void> {
  const { ports, view } = session;
  const holdId = view?.id ?? '';
  switch (action.kind) {
    case 'note':
      return void (await session.tell(ports.ask('hold.note', { holdId, note: action.text })));
    case 'answer':
      return void (await session.tell(ports.ask('hold.answer', { holdId, findingKey: findingKey(action.finding), kind: action.answer, text: action.text })));
    case 'wrong': {
      const { ok } = await ports.ask('finding.wrong', { checkId: action.checkId, holdId: null, composerId: session.composerId });
      return ok ? undefined : session.flash('Not counted');
    }
    case 'fix': {
      const [match, live] = [session.current(), session.live()];
      if (!match || !live) return;
      const done = await restoreComposer(match, { ...live, text: action.text });
      return done.ok ? session.touch(match) : session.say(NOT_BACK, BY_HAND);
    }
    case 'recall':
      return void (await session.tell(ports.ask('hold.recall', { holdId })));
    case 'stop':
      return void (await session.tell(ports.ask('hold.stop', { holdId })));
    case 'resume':
      return void (await session.tell(ports.ask('hold.resume', { holdId })));
    case 'renew':
      return void (await session.tell(ports.ask('hold.renew', { holdId })));
    case 'resolve': {
      const answer = await ports.ask('hold.resolve', { holdId, there: action.there, permalink: action.permalink });
      if (!answer.ok) return session.refuse(answer, 'That did not work');
      return session.look();
    }
    case 'edit':
      return session.body?.focus({ preventScroll: false });
    case 'copy': {
      const live = session.live();
      const done = await copyText(live && live.text !== '' && !session.offered ? live.text : (view?.text ?? ''));
      return session.flash(done ? 'Copied' : 'The browser did not allow copying');
    }
    case 'accept-suggestion':
      return acceptSuggestion(session, action.decisionId);
    case 'resend':
      return session.keeper.send(view && !session.over ? 'hold.revise' : 'hold.create');
    case 'restore': {
      const match = session.current();
      if (match && session.offered && !isEmpty(match, session.media.size) && session.live()?.text !== view?.text) {
        return session.say('The composer is not empty', 'Empty it first, so that what you wrote there is not lost.');
      }
      return void (await restoreHold(session));
    }
    case 'retry':
      return session.retry();
    case 'reload':
      return location.reload();
    case 'teach':
      return session.host.teach();
    case 'dismiss':
      return session.dismiss();
    default:
  }
}
