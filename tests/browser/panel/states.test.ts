/** What a person reads and can press in every state, by role and name. */
import { beforeEach, describe, expect, it } from 'vitest';
import { samples } from './samples';
import { inside, nameOf, page, scene, until, wait } from './helpers';

const all = samples(Date.now());
const state = (name: string) => all[name] ?? (() => { throw new Error(name); })();

/** Words that must be there, and the buttons in order. `More` is what the three dots reveal. */
const EXPECTED: Record<string, { says: (string | RegExp)[]; buttons: string[]; more: string[] }> = {
  held: { says: ['Held for review', 'Waiting for Tim or Mara.', 'Tim is reading it.', 'Lena Ortiz', 'Reading now', '1 hold', 'Safe to close this tab', 'Version 1'], buttons: ['Edit draft', 'Note to approver'], more: ['Copy text', 'Take back'] },
  deadlock: { says: ['cannot approve a post of her own'], buttons: ['Edit draft', 'Note to approver'], more: ['Copy text', 'Take back'] },
  returned: { says: ['Tim asks for a source and softer wording', 'medicine claim', 'Counts as Tim’s approval if taken as is', 'eczema-prone'], buttons: ['Apply and resend', 'Edit instead'], more: ['Note to approver', 'Copy text', 'Take back'] },
  'returned-words': { says: ['Tim asks for another time', 'Please wait for it.'], buttons: ['Edit draft', 'Note to approver'], more: ['Copy text', 'Take back'] },
  'returned-edited': { says: ['calms dry skin'], buttons: ['Send version 2 for review', 'Note to approver'], more: ['Copy text', 'Take back'] },
  changed: { says: ['The text changed after approval, so it needs a new look', 'Tim and Mara approved version 2. Sending version 3 drops that approval.'], buttons: ['Send version 3 for review', 'Go back to version 2'], more: ['Copy text', 'Take back'] },
  'changed-account': { says: ['The account changed', 'a held post of its own'], buttons: ['Send for review', 'Go back to version 2'], more: ['Copy text', 'Take back'] },
  countdown: { says: ['Approved by Tim and Mara', /Replying as @northmoor in [56] seconds, exactly as approved/, 'Any edit needs a new look'], buttons: ['Stop'], more: [] },
  stopped: { says: ['Stopped before posting', 'The approval by Tim and Mara stands'], buttons: ['Start again', 'Edit draft'], more: ['Copy text', 'Take back'] },
  cleared: { says: ['Cleared to post', 'Press “Reply” once', 'Until'], buttons: ['Edit draft'], more: ['Copy text', 'Take back'] },
  'cleared-restore': { says: ['Cleared to post', 'not in this composer'], buttons: ['Put the draft back', 'Edit draft'], more: ['Copy text', 'Take back'] },
  'cleared-attach': { says: ['Attach the same files again', 'consumer-study-2026-summary.png', 'to attach'], buttons: ['Edit draft'], more: ['Copy text', 'Take back'] },
  releasing: { says: ['Replying now', 'Waiting for the site'], buttons: [], more: [] },
  posted: { says: ['Posted as approved', 'Open post'], buttons: [], more: [] },
  'posted-sent': { says: ['Posted', 'not seen at an address'], buttons: [], more: [] },
  failed: { says: ['Not posted', 'rate limit exceeded', 'Needs a fresh approval'], buttons: ['Ask again', 'Edit draft'], more: ['Copy text'] },
  unknown: { says: ['Not known whether this was posted', 'never sent again by itself'], buttons: ['It is there', 'It is not'], more: ['Copy text'] },
  rejected: { says: ['Tim rejected this reply', 'write to Dana directly', 'Nothing was posted.'], buttons: ['Copy text'], more: [] },
  expired: { says: ['The review ran out of time', 'Nothing was lost.'], buttons: ['Ask again', 'Edit draft'], more: ['Copy text'] },
  'expired-clearance': { says: ['The clearance ran out'], buttons: ['Ask again', 'Edit draft'], more: ['Copy text'] },
  recalled: { says: ['Taken back', 'Nothing was posted.'], buttons: ['Copy text'], more: [] },
  'not-covered': { says: ['This composer is not covered', 'without review'], buttons: ['Teach this composer'], more: [] },
  'unknown-account': { says: ['the account cannot be read', 'social.example'], buttons: ['Look again', 'Copy text'], more: [] },
  unreachable: { says: ['Still held. Countersign is not answering', 'attempt 3'], buttons: ['Try now', 'Copy text'], more: [] },
  orphaned: { says: ['Countersign was updated. Reload this tab'], buttons: ['Reload this tab', 'Copy text'], more: [] },
  'restore-offer': { says: ['A held draft belongs to this page', 'Hi Dana'], buttons: ['Put the draft back', 'Not now'], more: ['Copy text'] },
  'restore-offer-closed': { says: ['Open the composer to put the draft back', '1 file to attach again'], buttons: ['Not now'], more: ['Copy text'] },
  refused: { says: ['the disk is full'], buttons: ['Try again', 'Copy text'], more: [] },
};

