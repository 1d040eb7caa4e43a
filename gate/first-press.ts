/** A send stopped before anybody knew this page: it becomes a press once the rules are here, or goes on its way. */
import { resolveComposer, type ComposerMatch } from './composer';
import type { Free } from './free';
import { genericSend } from './generic';
import type { Policy } from './policy';
import type { Replay } from './replay';

export interface FirstPressHost {
  policy: Policy;
  free: Free;
  holds(match: ComposerMatch): boolean;
  press(match: ComposerMatch, replay: Replay): void;
  /** Repeats a send that needs no hold. */
  let(replay: Replay): void;
  letting(): boolean;
}

export class FirstPress {
  private stopped: { path: EventTarget[]; replay: Replay } | null = null;

  constructor(private readonly host: FirstPressHost) {}

  get waits(): boolean {
    return this.stopped !== null;
  }

  stop(path: EventTarget[], replay: Replay): void {
    this.stopped = { path, replay };
  }

  /** True when the event looks like a send and no adapter is here to say so. */
  unknown(event: Event, path: EventTarget[]): boolean {
    const { policy } = this.host;
    if (this.host.letting() || !policy.waiting || policy.surfaces.length > 0) return false;
    const replay = genericSend(event, path);
    if (replay) this.stop(path, replay);
    return replay !== null;
  }

  settle(): void {
    const { stopped, host } = this;
    this.stopped = null;
    if (!stopped) return;
    const { path, replay } = stopped;
    const match = resolveComposer(path, host.policy.surfaces);
    if (match && host.holds(match)) return host.press(match, replay);
    const type = replay.kind === 'submit' || replay.kind === 'form' ? replay.kind : 'click';
    if (!match || !host.free.detour(type, match, replay)) host.let(replay);
  }
}
