/**
 * Every state of the panel in words and controls. Pure: the time is an argument (Unix ms).
 * Wording: interface.md §5.9 (name people, blame nobody, say what happens next), decisions.md §8.4.
 */
import { describeHold, type HoldState } from './describe-hold';
import type { CardModel, Control, Part } from './model';
import type { PanelState } from './state';
import { allOf, clock, plural, someOf } from './words';

const COPY: Control = { label: 'Copy text', action: { kind: 'copy' } };
const KEPT = 'The text stays in the composer';

function status({ cover, account, surface, findings, text, files = 0 }: Extract<PanelState, { kind: 'status' }>): CardModel {
  const who = account ?? 'Account not read yet';
  const base: Omit<CardModel, 'title' | 'pill' | 'body'> = { glyph: 'info', tone: 'calm', controls: [], say: '' };
  if (cover.mode === 'unset') {
    return { ...base, title: 'Countersign is not set up', pill: ['Held', 'not set up'], body: [['Posts from here are held, and nobody can approve them until Countersign is opened and set up.']] };
  }
  if (cover.mode === 'free') {
    return { ...base, title: 'Not reviewed', pill: [who, 'not reviewed'], body: [[{ b: who }, ' is left out by name, so its posts go out without review.']] };
  }
  const people = someOf(cover.quorum, cover.approvers);
  const body: Part[][] = [[`${who}, ${surface}${files > 0 ? ` with ${plural(files, 'file')}` : ''}. `, ...(people ? ['Needs ', { b: people }, '.'] : [])]];
  if (cover.otherHolds.length > 0) body.push([{ m: `${plural(cover.otherHolds.length, 'other held post')} for the same place, by ${allOf(cover.otherHolds.map(({ by }) => by))}.` }]);
  return {
    ...base, glyph: 'held', title: 'Reviewed before posting', pill: [who, people ? `needs ${people}` : 'nobody can approve yet'], body,
    notice: cover.deadlock, findings: { text, list: findings, answerable: false },
  };
}

/** Meaning of a state as one card. */
export function describe(state: PanelState, now: number): CardModel {
  switch (state.kind) {
    case 'status': return status(state);
    case 'holding': return { glyph: 'held', tone: 'hold', title: 'Holding…', pill: ['Holding…'], body: [['Keeping the draft. Nothing was posted.']], controls: [] };
    case 'not-covered': {
      const since = state.since === null ? '.' : `. The gap has been open since ${clock(state.since, now)}.`;
      return { glyph: 'block', tone: 'block', alarm: true, title: 'This composer is not covered', pill: ['Not covered', 'goes out without review'],
        body: [[`${state.reason} A post from here goes out `, { b: 'without review' }, since]],
        controls: state.canTeach ? [{ label: 'Teach this composer', primary: true, action: { kind: 'teach' } }] : [] };
    }
    case 'unknown-account':
      return { glyph: 'unknown', tone: 'hold', title: 'Held: the account cannot be read', pill: ['Held', 'account cannot be read'],
        body: [[`${state.site} does not show which account is posting, so nothing can be cleared for it. Nothing was posted.`]],
        controls: [{ label: 'Look again', action: { kind: 'retry' } }, COPY] };
    case 'unreachable':
      return { glyph: 'held', tone: 'hold', title: 'Still held. Countersign is not answering', pill: ['Held', 'not answering'],
        body: [[`The send was stopped and nothing was posted. Trying again${state.attempt > 1 ? `, attempt ${state.attempt}` : ''}. `, { m: state.detail }]],
        say: 'Still held. Countersign is not answering. Nothing was posted.',
        controls: [{ label: 'Try now', action: { kind: 'retry' } }, COPY], foot: KEPT };
    case 'orphaned':
      return { glyph: 'reload', tone: 'hold', title: 'Countersign was updated. Reload this tab', pill: ['Held', 'reload this tab'],
        body: [['Posts from this tab stay stopped until then. Copy the text first if the site does not keep it.']],
        controls: [{ label: 'Reload this tab', primary: true, action: { kind: 'reload' } }, COPY] };
    case 'restore-offer': {
      const { view, here } = state;
      const approved = view.workflow === 'approved';
      return { glyph: approved ? 'signed' : 'held', tone: approved ? 'ok' : 'hold', title: `${approved ? 'Cleared to post: a' : 'A'} held draft belongs to this page`,
        meta: `Version ${view.revision}`, pill: ['Held draft', 'put it back'], body: here ? [] : [['Open the composer to put the draft back.']], excerpt: view.text,
        controls: [...(here ? [{ label: 'Put the draft back', primary: true, action: { kind: 'restore', holdId: view.id } } as Control] : []), { label: 'Not now', action: { kind: 'dismiss' } }],
        more: [COPY], foot: view.media.length > 0 ? `${plural(view.media.length, 'file')} to attach again` : '' };
    }
    case 'refused':
      return { glyph: 'unknown', tone: 'hold', title: state.title, pill: ['Held', state.title], body: [[state.detail]],
        controls: [...(state.canRetry ? [{ label: 'Try again', action: { kind: 'retry' } } as Control] : []), COPY], foot: 'Nothing was posted' };
    default: return describeHold(state satisfies HoldState, now);
  }
}
