/** One believable example of every panel state, for tests and for the gallery. Names and handles are made up. */
import type { Finding } from '../../../checks/finding';
import type { CoverView, HoldView, Person, SignatureLine } from '../../../review/contract';
import type { PanelState } from '../../../gate/panel/state';

export const LENA: Person = { id: 'm-lena', name: 'Lena Ortiz' };
export const TIM: Person = { id: 'm-tim', name: 'Tim Brandt' };
export const MARA: Person = { id: 'm-mara', name: 'Mara Okafor' };

export const DRAFT = 'Hi Dana, thanks for taking the time. Our barrier balm cures eczema in two weeks, obviously with daily use. Happy to send you the full ingredient list.';
export const SUGGESTED = 'Hi Dana, thanks for taking the time. Our barrier balm softens dry, eczema-prone skin within two weeks of daily use. Happy to send you the full ingredient list.';

const spanOf = (words: string): Finding['spans'] => [{ start: DRAFT.indexOf(words), end: DRAFT.indexOf(words) + words.length }];
export const FINDINGS: Finding[] = [
  { id: 'risk.health', severity: 'hold', spans: spanOf('cures eczema'), reason: 'Health claim. Needs a source or softer wording.', source: 'H-2' },
  { id: 'tone.dismissive', severity: 'info', spans: spanOf('obviously'), reason: 'May read as dismissive to the person replied to.', source: 'T-4' },
];

/** 14:02 local time on a fixed day. */
export const AT = new Date(2026, 10, 23, 14, 2).getTime();
const minutes = (count: number): number => AT + count * 60_000;

const line = (person: Person, state: SignatureLine['state'], at: number | null, revision: number | null = null): SignatureLine => ({ person, state, at, revision });

export function hold(change: Partial<HoldView> = {}): HoldView {
  return {
    id: 'h-1', version: 1, revision: 1, digest: 'a'.repeat(64), workflow: 'pending', publication: 'unsent', author: LENA, surface: 'reply', accountHandle: '@northmoor',
    createdAt: AT, text: DRAFT, title: '', warning: '', note: '', media: [], findings: FINDINGS,
    lines: [line(LENA, 'wrote', AT), line(TIM, 'reading', null), line(MARA, 'open', null)], quorum: 1, deadlock: null, returned: null, rejected: null,
    grant: null, permalink: null, outcomeDetail: '', expiresAt: minutes(24 * 60), ...change,
  };
}

const signed = [line(LENA, 'wrote', AT), line(TIM, 'approved', minutes(8)), line(MARA, 'approved', minutes(14))];
export const approved = (change: Partial<HoldView> = {}): HoldView =>
  hold({ revision: 2, workflow: 'approved', text: SUGGESTED, findings: [], quorum: 2, lines: signed, grant: { id: 'g-1', notBefore: minutes(14), notAfter: minutes(29) }, ...change });

export const COVER: CoverView = { mode: 'held', approvers: [TIM, MARA], quorum: 1, deadlock: null, signedInAs: LENA, otherHolds: [], undoMs: 10_000 };

const asked = { decisionId: 'd-1', by: TIM, at: minutes(7), reasons: ['source' as const, 'tone' as const], text: '“Cures” makes this a medicine claim. The consumer study supports softer skin, so this wording would be fine for Legal.', suggestion: SUGGESTED, countsAsApproval: true };
const askedLines = [line(LENA, 'wrote', AT), line(TIM, 'asked', minutes(7)), line(MARA, 'open', null)];