const flat = (text: string) => text.replace(/\s+/g, ' ');
const footButtons = (host: Element) => [...inside(host).querySelectorAll('footer > button:not(.icon)')].map(nameOf);

beforeEach(() => page());

describe('the panel says where a post stands', () => {
  it.each(Object.entries(EXPECTED))('in the state %s', (name, { says, buttons, more }) => {
    const { panel, show, text, find } = scene();
    show(state(name));
    for (const words of says) expect(flat(text())).toMatch(typeof words === 'string' ? new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : words);
    expect(footButtons(panel.element)).toEqual(buttons);
    find('More actions')?.click();
    expect([...inside(panel.element).querySelectorAll('footer .row button')].map(nameOf)).toEqual(more);
  });

  it.each(Object.keys(samples(0)))('with names and roles for everybody in %s', async (name) => {
    const { panel, show } = scene();
    show(state(name));
    if (name === 'holding') await wait(350);
    const root = inside(panel.element);
    const region = await until(() => root.querySelector('section'), 'a region');
    expect(region.getAttribute('role')).toBe('region');
    expect(region.ariaLabel).toMatch(/^Countersign: ./);
    for (const control of root.querySelectorAll('button,a')) expect(nameOf(control)).not.toBe('');
    for (const drawing of root.querySelectorAll('svg')) expect(drawing.getAttribute('aria-hidden')).toBe('true');
    expect(root.querySelectorAll('h2').length).toBeLessThanOrEqual(1);
    // One thing to do first per view, at most; small targets stay 24 px or more (WCAG 2.5.8).
    expect(root.querySelectorAll('footer > .primary').length).toBeLessThanOrEqual(1);
    for (const control of root.querySelectorAll('button')) expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
  });

  it('before sending, as a chip that names account, approvers and findings', () => {
    const { panel, show, button } = scene();
    show(state('status'));
    expect(nameOf(button(/^Countersign/))).toBe('Countersign, @northmoor, needs Tim or Mara, 1 hold, 1 note. Show details');
    button(/^Countersign/).click();
    expect(flat(inside(panel.element).querySelector('section')?.textContent ?? '')).toContain('Needs Tim or Mara.');
  });

  it('when an account is left out, and when nothing is set up', () => {
    const { show, button } = scene();
    show(state('status-free'));
    expect(nameOf(button(/^Countersign/))).toContain('@lena, not reviewed');
    show(state('status-unset'));
    expect(nameOf(button(/^Countersign/))).toContain('not set up');
    show(state('status-deadlock'));
    expect(nameOf(button(/^Countersign/))).toContain('cannot approve a post of her own');
  });

  it('only after 300 ms when the draft is still being kept', async () => {
    const { panel, show, text } = scene();
    show({ kind: 'holding' });
    await wait(150);
    expect(panel.element.isConnected).toBe(false);
    await until(() => text().includes('Holding…'), 'Holding…');
    show(state('held'));
    expect(text()).toContain('Held for review');
  });

  it('aloud, once, in a polite status region', async () => {
    const { panel, show } = scene();
    show(state('held'));
    const live = await until(() => inside(panel.element).querySelector('[role="status"]'), 'status region');
    expect(live.getAttribute('aria-live')).toBe('polite');
    await until(() => live.textContent?.includes('Held for review. Waiting for Tim or Mara. Nothing was posted.'), 'spoken words');
    panel.flash('Copied');
    expect(live.textContent).toBe('Copied');
  });

  it('with the seconds counting down and the bar emptying', async () => {
    const { panel, show, text } = scene();
    show({ ...state('countdown'), ...samples(Date.now()).countdown } as never);
    const first = Number(/in (\d+) second/.exec(text())?.[1]);
    await until(() => Number(/in (\d+) second/.exec(text())?.[1]) < first, 'fewer seconds');
    const bar = inside(panel.element).querySelector<HTMLElement>('.bar i');
    expect(Number(/scaleX\((.*)\)/.exec(bar?.style.transform ?? '')?.[1])).toBeLessThan(0.65);
  });

  it('with a suggested edit as words struck and added', () => {
    const { panel, show } = scene();
    show(state('returned'));
    const root = inside(panel.element);
    expect([...root.querySelectorAll('del')].map((part) => part.textContent)).toContain('removed: cures eczema in');
    expect([...root.querySelectorAll('ins')].map((part) => part.textContent)).toContain('added: softens dry, eczema-prone skin within');
  });
});

