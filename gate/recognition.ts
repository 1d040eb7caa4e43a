/** HOUSE promise 9: tells whether the composers of this page are recognised, once for each state. */
import type { AliveReply } from '../review/contract';
import { composerOfEditor, type ComposerMatch } from './composer';
import { ancestry } from './dom';
import { editableOn, sendBeside } from './generic';
import type { Notice } from './notice';
import { pageUrl } from './page-url';
import type { Policy } from './policy';
import type { Ports } from './ports';

const UNKNOWN_AFTER_MS = 400;

/** Nothing recognised, or an editor whose send control is not where the adapter says. */
export const lacking = (match: ComposerMatch | null): boolean => !match || (match.compiled.send !== '' && !match.control);

export class Recognition {
  private readonly told = new Set<string>();
  private readonly seen = new WeakSet<Element>();
  /** What was said last; '' before anybody wrote. */
  private said: AliveReply['state'] = '';
  /** An editor somebody wrote in that no adapter reads. */
  private stray: HTMLElement | null = null;

  constructor(private readonly ports: Ports, private readonly policy: Policy, private readonly notice: Notice, private readonly signal: AbortSignal) {}

  tell(platform: string, state: 'live' | 'unknown-account' | 'unrecognised', detail: string): void {
    const key = `${platform} ${state}`;
    this.said = state;
    if (this.told.has(key) || !this.policy.covered || this.policy.waiting) return;
    this.told.add(key);
    void this.ports.ask('gate.coverage', { platform, url: pageUrl().slice(0, 4_000), state, detail: detail.slice(0, 500) });
  }

  /** How the composers of this page stand now: what was strange and has gone is no news any more. */
  state(): AliveReply['state'] {
    if (this.stray && this.strays(this.stray)) return 'unrecognised';
    return this.said === 'unrecognised' ? '' : this.said;
  }

  /** No adapter reads this editor, or none finds what sends it, and something beside it looks like a send control. */
  private strays(editor: HTMLElement): boolean {
    return editor.isConnected && sendBeside(editor) !== null && lacking(composerOfEditor(ancestry(editor), this.policy.surfaces));
  }

  /** Somebody writes where something would send it, and no surface matches. */
  unrecognised(path: EventTarget[]): void {
    const { policy, seen } = this;
    if (policy.waiting) return;
    const editor = editableOn(path);
    if (!editor || seen.has(editor)) return;
    seen.add(editor);
    setTimeout(() => {
      if (this.signal.aborted || !this.strays(editor)) return;
      this.stray = editor;
      this.tell(policy.adapters[0]?.id ?? 'custom', 'unrecognised', 'An editor beside a send control matches no known composer.');
      this.notice.show({ kind: 'not-covered', reason: 'Countersign does not recognise this composer. What you post here is not held.', since: null, canTeach: true }, editor);
    }, UNKNOWN_AFTER_MS);
  }
}
