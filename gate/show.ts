/** What the panel says, from what is known. Pure: facts in, state out. */
import type { CoverView, HoldView } from '../review/contract';
import type { Finding } from '../checks/finding';
import type { MediaRef, Surface } from '../review/model';
import type { Difference, FileToAttach, Found, PanelState } from './panel/state';
import { sameText } from './text';

/** What the composer holds now; null when it is not on the page. */
export interface Live {
  text: string;
  title: string;
  warning: string;
  media: MediaRef[];
  account: string | null;
  sendLabel: string | null;
}

export interface Facts {
  view: HoldView | null;
  live: Live | null;
  cover: CoverView | null;
  findings: Finding[];
  /** The text these findings are about; what is in the composer may have gone on since. */
  checked: string;
  account: string | null;
  surface: Surface;
  site: string;
  /** The draft is on its way to storage. */
  holding: boolean;
  /** Tries without an answer while a send stays stopped. */
  silent: { attempt: number; detail: string } | null;
  refused: { title: string; detail: string; canRetry: boolean } | null;
  orphaned: boolean;
  /** A pass is armed and waits for the person's own press. */
  armed: boolean;
  releasing: boolean;
  /** The gate repeats the suppressed send by itself. */
  repeats: boolean;
  undoMs: number;
  offer: boolean;
  now: number;
}

/** Facts that differ between the composer and the newest revision. The background's own comparison decides at release. */
export function differencesOf(view: HoldView, live: Live): Difference[] {
  const found: Difference[] = [];
  if (!sameText(view.text, live.text)) found.push('text');
  if (!sameText(view.title, live.title)) found.push('title');
  if (!sameText(view.warning, live.warning)) found.push('warning');
  if (view.media.length !== live.media.length || view.media.some((media, index) => media.sha256 !== live.media[index]?.sha256)) found.push('media');
  return found;
}

export function filesToAttach(view: HoldView, live: Live | null): FileToAttach[] {
  return view.media.map(({ name, sha256 }) => ({ name, attached: live?.media.some((media) => media.sha256 === sha256) ?? false }));
}

/** What the checks said about the text as it is being changed now. */
const foundIn = ({ findings, checked }: Facts): { found?: Found } => (findings.length ? { found: { text: checked, list: findings } } : {});

function cleared(view: HoldView, live: Live | null): PanelState {
  const files = filesToAttach(view, live);
  const differences = live ? differencesOf(view, live) : ['text'];
  const step = differences.length === 0 ? 'ready' : differences.every((each) => each === 'media') ? 'attach' : 'restore';
  return { kind: 'cleared', view, step, files, sendLabel: live?.sendLabel ?? null };
}

function approved(view: HoldView, facts: Facts): PanelState {
  const { live } = facts;
  if (!view.grant) return { kind: 'stopped', view };
  const empty = !live || (live.text === '' && live.media.length === 0 && live.title === '');
  const differences = live ? differencesOf(view, live) : [];
  if (empty) return cleared(view, live);
  if (differences.length) return differences.every((each) => each === 'media') && live.media.length < view.media.length ? cleared(view, live) : { kind: 'changed', view, liveText: live.text, differences, ...foundIn(facts) };
  if (facts.now < view.grant.notBefore) return { kind: 'countdown', view, undoMs: facts.undoMs };
  return facts.repeats ? { kind: 'releasing', view } : cleared(view, live);
}

function ofHold(view: HoldView, facts: Facts): PanelState {
  const { live } = facts;
  if (facts.armed) return { kind: 'cleared', view, step: 'ready', files: [], sendLabel: live?.sendLabel ?? null };
  if (facts.releasing || view.publication === 'releasing') return { kind: 'releasing', view };
  if (view.publication === 'sent' || view.publication === 'verified') return { kind: 'posted', view };
  if (view.publication === 'unknown') return { kind: 'unknown', view };
  if (view.publication === 'failed' && !view.grant) return { kind: 'failed', view };
  switch (view.workflow) {
    case 'approved':
      return approved(view, facts);
    case 'changes_requested':
      return { kind: 'returned', view, liveText: live?.text ?? null, ...foundIn(facts) };
    case 'rejected':
      return { kind: 'rejected', view };
    case 'recalled':
      return { kind: 'recalled', view };
    case 'expired':
      return { kind: 'expired', view, what: 'review' };
    case 'superseded':
      return { kind: 'refused', title: 'Another post took this one’s place', detail: 'Its text is kept under Mine.', canRetry: false };
    case 'pending': {
      const differences = live ? differencesOf(view, live) : [];
      if (live && live.text !== '' && differences.length) return { kind: 'changed', view, liveText: live.text, differences, ...foundIn(facts) };
      return { kind: 'held', view };
    }
  }
}

/** Null: nothing to say. */
export function panelState(facts: Facts): PanelState | null {
  if (facts.orphaned) return { kind: 'orphaned' };
  if (facts.silent) return { kind: 'unreachable', ...facts.silent };
  if (facts.refused) return { kind: 'refused', ...facts.refused };
  if (facts.holding && !facts.view) return { kind: 'holding' };
  if (facts.view && facts.offer) return { kind: 'restore-offer', view: facts.view, here: facts.live !== null };
  if (facts.view) return ofHold(facts.view, facts);
  if (!facts.live) return null;
  if (facts.account === null && facts.cover) return { kind: 'unknown-account', site: facts.site };
  if (!facts.cover) return null;
  return { kind: 'status', cover: facts.cover, account: facts.account, surface: facts.surface, text: facts.checked, findings: facts.findings, files: facts.live.media.length };
}
