import { describe, expect, it } from 'vitest';
import { differencesOf, panelState, type Facts, type Live } from '../../../gate/show';
import type { HoldView } from '../../../review/contract';
import type { MediaRef } from '../../../review/model';

const NOW = 1_000_000;
const file = (sha256: string): MediaRef => ({ sha256, bytes: 1, mime: 'image/png', name: `${sha256}.png`, alt: '' });
const view = (more: Partial<HoldView> = {}): HoldView => ({
  id: 'h', version: 1, revision: 1, digest: '', workflow: 'pending', publication: 'unsent', author: { id: 'a', name: 'Ana' }, surface: 'post', accountHandle: '@n', createdAt: 0, text: 'Words',
  title: '', warning: '', note: '', media: [], findings: [], lines: [], quorum: 1, deadlock: null, returned: null, rejected: null, grant: null, permalink: null, outcomeDetail: '', expiresAt: 0, ...more,
});
const live = (more: Partial<Live> = {}): Live => ({ text: 'Words', title: '', warning: '', media: [], account: '@n', sendLabel: 'Post', ...more });
const grant = { id: 'g', notBefore: NOW + 5_000, notAfter: NOW + 60_000 };
const facts = (more: Partial<Facts> = {}): Facts => ({
  view: view(), live: live(), cover: { mode: 'held', approvers: [], quorum: 1, deadlock: null, signedInAs: null, otherHolds: [], undoMs: 10_000 }, findings: [], checked: '', account: '@n', surface: 'post', site: 'Site',
  holding: false, silent: null, refused: null, orphaned: false, armed: false, releasing: false, repeats: true, undoMs: 10_000, offer: false, now: NOW, ...more,
});
const kind = (more: Partial<Facts>): string | undefined => panelState(facts(more))?.kind;

describe('what the panel says', () => {
  it.each<[string, Partial<Facts>, string | undefined]>([
    ['nothing pressed yet', { view: null }, 'status'],
    ['nobody knows the account', { view: null, account: null }, 'unknown-account'],
    ['on its way to storage', { view: null, holding: true }, 'holding'],
    ['silence', { view: null, holding: true, silent: { attempt: 1, detail: '' } }, 'unreachable'],
    ['an update under the page, whatever else', { orphaned: true, silent: { attempt: 1, detail: '' } }, 'orphaned'],
    ['waiting for people', {}, 'held'],
    ['waiting, composer gone', { live: null }, 'held'],
    ['BI2: edited while waiting', { live: live({ text: 'Other' }) }, 'changed'],
    ['returned', { view: view({ workflow: 'changes_requested' }) }, 'returned'],
    ['TI6: the undo window', { view: view({ workflow: 'approved', grant }) }, 'countdown'],
    ['TI6: stopped', { view: view({ workflow: 'approved' }) }, 'stopped'],
    ['edited inside the undo window', { view: view({ workflow: 'approved', grant }), live: live({ text: 'Other' }) }, 'changed'],
    ['approved, composer gone', { view: view({ workflow: 'approved', grant }), live: null }, 'cleared'],
    ['approved, the person presses', { view: view({ workflow: 'approved', grant: { ...grant, notBefore: NOW } }), repeats: false }, 'cleared'],
    ['a pass waits for the press', { view: view({ publication: 'releasing' }), armed: true }, 'cleared'],
    ['going out', { view: view({ publication: 'releasing' }) }, 'releasing'],
    ['sent', { view: view({ publication: 'sent' }) }, 'posted'],
    ['seen at its address', { view: view({ publication: 'verified' }) }, 'posted'],
    ['refused by the site', { view: view({ publication: 'failed' }) }, 'failed'],
    ['refused once, approved again', { view: view({ publication: 'failed', workflow: 'approved', grant }) }, 'countdown'],
    ['RL2: nobody knows', { view: view({ publication: 'unknown' }) }, 'unknown'],
    ['rejected', { view: view({ workflow: 'rejected' }) }, 'rejected'],
    ['taken back', { view: view({ workflow: 'recalled' }) }, 'recalled'],
    ['TI1: out of time', { view: view({ workflow: 'expired' }) }, 'expired'],
    ['a kept draft', { offer: true }, 'restore-offer'],
    ['no composer, nothing held', { view: null, live: null }, undefined],
  ])('%s', (_, change, expected) => {
    expect(kind(change)).toBe(expected);
  });

  it('cleared says what is missing: the text, then the files by name', () => {
    const cleared = view({ workflow: 'approved', grant: { ...grant, notBefore: NOW }, media: [{ sha256: 'a', name: 'a.png' }] });
    expect(panelState(facts({ view: cleared, live: live({ text: '' }), repeats: false }))).toMatchObject({ kind: 'cleared', step: 'restore' });
    expect(panelState(facts({ view: cleared, repeats: false }))).toMatchObject({ kind: 'cleared', step: 'attach', files: [{ name: 'a.png', attached: false }] });
    expect(panelState(facts({ view: cleared, live: live({ media: [file('a')] }), repeats: false }))).toMatchObject({ kind: 'cleared', step: 'ready', files: [{ name: 'a.png', attached: true }] });
  });

  it('names every fact that differs, by bytes for media', () => {
    const held = view({ title: 'T', media: [{ sha256: 'a', name: 'a.png' }] });
    expect(differencesOf(held, live({ title: 'T', media: [file('a')] }))).toEqual([]);
    expect(differencesOf(held, live({ text: 'X', title: 'U', warning: 'W', media: [file('b')] }))).toEqual(['text', 'title', 'warning', 'media']);
    expect(differencesOf(held, live({ title: 'T', media: [{ ...file('unreadable'), name: 'a.png' }] }))).toEqual(['media']);
  });
});
