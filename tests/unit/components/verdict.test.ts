import { describe, expect, it } from 'vitest';
import { drawLines } from '../../../components/review/lines';
import { baseRevision } from '../../../components/review/since';
import { compareFacts, countChanges } from '../../../components/review/facts';
import { verdictFor } from '../../../components/review/verdict';
import type { VerdictInput } from '../../../components/review/verdict';
import { askProblem, carryDraft, emptyDraft } from '../../../components/review/draft';
import { shortNames } from '../../../components/queue/words';
import { findingKey } from '../../../review/findings';
import type { Decision, Hold, LogEntry, Manifest, Member, Revision } from '../../../review/model';

const member = (id: string, name: string): Member => ({ id, name, roles: ['approver', 'author'], publicKey: '', deviceKeyId: '', createdAt: 1, removedAt: null });
const members = [member('lena', 'Lena Ortiz'), member('mara', 'Mara Okafor'), member('tim', 'Tim Brandt')];
const manifest = { text: 'Hello', title: '', warning: '', account: { id: 'n', handle: '@n' }, audience: 'public', media: [] } as unknown as Manifest;
const revision = { holdId: 'h', number: 2, digest: 'd', manifest, contributors: ['lena'], findings: [], answers: {}, acceptedSuggestion: null, createdAt: 1 } as Revision;
const hold = { id: 'h', authorId: 'lena', revision: 2, workflow: 'pending', publication: 'unsent', binding: { tabId: 1 } } as Hold;
const requirement = { policyVersion: 1, strength: 'hold' as const, approvers: ['mara', 'tim'], quorum: 1 };
const counted = { approvals: [], asked: null, rejected: null, outdated: [], met: false, missing: 1 };
const mara = members[1] as Member;
const usual: VerdictInput = { hold, revision, requirement, counted, decisions: [], member: mara, members, rules: { requireSeen: true }, acknowledged: [], seen: { text: true, media: [] }, nameOf: shortNames(members) };
const claim = { id: 'c', severity: 'hold' as const, spans: [], reason: 'r', source: 's' };
const key = findingKey(claim);
const answered = { [key]: { kind: 'justified' as const, text: 'study', by: 'lena', at: 1 } };

describe('one button, two meanings is the trap: Approve and Release (decisions.md §8.4)', () => {
  it('says "Approve and release" only when this vote completes the quorum and the tab is open', () => {
    expect(verdictFor(usual)).toEqual({ kind: 'approve', label: 'Approve and release', releases: true });
    expect(verdictFor({ ...usual, hold: { ...hold, binding: null } })).toMatchObject({ label: 'Approve' });
    expect(verdictFor({ ...usual, requirement: { ...requirement, quorum: 2 }, counted: { ...counted, missing: 2 } })).toMatchObject({ label: 'Approve (1 of 2)', releases: false });
    expect(verdictFor({ ...usual, hold: { ...hold, binding: null }, requirement: { ...requirement, quorum: 2 }, counted: { ...counted, approvals: [{ memberId: 'tim', decisionId: 'x', seq: 1 }] } })).toMatchObject({ label: 'Approve (2 of 2)', releases: true });
  });
  it('does not promise a release while somebody else’s request for changes stands (QU2)', () => {
    expect(verdictFor({ ...usual, counted: { ...counted, asked: {} as Decision } })).toMatchObject({ kind: 'approve', label: 'Approve', releases: false });
  });
});

describe('who cannot approve is told why, and who can', () => {
  it('SD2: the author', () => {
    expect(verdictFor({ ...usual, member: members[0] as Member })).toMatchObject({ kind: 'barred', code: 'contributor', rest: 'Lena wrote it, so Mara or Tim decides.' });
  });
  it('BI5: an approver who edited it', () => {
    expect(verdictFor({ ...usual, revision: { ...revision, contributors: ['lena', 'mara'] } })).toMatchObject({ kind: 'barred', code: 'contributor', rest: 'Mara worked on version 2, so Tim decides.' });
  });
  it('SD3: an approver who is not named for this account, or whose role was taken away', () => {
    expect(verdictFor({ ...usual, requirement: { ...requirement, approvers: ['tim'] } })).toMatchObject({ kind: 'barred', code: 'not-entitled', rest: 'Tim decides.' });
    const demoted = { ...mara, roles: ['author' as const] };
    expect(verdictFor({ ...usual, member: demoted, members: [members[0] as Member, demoted, members[2] as Member] })).toMatchObject({ kind: 'barred', code: 'not-entitled' });
  });
  it('everybody, while a rule blocks the account', () => {
    expect(verdictFor({ ...usual, requirement: { ...requirement, strength: 'block' } })).toMatchObject({ kind: 'barred', code: 'blocked-by-rule' });
  });
});

