/** The life of one hold in words: held, returned, changed, approved, cleared, and every way it can end. */
import type { CardModel, Control } from './model';
import type { Difference, Found, PanelState } from './state';
import { allOf, asksFor, clock, doing, signedBy, waitingFor } from './words';

export type HoldState = Exclude<Extract<PanelState, { view: unknown }>, { kind: 'restore-offer' }>;

const COPY: Control = { label: 'Copy text', action: { kind: 'copy' } };
const TAKE_BACK: Control = { label: 'Take back', form: 'recall' };
const NOTE: Control = { label: 'Note to approver', form: 'note' };
const EDIT: Control = { label: 'Edit draft', form: 'edit' };
const NEW_LOOK = 'Any edit needs a new look';
const KEPT = 'Nothing was posted. The text stays in the composer.';

/** Another destination makes another hold (BI8); saying "version" there would be wrong. */
const MOVES: Difference[] = ['account', 'audience', 'target', 'surface', 'platform', 'origin'];
const NAMED: Partial<Record<Difference, string>> = { alt: 'media description', warning: 'content warning', target: 'destination', surface: 'kind of post', platform: 'site', origin: 'site' };

/** What the checks say about the words in the composer, which are not the held ones any more: nothing to answer yet. */
const about = (found: Found | undefined): Pick<CardModel, 'findings'> => (found ? { findings: { ...found, answerable: false } } : {});

