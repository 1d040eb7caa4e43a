/**
 * Parts of the gate that come into a page only when they are needed: the panel with the first composer a person
 * uses, teaching when somebody teaches. All scripts of one frame share the isolated world, so a part is left there.
 */
import { sleep } from './ask-until';
import type { PanelHandle, PanelOptions } from './panel/mount';
import type { HoldView } from '../review/contract';
import type { BringBackHost } from './bring-back';
import type { PanelAction, PanelState } from './panel/state';
import type { Session } from './session';
import type { TeachOptions } from './teach';

/** What a person asks for in the panel, and drafts put back into a page: both come with it. */
export interface Deeds {
  act: (session: Session, action: PanelAction) => Promise<void>;
  bringBack: (host: BringBackHost, view: HoldView, asked: boolean) => Promise<boolean>;
}

export interface Parts {
  panel: Deeds & { mount: (options: PanelOptions) => PanelHandle };
  teach: (options: TeachOptions) => void;
}

type Shelf = Record<symbol, unknown>;
const keyOf = (part: keyof Parts): symbol => Symbol.for(`countersign:${part}`);

export function leavePart<P extends keyof Parts>(part: P, value: Parts[P]): void {
  (globalThis as Shelf)[keyOf(part)] = value;
}

export function partHere<P extends keyof Parts>(part: P): Parts[P] | null {
  return ((globalThis as Shelf)[keyOf(part)] as Parts[P] | undefined) ?? null;
}

/** Resolves to null when the part cannot come: the extension is gone, or does not answer. */
export type LoadPart = <P extends keyof Parts>(part: P) => Promise<Parts[P] | null>;

export function partLoader(bring: (part: keyof Parts) => Promise<boolean>): LoadPart {
  const coming = new Map<keyof Parts, Promise<boolean>>();
  return async (part) => {
    const here = partHere(part);
    if (here) return here;
    const asked = coming.get(part) ?? bring(part);
    coming.set(part, asked);
    if (!(await asked)) coming.delete(part);
    return partHere(part);
  };
}

/** Said without the panel, when it cannot come (promise 5: an error is said, never hidden). */
const PLAIN: Partial<Record<PanelState['kind'], string>> = {
  orphaned: 'Countersign was updated. Nothing was posted. Copy your text if you need it, then reload this tab.',
  unreachable: 'Countersign does not answer. Nothing was posted, and your text is still here.',
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

function sayPlainly(state: PanelState, signal: AbortSignal): void {
  const words = PLAIN[state.kind] ?? 'Countersign holds this post. Nothing was posted.';
  const host = document.createElement('div');
  host.setAttribute('popover', 'manual');
  host.style.cssText = 'all:initial;position:fixed;inset:auto 16px 16px auto;max-width:320px;padding:12px 16px;border:1px solid #b45309;border-radius:8px;background:#fff;color:#1c1917;font:14px/1.5 system-ui,sans-serif';
  host.setAttribute('role', 'status');
  host.attachShadow({ mode: 'closed' }).textContent = words;
  document.documentElement.append(host);
  host.showPopover();
  setTimeout(() => host.remove(), 15_000);
  signal.addEventListener('abort', () => host.remove(), { once: true });
}

/** A panel that draws itself as soon as its part is here. What was shown meanwhile is not lost. */
export function latePanel(load: LoadPart, options: PanelOptions): PanelHandle {
  const here = partHere('panel');
  if (here) return here.mount(options);
  let real: PanelHandle | null = null;
  let state: PanelState | null = null;
  let asking = false;
  let plain: PanelState['kind'] | null = null;
  const nowhere = document.createElement('i');

  /** A worker that starts or a busy machine may need several tries. What is to be shown waits; it is not dropped. */
  const bring = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const late = await load('panel');
      if (options.signal.aborted) break;
      if (late) {
        real = late.mount(options);
        if (state) real.show(state);
        break;
      }
      if (state && state.kind !== 'status' && state.kind !== plain) {
        plain = state.kind;
        sayPlainly(state, options.signal);
      }
      await sleep(pause);
      if (!state || options.signal.aborted) break;
    }
    asking = false;
  };
  return {
    get element() {
      return real?.element ?? nowhere;
    },
    show(next) {
      state = next;
      if (real) real.show(next);
      else void bring();
    },
    hide() {
      state = null;
      real?.hide();
    },
    flash: (words) => real?.flash(words),
    contains: (node) => real?.contains(node) ?? false,
  };
}