describe('what a person can ask for', () => {
  it('reports every wish once, and a double click only once', () => {
    const { show, button, actions } = scene();
    show(state('countdown'));
    const stop = button('Stop');
    stop.click();
    stop.click();
    expect(actions).toEqual([{ kind: 'stop' }]);
  });

  it('tells what an edit costs before it is begun (BI7)', () => {
    const { show, button, actions, text } = scene();
    show(state('cleared'));
    button('Edit draft').click();
    expect(text()).toContain('An edit drops Tim and Mara’s approval.');
    expect(actions).toEqual([]);
    button('Edit').click();
    expect(actions).toEqual([{ kind: 'edit' }]);
  });

  it('asks again before a post is taken back', () => {
    const { show, button, actions } = scene();
    show(state('held'));
    button('More actions').click();
    button('Take back').click();
    expect(actions).toEqual([]);
    button('Take back').click();
    expect(actions).toEqual([{ kind: 'recall' }]);
  });

  it('takes a note that can never be published, and keeps half a note through every update', () => {
    const { panel, show, button, actions, text } = scene();
    const held = state('held');
    show(held);
    button('Note to approver').click();
    const field = inside(panel.element).querySelector('textarea');
    if (!field || held.kind !== 'held') throw new Error('no field');
    expect(text()).toContain('It can never be published.');
    expect(field.getAttribute('aria-label')).toContain('Note to approver');
    expect(inside(panel.element).activeElement).toBe(field);
    field.value = 'Dana asked on air.';
    show({ kind: 'held', view: { ...held.view, version: 2, lines: held.view.lines.map((line) => ({ ...line, state: line.state === 'wrote' ? 'wrote' : 'reading' })) } });
    expect(text()).toContain('Tim and Mara are reading it');
    expect(inside(panel.element).querySelector('textarea')).toBe(field);
    expect(inside(panel.element).activeElement).toBe(field);
    button('Save note').click();
    expect(actions).toEqual([{ kind: 'note', text: 'Dana asked on air.' }]);
  });

  it('takes an answer to a finding, or the word that the flag is wrong (QU8)', () => {
    const { panel, show, button, actions, text } = scene();
    show(state('held'));
    button(/^Findings/).click();
    expect(text()).toContain('Health claim. Needs a source or softer wording.');
    button('Answer').click();
    const field = inside(panel.element).querySelector('textarea');
    expect(field?.getAttribute('aria-label')).toContain('Why “cures eczema” can stay');
    if (field) field.value = 'Study 14 of May.';
    button('Save answer').click();
    expect(actions[0]).toMatchObject({ kind: 'answer', answer: 'justified', text: 'Study 14 of May.', finding: { id: 'risk.health' } });
    expect(text()).toContain('Answered: “Study 14 of May.”');
    button('Answer').click();
    button('The flag is wrong').click();
    expect(actions[1]).toMatchObject({ kind: 'answer', answer: 'false_alarm', finding: { id: 'tone.dismissive' } });
  });

  it('lets a person say what happened to an unknown release, never by one careless press (RL2)', () => {
    const { panel, show, button, actions } = scene();
    show(state('unknown'));
    button('It is not').click();
    expect(actions).toEqual([]);
    button('Back').click();
    button('It is there').click();
    const field = inside(panel.element).querySelector('textarea');
    if (field) field.value = ' https://social.example/1 ';
    button('Record as posted').click();
    expect(actions).toEqual([{ kind: 'resolve', there: true, permalink: 'https://social.example/1' }]);
  });

  it('accepts a suggestion by its decision, so that it cannot be mistaken for another', () => {
    const { show, button, actions } = scene();
    show(state('returned'));
    button('Apply and resend').click();
    expect(actions).toEqual([{ kind: 'accept-suggestion', decisionId: 'd-1' }]);
  });

  it('never offers to approve or to release anything', () => {
    for (const name of Object.keys(all)) {
      const { panel, show } = scene();
      show(state(name));
      for (const control of inside(panel.element).querySelectorAll('button')) expect(nameOf(control)).not.toMatch(/^(approve|release|post|publish|send now|reply now)$/i);
    }
  });

  it('opens only web addresses as the posted link', () => {
    const { panel, show } = scene();
    const posted = state('posted');
    if (posted.kind !== 'posted') throw new Error('no state');
    show(posted);
    const link = inside(panel.element).querySelector('a');
    expect(link?.href).toBe('https://social.example/northmoor/1');
    expect(link?.rel).toContain('noopener');
    show({ kind: 'posted', view: { ...posted.view, id: 'h-2', permalink: 'javascript:alert(1)' } });
    expect(inside(panel.element).querySelector('a')).toBeNull();
  });
});