/** `now` anchors what counts down. */
export function samples(now: number): Record<string, PanelState> {
  const counting = (ms: number) => approved({ grant: { id: 'g-1', notBefore: now + ms, notAfter: now + 900_000 } });
  return {
    status: { kind: 'status', cover: COVER, account: '@northmoor', surface: 'reply', text: DRAFT, findings: FINDINGS },
    'status-free': { kind: 'status', cover: { ...COVER, mode: 'free' }, account: '@lena', surface: 'post', text: '', findings: [] },
    'status-unset': { kind: 'status', cover: { ...COVER, mode: 'unset', approvers: [] }, account: '@northmoor', surface: 'post', text: '', findings: [] },
    'status-deadlock': { kind: 'status', cover: { ...COVER, approvers: [LENA], deadlock: 'Lena is the only approver of @northmoor and cannot approve a post of her own.' }, account: '@northmoor', surface: 'reply', text: DRAFT, findings: [] },
    holding: { kind: 'holding' },
    held: { kind: 'held', view: hold() },
    'held-note': { kind: 'held', view: hold({ note: 'Dana asked on air, so the sooner the better.' }) },
    deadlock: { kind: 'held', view: hold({ deadlock: 'Lena is the only approver of @northmoor and cannot approve a post of her own. Another approver has to be added.', lines: [line(LENA, 'wrote', AT)] }) },
    returned: { kind: 'returned', view: hold({ workflow: 'changes_requested', returned: asked, lines: askedLines }), liveText: DRAFT },
    'returned-words': { kind: 'returned', view: hold({ workflow: 'changes_requested', returned: { ...asked, reasons: ['timing'], suggestion: null, countsAsApproval: false, text: 'The recall is announced at four. Please wait for it.' }, lines: askedLines }), liveText: DRAFT },
    'returned-edited': { kind: 'returned', view: hold({ workflow: 'changes_requested', returned: { ...asked, suggestion: null }, lines: askedLines }), liveText: DRAFT.replace('cures eczema', 'calms dry skin') },
    changed: { kind: 'changed', view: approved(), liveText: SUGGESTED.replace('two weeks', 'ten days'), differences: ['text'] },
    'changed-account': { kind: 'changed', view: approved(), liveText: SUGGESTED, differences: ['account'] },
    countdown: { kind: 'countdown', view: counting(6_000), undoMs: 10_000 },
    stopped: { kind: 'stopped', view: approved() },
    cleared: { kind: 'cleared', view: approved(), step: 'ready', files: [], sendLabel: 'Reply' },
    'cleared-restore': { kind: 'cleared', view: approved(), step: 'restore', files: [], sendLabel: 'Reply' },
    'cleared-attach': { kind: 'cleared', view: approved(), step: 'attach', files: [{ name: 'balm-front.jpg', attached: true }, { name: 'consumer-study-2026-summary.png', attached: false }], sendLabel: 'Reply' },
    releasing: { kind: 'releasing', view: approved({ publication: 'releasing' }) },
    posted: { kind: 'posted', view: approved({ publication: 'verified', permalink: 'https://social.example/northmoor/1' }) },
    'posted-sent': { kind: 'posted', view: approved({ publication: 'sent' }) },
    failed: { kind: 'failed', view: approved({ workflow: 'approved', publication: 'failed', outcomeDetail: 'It answered “rate limit exceeded”.' }) },
    unknown: { kind: 'unknown', view: approved({ publication: 'unknown' }) },
    rejected: { kind: 'rejected', view: hold({ workflow: 'rejected', rejected: { by: TIM, at: minutes(18), text: 'We do not answer health questions in public. Please write to Dana directly.' } }) },
    expired: { kind: 'expired', view: hold({ workflow: 'expired', expiresAt: AT }), what: 'review' },
    'expired-clearance': { kind: 'expired', view: approved(), what: 'clearance' },
    recalled: { kind: 'recalled', view: hold({ workflow: 'recalled' }) },
    'not-covered': { kind: 'not-covered', reason: 'The reply box was not recognised after a change to the site.', since: AT, canTeach: true },
    'unknown-account': { kind: 'unknown-account', site: 'social.example' },
    unreachable: { kind: 'unreachable', attempt: 3, detail: '' },
    orphaned: { kind: 'orphaned' },
    'restore-offer': { kind: 'restore-offer', view: hold(), here: true },
    'restore-offer-closed': { kind: 'restore-offer', view: approved({ media: [{ sha256: 'b'.repeat(64), name: 'balm.jpg' }] }), here: false },
    refused: { kind: 'refused', title: 'Not kept: the disk is full', detail: 'There is no room to keep the draft, so the post stays stopped. Free some space and try again.', canRetry: true },
  };
}
