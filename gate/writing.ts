/** While somebody writes: who would have to approve, and what the checks say to the words as they stand. */
import type { CoverView } from '../review/contract';
import type { Finding } from '../checks/finding';
import type { Session } from './session';
import { accountOf, isEmpty, readSnapshot, targetOf } from './snapshot';

const TYPING_MS = 400;

export class Writing {
  cover: CoverView | null = null;
  findings: Finding[] = [];
  /** The text those findings are about. */
  checked = '';
  /** What `gate.typed` was last told. */
  private told = '';
  private coverKey = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly session: Session) {}

  /** Somebody typed: the checks are asked when they pause. */
  touched(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.typed(), TYPING_MS);
    void this.learnCover();
  }

  async learnCover(): Promise<void> {
    const { session } = this;
    const { match } = session;
    const account = accountOf(match);
    const target = targetOf(match);
    const key = JSON.stringify([match.adapter.id, account, target]);
    if (key === this.coverKey) return;
    this.coverKey = key;
    const answer = await session.ports.ask('gate.cover', { platform: match.adapter.id, account, target });
    if (key !== this.coverKey) return;
    if (answer.ok) this.cover = answer.value;
    else this.coverKey = '';
    session.render();
  }

  /** The rules changed: who would approve has to be asked again. */
  forgetCover(): void {
    this.coverKey = '';
    void this.learnCover();
  }

  private async typed(): Promise<void> {
    const { session } = this;
    const match = session.current();
    if (!match || session.signal.aborted) return;
    session.settleTrouble();
    session.render();
    if (isEmpty(match, session.media.size)) {
      this.findings = [];
      this.told = '';
      return session.render();
    }
    const snapshot = readSnapshot(match, session.media.list(match));
    // SD1: coming back to a composer is no work on it. Only words or files that changed are told, with whoever is at the keyboard.
    const { text, title, warning, media } = snapshot;
    const content = JSON.stringify([text, title, warning, media]);
    if (content === this.told) return;
    const answer = await session.ports.ask('gate.typed', { composerId: session.composerId, snapshot });
    if (answer.ok) {
      this.told = content;
      this.findings = answer.value.findings;
      this.checked = text;
    }
    session.render();
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
