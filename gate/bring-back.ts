/** Finds the composer a kept draft belongs into, and puts it there when that loses nothing. */
import type { HoldView } from '../review/contract';
import { restoreHold } from './actions';
import { sleep } from './ask-until';
import { bindHold } from './bind';
import { composersOnPage, type ComposerMatch } from './composer';
import type { Policy } from './policy';
import type { Session } from './session';
import { isEmpty, textOf } from './snapshot';
import { sameText } from './text';

const LOOK_EVERY_MS = 250;
const ASKED_FOR_MS = 20_000;
const QUIET_MS = 10_000;
/** Time for a site to show its composer by itself before its own button for it is used. */
const OPEN_AFTER_MS = 1_000;

export interface BringBackHost {
  policy: Policy;
  sessionFor(match: ComposerMatch): Session;
  signal: AbortSignal;
}

function candidates(host: BringBackHost, view: HoldView): ComposerMatch[] {
  return composersOnPage(host.policy.surfaces).filter((match) => match.compiled.surface.kind === view.surface);
}

const holdsSame = (match: ComposerMatch, view: HoldView): boolean => sameText(textOf(match), view.text) && sameText(textOf(match, 'title'), view.title);
const isFree = (session: Session, view: HoldView): boolean => session.view === null || session.view.id === view.id;

function openComposer(host: BringBackHost, view: HoldView): boolean {
  for (const { surface } of host.policy.surfaces) {
    if (surface.kind !== view.surface || !surface.restore?.click) continue;
    const button = document.querySelector(surface.restore.click);
    if (button instanceof HTMLElement) {
      button.click();
      return true;
    }
  }
  return false;
}

/**
 * `asked`: the person opened this page for this draft, so an empty composer is filled at once; otherwise it is
 * offered. A composer that holds other words is never overwritten. False when no composer appeared.
 */
export async function bringBack(host: BringBackHost, view: HoldView, asked: boolean): Promise<boolean> {
  const tries = (asked ? ASKED_FOR_MS : QUIET_MS) / LOOK_EVERY_MS;
  let opened = false;
  for (let look = 0; look < tries && !host.signal.aborted; look += 1) {
    const free = candidates(host, view).filter((match) => isFree(host.sessionFor(match), view));
    const same = free.find((match) => holdsSame(match, view));
    const match = same ?? free.find((each) => isEmpty(each, 0)) ?? free[0];
    if (match) {
      const session = host.sessionFor(match);
      session.view = view;
      if (same) return bindHold(session);
      if (asked && isEmpty(match, 0)) return restoreHold(session);
      if (!isEmpty(match, 0) && !asked) {
        session.view = null;
        return false;
      }
      session.offered = true;
      session.render();
      return true;
    }
    if (asked && !opened && look * LOOK_EVERY_MS >= OPEN_AFTER_MS) opened = openComposer(host, view);
    await sleep(LOOK_EVERY_MS);
  }
  return false;
}
