/**
 * The one-use pass: it lets one send of one composer through, with exactly the approved text (HOUSE promise 2).
 * It is consumed by the first event that matches. What that event sets off by itself (the browser's `submit`
 * after a click, a script's own click after a key) belongs to the same send and is admitted once each.
 */
import type { ComposerMatch } from './composer';
import { textOf } from './snapshot';
import { PART, sameText } from './text';

const EARLY = new Set(['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'keypress', 'keyup']);
const FOLLOWERS: Record<string, readonly string[]> = { keydown: ['click', 'submit', 'form'], click: ['submit', 'form'], submit: ['form'], form: [] };
/** A script may answer a key with a click a little later; a person's second click is trusted and never admitted. */
const CHAIN_MS = 1_000;

export interface Approved {
  text: string;
  title: string;
  warning: string;
}

export interface PassTerms {
  /** The composer as it stands when asked. */
  match: () => ComposerMatch | null;
  approved: Approved;
  /** Unix ms. */
  deadline: number;
  now: () => number;
  /** Publish calls of the adapter that belong to this surface; empty when the adapter knows none. */
  publish: readonly string[];
  /** Publish calls one send makes: one for each part of a thread. */
  calls: number;
  onUsed: () => void;
}

export class Pass {
  private used: { type: string; at: number } | null = null;
  private left: Set<string> = new Set();
  private calls: number;
  /** Approved parts no call has carried yet. */
  private words: string[];
  private carried: string[] = [];
  private closed = false;

  constructor(readonly terms: PassTerms) {
    this.calls = terms.calls;
    this.words = terms.approved.text.split(PART);
  }

  get consumed(): boolean {
    return this.used !== null;
  }

  close(): void {
    this.closed = true;
  }

  private reads(match: ComposerMatch): boolean {
    const { text, title, warning } = this.terms.approved;
    return textOf(match) === text && textOf(match, 'title') === title && textOf(match, 'warning') === warning;
  }

  private same(match: ComposerMatch): boolean {
    const live = this.terms.match();
    const body = (each: ComposerMatch) => each.editors.find(({ spec }) => spec.role === 'body')?.element;
    return live !== null && body(live) === body(match);
  }

  /** Whether this event of this composer may reach the site. Synchronous: the text is read again here and now. */
  admits(type: string, trusted: boolean, match: ComposerMatch): boolean {
    if (this.closed || !this.same(match) || !this.reads(match)) return false;
    const now = this.terms.now();
    if (!this.used) {
      if (now > this.terms.deadline) return false;
      if (EARLY.has(type)) return true;
      this.used = { type, at: now };
      this.left = new Set(FOLLOWERS[type] ?? []);
      this.terms.onUsed();
      return true;
    }
    if (type === 'keyup' || type === 'keypress') return this.used.type === 'keydown' && now - this.used.at < CHAIN_MS;
    if (EARLY.has(type)) return !trusted && now - this.used.at < CHAIN_MS;
    if (type === 'click' && (trusted || now - this.used.at > CHAIN_MS)) return false;
    return this.left.delete(type);
  }

  /** For a send that fires no event: `form.submit()`. */
  use(): void {
    this.used ??= { type: 'form', at: this.terms.now() };
    this.terms.onUsed();
  }

  /**
   * A publish call of this surface, after the event that consumed the pass. `texts`: the words it carries, null when
   * nobody can read them. `differs`: other words than the approved ones (BI3: whitespace apart).
   */
  admitsCall(specId: string, texts: readonly string[] | null): 'yes' | 'no' | 'differs' {
    if (this.closed || !this.used || this.calls < 1) return 'no';
    if (this.terms.publish.length && !this.terms.publish.includes(specId)) return 'no';
    const left = [...this.words];
    const carried: string[] = [];
    for (const text of texts ?? []) {
      const at = left.findIndex((word) => sameText(word, text));
      if (at < 0) return 'differs';
      carried.push(...left.splice(at, 1));
    }
    this.words = left;
    this.carried = carried;
    this.calls -= 1;
    return 'yes';
  }

  /** The site answered that it took nothing: its own repeat of the same call is still the one send. */
  giveBack(): void {
    this.calls += 1;
    this.words.push(...this.carried);
    this.carried = [];
  }
}
