/** HOUSE promise 9: tells whether the composers of this page are recognised, once for each state. */
import { resolveComposer } from './composer';
import { editableOn, sendBeside } from './generic';
import type { Notice } from './notice';
import { pageUrl } from './page-url';
import type { Policy } from './policy';
import type { Ports } from './ports';

const UNKNOWN_AFTER_MS = 400;

export class Recognition {
  private readonly told = new Set<string>();
  private readonly seen = new WeakSet<Element>();

  constructor(private readonly ports: Ports, private readonly policy: Policy, private readonly notice: Notice, private readonly signal: AbortSignal) {}

  tell(platform: string, state: 'live' | 'unknown-account' | 'unrecognised', detail: string): void {
    const key = `${platform} ${state}`;
    if (this.told.has(key) || !this.policy.covered || this.policy.waiting) return;
    this.told.add(key);
    void this.ports.ask('gate.coverage', { platform, url: pageUrl().slice(0, 4_000), state, detail: detail.slice(0, 500) });
  }

  /** Somebody writes where something would send it, and no surface matches. */
  unrecognised(path: EventTarget[]): void {
    const { policy, seen } = this;
    if (policy.waiting) return;
    const editor = editableOn(path);
    if (!editor || seen.has(editor)) return;
    seen.add(editor);
    setTimeout(() => {
      if (this.signal.aborted || !editor.isConnected || !sendBeside(editor) || resolveComposer([editor], policy.surfaces)) return;
      this.tell(policy.adapters[0]?.id ?? 'custom', 'unrecognised', 'An editor beside a send control matches no known composer.');
      this.notice.show({ kind: 'not-covered', reason: 'Countersign does not recognise this composer. What you post here is not held.', since: null, canTeach: true }, editor);
    }, UNKNOWN_AFTER_MS);
  }
}