describe('what is missing stands in the button', () => {
  it('QU8: the author’s answer first, then the approver’s tick', () => {
    const high = { ...usual, revision: { ...revision, findings: [claim] } };
    expect(verdictFor(high)).toEqual({ kind: 'missing', what: 'author', label: 'Lena has to answer 1 finding' });
    const known = { ...high, revision: { ...high.revision, answers: answered } };
    expect(verdictFor(known)).toEqual({ kind: 'missing', what: 'findings', label: 'Answer 1 finding to approve' });
    expect(verdictFor({ ...known, acknowledged: [key] }).kind).toBe('approve');
  });
  it('QU9: unread text and unopened media, unless the rules do not ask for it', () => {
    expect(verdictFor({ ...usual, seen: { text: false, media: [] } })).toMatchObject({ what: 'text', label: 'Read to the end to approve' });
    const pictured = { ...usual, revision: { ...revision, manifest: { ...manifest, media: [{ sha256: 'a' }, { sha256: 'b' }] } as unknown as Manifest } };
    expect(verdictFor({ ...pictured, seen: { text: true, media: ['a'] } })).toMatchObject({ what: 'media', label: 'Open 1 attachment to approve' });
    expect(verdictFor({ ...pictured, seen: { text: false, media: [] }, rules: { requireSeen: false } }).kind).toBe('approve');
  });
});

describe('a version that is not the newest, or a post that is over', () => {
  it('BI1: an older version can only be exchanged for the newer one', () => {
    expect(verdictFor({ ...usual, hold: { ...hold, revision: 3 } })).toEqual({ kind: 'newer', number: 3 });
  });
  it('offers nothing once it is decided or let through', () => {
    for (const patch of [{ workflow: 'rejected' }, { workflow: 'recalled' }, { workflow: 'expired' }, { publication: 'unknown' }, { publication: 'sent' }] as Partial<Hold>[]) {
      expect(verdictFor({ ...usual, hold: { ...hold, ...patch } }).kind).toBe('over');
    }
  });
  it('QU5: one’s own standing approval can be taken back', () => {
    const decision = { body: { id: 'x', approver: 'mara' } } as Decision;
    expect(verdictFor({ ...usual, decisions: [decision], counted: { ...counted, approvals: [{ memberId: 'mara', decisionId: 'x', seq: 1 }], missing: 0 } })).toEqual({ kind: 'signed', decision });
  });
});

describe('signature lines name people', () => {
  const line = (id: string, state: 'wrote' | 'approved' | 'open' | 'outdated') => ({ person: { id, name: id }, state, at: null, revision: 1 });
  const nameOf = (id: string) => id;
  it('joins those who have not signed, and leaves them out once nothing is missing', () => {
    const lines = [line('lena', 'wrote'), line('jo', 'open'), line('tim', 'open')];
    expect(drawLines(lines, { nameOf, readerId: 'lena', missing: 1 }).map(({ name, detail }) => `${name}: ${detail}`)).toEqual(['lena: Wrote it', 'jo or tim: One of them signs']);
    expect(drawLines(lines, { nameOf, readerId: 'lena', missing: 0 })).toHaveLength(1);
  });
  it('says which version an outdated signature was for (BI2)', () => {
    expect(drawLines([line('tim', 'outdated')], { nameOf, readerId: 'x', missing: 1 })[0]?.detail).toBe('Outdated, signed version 1');
  });
});

describe('changes are shown since the version this person saw last', () => {
  const revisions = [1, 2, 3].map((number) => ({ number }) as Revision);
  const entry = (type: LogEntry['type'], actor: string, revised?: number) => ({ type, actor, body: revised === undefined ? {} : { revision: revised } }) as LogEntry;
  it('a look at version 1 makes it the base of version 3, for that person only', () => {
    const log = [entry('hold.created', 'lena', 1), entry('hold.opened', 'mara'), entry('hold.revised', 'lena', 2), entry('hold.revised', 'lena', 3), entry('hold.opened', 'mara')];
    expect(baseRevision(revisions, log, 'mara', 3)?.number).toBe(1);
    expect(baseRevision(revisions, log, 'tim', 3)?.number).toBe(2);
    expect(baseRevision(revisions, log, 'mara', 1)).toBeNull();
  });
  it('lists media, alt text, account and audience also when unchanged', () => {
    expect(compareFacts(manifest, manifest).map(({ name, changed }) => [name, changed])).toEqual([['Media', false], ['Alt text', false], ['Account', false], ['Audience', false]]);
  });
  it('notices another file under the same name', () => {
    const media = (sha256: string) => ({ ...manifest, media: [{ sha256, bytes: 1, mime: 'image/png', name: 'a.png', alt: '' }] });
    expect(countChanges(media('a'), media('b'))).toBe(1);
    expect(countChanges(media('unreadable'), media('unreadable'))).toBe(1);
  });
});

describe('asking for changes needs something to go on (QU3)', () => {
  const none = { reasons: [], text: '', suggestion: null };
  it.each([
    ['nothing at all', none, 'Choose a reason or write one'],
    ['"Other" without words', { ...none, reasons: ['other' as const] }, 'Say what should change'],
    ['a suggestion that says the same', { ...none, suggestion: 'Hello' }, 'Choose a reason or write one'],
    ['a reason', { ...none, reasons: ['tone' as const] }, null],
    ['words', { ...none, text: 'softer' }, null],
    ['another wording', { ...none, suggestion: 'Hi' }, null],
  ])('%s', (_name, draft, problem) => expect(askProblem(draft, 'Hello')).toBe(problem));
  it('keeps the words for a newer version and forgets ticks and looks', () => {
    const draft = { ...emptyDraft(1), text: 'softer', acknowledged: ['k'], seenText: true, seenMedia: ['m'], suggestion: 'old wording' };
    expect(carryDraft(draft, 2)).toEqual({ ...emptyDraft(2), text: 'softer' });
    expect(carryDraft(draft, 1)).toBe(draft);
  });
});
