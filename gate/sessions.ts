/** The composers of this frame that somebody used, each with its session. */
import { composersOnPage, type ComposerMatch } from './composer';
import { Session, type SessionHost } from './session';
import { textOf } from './snapshot';

/** After a file was given: moments at which its preview may have appeared. */
const PREVIEW_MS = [50, 200, 600, 1_800];

export class Sessions {
  private readonly all = new Set<Session>();
  /** The one somebody used last. */
  active: Session | null = null;

  constructor(private readonly host: SessionHost) {}

  [Symbol.iterator](): IterableIterator<Session> {
    return this.all.values();
  }

  /** The session whose editor this composer has, or null. */
  find(match: ComposerMatch): Session | null {
    for (const session of this.all) if (session.owns(match)) return session;
    return null;
  }

  /** The session of this composer. One whose editor was rebuilt by the site is recognised by surface and words; other words are another post. */
  of(match: ComposerMatch): Session {
    const rebuilt = (each: Session) => each.match.adapter.id === match.adapter.id && each.match.compiled.surface.id === match.compiled.surface.id && !each.body?.isConnected && each.lastText === textOf(match);
    const session = this.find(match) ?? [...this.all].find((each) => each.view !== null && rebuilt(each)) ?? new Session(match, this.host);
    session.match = match;
    this.all.add(session);
    this.active = session;
    return session;
  }

  /** Files go to the composer they were given to; before anything was typed, to the only one on the page. */
  attach(files: File[], to: Session | null): void {
    const target = to?.current() ? to : this.only();
    target?.media.add(files, () => target.touch(target.match));
    for (const ms of PREVIEW_MS) setTimeout(() => this.seePreviews(), ms);
  }

  /** Which file each preview shows is known only from having seen it appear. Called before anything a person does can take one away. */
  seePreviews(): void {
    for (const { media, match } of this.all) if (media.size > 0) media.list(match);
  }

  private only(): Session | null {
    const [only, another] = composersOnPage(this.host.policy.surfaces);
    return only && !another ? this.of(only) : null;
  }

  /** Keeps the panels true while nothing happens, and forgets composers that left without a hold. */
  beat(): void {
    for (const session of this.all) {
      if (session.view) {
        session.render();
        session.lookNowAndThen();
      } else if (!session.current()) {
        session.end();
        this.all.delete(session);
        if (this.active === session) this.active = null;
      }
    }
  }

  /** The tab is looked at again: news may have been missed. */
  wake(): void {
    for (const session of this.all) {
      if (!session.view || session.over) continue;
      void session.look();
      if (document.visibilityState === 'visible') session.release.due();
    }
  }

  end(): void {
    for (const session of this.all) session.end();
  }
}
