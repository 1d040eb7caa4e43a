/** Wires the gate to the extension: messages, closed shadow roots, and the copies of itself. */
import { useRootOf } from '../../gate/dom';
import { Gate } from '../../gate/gate';
import { isOwn, listenFirst } from '../../gate/panel/own';
import { latePanel, partLoader } from '../../gate/parts';
import { BARE_ADAPTERS } from '../../platforms/bare';
import type { Push } from '../../review/contract';
import { ask, isOrphaned } from '../../runtime/client';
import { nativeRuntime } from '../../runtime/native';
import { anyShadowRoot } from '../../runtime/shadow-root';

const STARTED = 'countersign:gate-started';
const HERE = Symbol.for('countersign:gate');

/** A tab may get the script twice: from the registration and injected after an install. Once is enough. */
function alreadyHere(): boolean {
  const shared = globalThis as { [HERE]?: () => boolean };
  if (shared[HERE]?.()) return true;
  shared[HERE] = () => !isOrphaned();
  return false;
}

export function startGate(): void {
  if (alreadyHere()) return;
  const stop = new AbortController();
  // A newer copy takes over from one whose extension is gone. A live gate takes no orders from the page.
  document.dispatchEvent(new CustomEvent(STARTED));
  document.addEventListener(STARTED, () => isOrphaned() && stop.abort(), { signal: stop.signal });
  // Our own panel is no composer of the site, and what is typed there is not the site's.
  useRootOf((host) => (isOwn(host) ? null : anyShadowRoot(host)));
  listenFirst(stop.signal);
  const load = partLoader(async (part) => (await ask('gate.load', { part }, 3_000)).ok);
  const gate = new Gate({
    ask,
    orphaned: isOrphaned,
    now: () => Date.now(),
    adapters: BARE_ADAPTERS,
    mountPanel: (options) => latePanel(load, options),
    deeds: () => load('panel'),
    startTeaching: (options) => void load('teach').then((start) => (start ? start(options) : options.onCancel())),
  }, stop.signal);
  const runtime = nativeRuntime();
  const id = runtime?.id;
  runtime?.onMessage.addListener((message, sender, respond) => {
    if (stop.signal.aborted || sender.id !== id || typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
    const reply = gate.onPush(message as Push);
    if (reply === undefined) return undefined;
    respond(reply);
    return true;
  });
}
