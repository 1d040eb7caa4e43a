/**
 * What the in-page panel can show, and what a person can ask for in it. Data only.
 * The panel is status (guard.md §3.5): no state carries a decision, and no action releases a post.
 * Words follow decisions.md §8.4 and interface.md §5.9.
 */
import type { Finding } from '../../checks/finding';
import type { CoverView, HoldView } from '../../review/contract';
import type { Surface } from '../../review/model';

/** What of a snapshot differs from the approved revision; the same words as review/compare.ts. */
export type Difference = 'text' | 'title' | 'warning' | 'media' | 'alt' | 'account' | 'audience' | 'target' | 'surface' | 'platform' | 'origin';

/** A file the page cannot be given back by script; the person attaches it again (AU7). */
export interface FileToAttach {
  name: string;
  attached: boolean;
}

/** What the checks said, and the exact text they said it about. */
export interface Found {
  text: string;
  list: Finding[];
}

export type PanelState =
  /** AU0, AU1: nothing was pressed yet. Shown as a chip by the send control; it opens on request. `text` is what the findings are about. */
  | { kind: 'status'; cover: CoverView; account: string | null; surface: Surface; text: string; findings: Finding[]; files?: number }
  /** The send was stopped, the draft is on its way to storage. Words appear after 300 ms. */
  | { kind: 'holding' }
  /** The draft is stored and waits for people. */
  | { kind: 'held'; view: HoldView }
  /** An approver asks for changes. `liveText` is what the composer says now, or null when it is gone. */
  | { kind: 'returned'; view: HoldView; liveText: string | null; found?: Found }
  /** BI2, BI7: the live composer is no longer the revision that was held or approved. */
  | { kind: 'changed'; view: HoldView; liveText: string; differences: Difference[]; found?: Found }
  /** TI6: quorum met, the undo window runs until `view.grant.notBefore`. `undoMs` is its whole length. */
  | { kind: 'countdown'; view: HoldView; undoMs: number }
  /** TI6: somebody stopped the countdown; approvals stay. */
  | { kind: 'stopped'; view: HoldView }
  /**
   * Approved, and the person presses the site's own button once more.
   * ready: the composer holds the approved version. restore: it does not yet. attach: files are missing.
   */
  | { kind: 'cleared'; view: HoldView; step: 'ready' | 'restore' | 'attach'; files: FileToAttach[]; sendLabel: string | null }
  /** The one send was let through; waiting for the site's answer. */
  | { kind: 'releasing'; view: HoldView }
  /** Receipt: sent or verified. */
  | { kind: 'posted'; view: HoldView }
  /** The site refused; nothing was published. */
  | { kind: 'failed'; view: HoldView }
  /** RL2: nobody knows; a person says. */
  | { kind: 'unknown'; view: HoldView }
  | { kind: 'rejected'; view: HoldView }
  /** TI1 or TI3: time ran out, nothing was lost. `what` says which clock it was. */
  | { kind: 'expired'; view: HoldView; what: 'review' | 'clearance' }
  | { kind: 'recalled'; view: HoldView }
  /** HOUSE promise 9: a composer that is not recognised is shown as such. `since` in Unix ms. */
  | { kind: 'not-covered'; reason: string; since: number | null; canTeach: boolean }
  /** Covered, but the acting account cannot be read. Everything is held; it cannot be released until it is known. */
  | { kind: 'unknown-account'; site: string }
  /** The background is silent. The send stays stopped; `attempt` counts the tries so far. */
  | { kind: 'unreachable'; attempt: number; detail: string }
  /** The extension was updated or removed under this page (promise 6: the text stays here to copy). */
  | { kind: 'orphaned' }
  /** A held draft of this page can be put back into the composer. `here`: an empty composer was found. */
  | { kind: 'restore-offer'; view: HoldView; here: boolean }
  /** The background answered no, with a reason a person can act on. */
  | { kind: 'refused'; title: string; detail: string; canRetry: boolean };

export type PanelAction =
  /** Private words to the approver; can never be published. */
  | { kind: 'note'; text: string }
  /** QU8: the author's answer to one finding. */
  | { kind: 'answer'; finding: Finding; answer: 'justified' | 'false_alarm'; text: string }
  /** A flag is wrong, on a text that is not held as it stands: counted per check, answers nothing. */
  | { kind: 'wrong'; checkId: string }
  /** The person took a finding's suggestion: the whole text as it will be. It goes in as a restored draft does. */
  | { kind: 'fix'; text: string }
  /** Take back (QU5). */
  | { kind: 'recall' }
  /** Put the caret back into the composer; the person was told what an edit costs (BI7). */
  | { kind: 'edit' }
  /** The gate owns the text, so it copies; PanelHandle.flash says how it went. */
  | { kind: 'copy' }
  /** TI6 */
  | { kind: 'stop' }
  | { kind: 'resume' }
  /** BI6: put the suggested text into the composer unchanged and send it as a new version. */
  | { kind: 'accept-suggestion'; decisionId: string }
  /** Send what the composer says now as a new version. */
  | { kind: 'resend' }
  /** Put the newest stored version back into the composer. */
  | { kind: 'restore'; holdId: string }
  /** RL2 */
  | { kind: 'resolve'; there: boolean; permalink: string | null }
  /** Ask the same people again, same version. */
  | { kind: 'renew' }
  /** Try the last thing again. */
  | { kind: 'retry' }
  /** Reload the tab of an orphaned script. */
  | { kind: 'reload' }
  /** Start teaching this site. */
  | { kind: 'teach' }
  /** The person has seen a final state; the panel goes away. */
  | { kind: 'dismiss' }
  | { kind: 'collapse' }
  | { kind: 'expand' };
