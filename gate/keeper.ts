/** Brings what was pressed into storage: a new hold, or a new revision of one. Repeats until there is an answer. */
import { askUntil } from './ask-until';
import { aim, run } from './replay';
import type { Session } from './session';
import { accountOf, readSnapshot } from './snapshot';
import { randomId } from './text';

type Kind = 'hold.create' | 'hold.revise';

export class Keeper {
  /** The draft is on its way to storage. */
  holding = false;
  /** Tries without an answer so far. */
  silent: { attempt: number; detail: string } | null = null;
  private last: { kind: Kind; acceptedSuggestion: string | null } | null = null;

  constructor(private readonly session: Session) {}

  /** Stores what the composer says now. The composer keeps its text all the while. */
  async send(kind: Kind, acceptedSuggestion: string | null = null): Promise<void> {
    const { session } = this;
    if (this.holding) return;
    this.holding = true;
    session.offered = false;
    this.last = { kind, acceptedSuggestion };
    if (kind === 'hold.create') session.view = null;
    const { match, view, ports, composerId } = session;
    const early = readSnapshot(match, []);
    session.render();
    const { media, thumbs } = await session.media.settled(match);
    await session.host.settled();
    const common = { commandId: randomId(), composerId, snapshot: { ...early, media }, thumbs };
    const onSilence = (attempt: number, detail: string): void => {
      this.silent = { attempt, detail };
      session.orphaned = ports.orphaned();
      session.render();
    };
    const answer = kind === 'hold.revise' && view
      ? await askUntil(ports, 'hold.revise', { ...common, holdId: view.id, acceptedSuggestion }, session.signal, onSilence)
      : await askUntil(ports, 'hold.create', { ...common, urgency: 'normal', voluntary: false }, session.signal, onSilence);
    this.holding = false;
    this.silent = null;
    if (!answer) return session.render();
    if (answer.ok) return session.apply(answer.value);
    if (answer.code === 'content-differs' && kind === 'hold.revise') return this.send('hold.create');
    if (answer.code === 'not-covered') return this.notCovered();
    session.refuse(answer);
  }

  /** The background says this account is not covered (any more): the person's own send goes on its way. */
  private async notCovered(): Promise<void> {
    const { session } = this;
    await session.host.relearn();
    const match = session.current();
    const again = match && aim(session.replay, match);
    if (match && again && !session.host.policy.mustHold(match.adapter.id, () => accountOf(match))) {
      session.hide();
      return run(again);
    }
    session.say('Nothing was posted', 'The rules for this account changed. Press the button again.', true);
  }

  retry(): void {
    const { session, last } = this;
    if (last && (!session.view || last.kind === 'hold.revise')) void this.send(last.kind, last.acceptedSuggestion);
    else void session.look();
  }
}