/** Meaning of a hold's state as one card; `now` in Unix ms. */
export function describeHold(state: HoldState, now: number): CardModel {
  const { view } = state;
  const { revision, returned, rejected, grant, lines } = view;
  const by = allOf(signedBy(view));
  const who = by || 'the approvers';
  const next = revision + 1;
  const version = `Version ${revision}`;
  const doingNow = doing(view.surface);
  const base: Omit<CardModel, 'title' | 'pill' | 'body'> = { view, tone: 'hold', glyph: 'held', meta: version, more: [COPY, TAKE_BACK], controls: [] };
  const resend: Control = { label: `Send version ${next} for review`, primary: true, action: { kind: 'resend' } };

  switch (state.kind) {
    case 'held': {
      const readers = lines.filter((line) => line.state === 'reading').map(({ person }) => person);
      const reading = readers.length > 0 ? `${allOf(readers)} ${readers.length > 1 ? 'are' : 'is'} reading it` : '';
      const waiting = `Waiting for ${waitingFor(view)}`;
      return { ...base, title: 'Held for review', meta: `${version} · ${clock(view.createdAt, now)}`, pill: ['Held', reading || waiting],
        body: view.deadlock ? [] : [[`${waiting}. `, { m: reading && `${reading}.` }]], notice: view.deadlock, lines,
        say: `Held for review. ${view.deadlock ?? waiting}. Nothing was posted.`,
        after: view.note ? [{ m: 'Note to approver: ' }, view.note] : null,
        findings: { text: view.text, list: view.findings, answerable: true },
        controls: [EDIT, view.note ? { ...NOTE, label: 'Change note' } : NOTE], foot: 'Safe to close this tab' };
    }
    case 'returned': {
      if (!returned) return describeHold({ kind: 'held', view }, now);
      const { suggestion, decisionId } = returned;
      const live = state.liveText ?? view.text;
      const edited = live !== view.text;
      const title = asksFor(returned.by, returned.reasons);
      const common: CardModel = { ...base, glyph: 'back', title, meta: `${version} · ${clock(returned.at, now)}`, pill: ['Returned', title], body: [],
        quote: { by: returned.by, text: returned.text }, say: `${title}. ${returned.text}` };
      if (suggestion === null) {
        return { ...common, diff: edited ? [view.text, live] : null, ...about(edited ? state.found : { text: view.text, list: view.findings }), controls: [edited ? resend : { label: 'Edit draft', primary: true, action: { kind: 'edit' } }, NOTE] };
      }
      return { ...common, diff: [live, suggestion], ...about(state.found), more: [NOTE, COPY, TAKE_BACK],
        after: edited ? [{ m: `Applying replaces the edits made since version ${revision}.` }] : null,
        controls: [{ label: 'Apply and resend', primary: true, action: { kind: 'accept-suggestion', decisionId } },
          edited ? { ...resend, primary: false } : { label: 'Edit instead', action: { kind: 'edit' } }],
        foot: returned.countsAsApproval ? `Counts as ${allOf([returned.by])}’s approval if taken as is` : '' };
    }
    case 'changed': {
      const what = [...new Set(state.differences.map((difference) => NAMED[difference] ?? difference))];
      const moved = state.differences.some((difference) => MOVES.includes(difference));
      const title = `The ${what[0] ?? 'text'}${what.length > 1 ? ' and more' : ''} changed ${by ? 'after approval, so it needs a new look' : 'since it was held'}`;
      return { ...base, title, meta: moved ? '' : `Version ${next}`, pill: ['Changed', 'needs a new look'],
        body: moved ? [['It goes somewhere else now, so it becomes a held post of its own.']] : [],
        diff: state.liveText === view.text ? null : [view.text, state.liveText], ...about(state.found),
        after: [{ m: by ? `${by} approved version ${revision}. Sending ${moved ? 'this' : `version ${next}`} drops that approval.` : `Approvers still see version ${revision}.` }],
        controls: [moved ? { ...resend, label: 'Send for review' } : resend, { label: `Go back to version ${revision}`, action: { kind: 'restore', holdId: view.id } }] };
    }
    case 'countdown': {
      const ms = Math.max(0, (grant?.notBefore ?? now) - now);
      const seconds = Math.ceil(ms / 1000);
      const as = `${doingNow} as ${view.accountHandle} `;
      return { ...base, glyph: 'signed', tone: 'ok', title: `Approved by ${who}`, pill: ['Approved', seconds > 0 ? `${doingNow.toLowerCase()} in ${seconds} s` : 'now'],
        body: [[...(seconds > 0 ? [`${as}in `, { b: `${seconds} second${seconds > 1 ? 's' : ''}` }] : [`${as}now`]), ', exactly as approved.']],
        say: `Approved by ${who}. ${as}soon. Stop is available.`, lines, left: state.undoMs > 0 ? Math.min(1, ms / state.undoMs) : 0,
        controls: [{ label: 'Stop', action: { kind: 'stop' } }], more: [], foot: NEW_LOOK };
    }
    case 'stopped':
      return { ...base, glyph: 'stop', title: 'Stopped before posting', pill: ['Stopped', 'not posted'], lines, body: [[`Nothing was posted. The approval by ${who} stands.`]],
        controls: [{ label: 'Start again', action: { kind: 'resume' } }, EDIT], foot: NEW_LOOK };
    case 'cleared': {
      const todo = {
        ready: `Press ${state.sendLabel ? `“${state.sendLabel}”` : 'the site’s own send button'} once. It goes out exactly as approved.`,
        restore: 'The approved text is not in this composer. Put it back first.',
        attach: 'The site does not let files be put back for you. Attach the same files again.',
      }[state.step];
      return { ...base, glyph: 'signed', tone: 'ok', title: 'Cleared to post', meta: grant ? `Until ${clock(grant.notAfter, now)}` : version,
        pill: ['Cleared to post', state.step === 'ready' ? 'press send once' : 'one step left'], body: [[`Approved by ${who}. ${todo}`]], lines, files: state.step === 'attach' ? state.files : [],
        controls: [...(state.step === 'restore' ? [{ label: 'Put the draft back', primary: true, action: { kind: 'restore', holdId: view.id } } as Control] : []), EDIT], foot: NEW_LOOK };
    }
    case 'releasing':
      return { ...base, glyph: 'signed', tone: 'ok', title: `${doingNow} now`, pill: [doingNow], body: [['Waiting for the site to answer.']], lines, more: [] };
    case 'posted': {
      const seen = view.publication === 'verified';
      const differs = view.witness === 'mismatch';
      return { ...base, glyph: differs ? 'block' : 'signed', tone: differs ? 'block' : 'ok', title: differs ? 'Posted, but not what was approved' : seen ? 'Posted as approved' : 'Posted', meta: clock(now, now), pill: ['Posted'], dismiss: true, more: [],
        body: [...(view.witness === 'mismatch' ? [[{ b: 'What was sent differs from what was approved.' }, ' It is noted as an incident.']] : []), [{ m: seen ? 'Seen at its own address.' : 'The site accepted it. It was not seen at an address of its own.' }, ...(view.witness === 'matched' ? [{ m: ' The sent text matches what was approved.' }] : [])]],
        controls: view.permalink ? [{ label: 'Open post', href: view.permalink }] : [] };
    }
    case 'failed': {
      const open = view.workflow === 'pending';
      return { ...base, glyph: 'block', tone: 'block', title: 'Not posted', pill: ['Not posted'], more: [COPY],
        body: [[`The site refused it. ${view.outcomeDetail} `, { m: KEPT }]],
        controls: open ? [EDIT] : [{ label: 'Ask again', primary: true, action: { kind: 'renew' } }, EDIT], foot: open ? `Waiting for ${waitingFor(view)}` : 'Needs a fresh approval' };
    }
    case 'unknown':
      return { ...base, glyph: 'unknown', title: 'Not known whether this was posted', pill: ['Not known', 'look and say'], more: [COPY],
        body: [['The site gave no clear answer. Look at ', { b: view.accountHandle }, ' first. It is never sent again by itself.']],
        controls: [{ label: 'It is there', form: 'there' }, { label: 'It is not', form: 'absent' }] };
    case 'rejected':
      return { ...base, glyph: 'close', tone: 'block', title: `${rejected ? allOf([rejected.by]) : 'An approver'} rejected this ${view.surface}`, meta: rejected ? clock(rejected.at, now) : version,
        pill: ['Rejected'], body: [], ...(rejected ? { quote: rejected } : {}), after: [{ m: KEPT }], controls: [COPY], more: [], dismiss: true };
    case 'expired':
      return { ...base, glyph: 'clock', title: state.what === 'review' ? 'The review ran out of time' : 'The clearance ran out', pill: ['Expired', 'ask again'], lines, more: [COPY],
        body: [[state.what === 'review' ? `Nobody decided by ${clock(view.expiresAt, now)}. Nothing was lost.` : 'It did not go out in time. Nothing was lost, the text is unchanged.']],
        controls: [{ label: 'Ask again', primary: true, action: { kind: 'renew' } }, { label: 'Edit draft', action: { kind: 'edit' } }] };
    case 'recalled':
      return { ...base, glyph: 'back', tone: 'calm', title: 'Taken back', pill: ['Taken back'], body: [[KEPT]], controls: [COPY], more: [], dismiss: true };
  }
}
