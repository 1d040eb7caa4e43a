/** What is typed in the panel stays in the panel; the keyboard reaches everything; the look follows the site. */
import { userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { isOwn, listenFirst } from '../../../gate/panel/own';
import { luminance, themeOf } from '../../../gate/panel/theme';
import { samples } from './samples';
import { inside, page, press, scene, until, wide } from './helpers';

const held = () => samples(Date.now()).held ?? (() => { throw new Error('held'); })();
beforeEach(async () => {
  await wide();
  page();
});

/** Everything a site could hear, as "type target". */
function siteHears(types: string[]): string[] {
  const heard: string[] = [];
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  for (const target of [document, document.body]) for (const type of types) target.addEventListener(type, (event) => heard.push(`${type} ${(event.target as Element).localName}`), { capture: true, signal: stop.signal });
  window.addEventListener('keydown', (event) => heard.push(`window ${(event.target as Element).localName}`), { signal: stop.signal });
  return heard;
}

describe('keys and presses in the panel', () => {
  it('are not heard by the site: no key of a private note, no press for its outside-click closers', async () => {
    const { panel, show, button } = scene();
    show(held());
    const heard = siteHears(['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste', 'pointerdown', 'mousedown', 'mouseup', 'focusin']);
    await press(button('Note to approver'));
    await userEvent.keyboard('secret');
    expect(inside(panel.element).querySelector('textarea')?.value).toBe('secret');
    expect(heard).toEqual([]);
  });

  it('do not bubble as clicks to the page', async () => {
    const { show, button } = scene();
    show(held());
    let clicks = 0;
    const count = () => { clicks += 1; };
    document.addEventListener('click', count);
    await press(button('More actions'));
    document.removeEventListener('click', count);
    expect(clicks).toBe(0);
  });

  it('are not heard even by listeners on the window that were there before the panel came', async () => {
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    listenFirst(stop.signal);
    const heard: string[] = [];
    for (const type of ['keydown', 'keyup', 'beforeinput', 'input', 'mousedown', 'focusin']) window.addEventListener(type, () => heard.push(type), { capture: true, signal: stop.signal });
    const { panel, show, button, actions } = scene();
    show(held());
    expect(isOwn(panel.element)).toBe(true);
    await press(button('Note to approver'));
    await userEvent.keyboard('secret{Escape}');
    expect(inside(panel.element).querySelector('form')).toBeNull();
    button('Collapse').focus();
    await userEvent.keyboard('{Escape}');
    expect(actions).toEqual([{ kind: 'collapse' }]);
    expect(heard).toEqual([]);
  });

  it('still reach the site from its own editor', async () => {
    const { show, editor } = scene();
    show(held());
    const heard = siteHears(['keydown']);
    editor.focus();
    await userEvent.keyboard('a');
    expect(heard).toContain('keydown div');
  });

  it('are safe from a focus trap that pulls the focus back into its dialog', async () => {
    page(`<div role="dialog" aria-modal="true" id="trap">${document.body.innerHTML}</div>`);
    const trap = document.querySelector('#trap')!;
    const { panel, show, button, editor } = scene();
    const pull = (event: FocusEvent) => {
      const to = event.type === 'focusin' ? event.target : event.relatedTarget;
      if (to instanceof Node && !trap.contains(to)) editor.focus();
    };
    document.addEventListener('focusin', pull, true);
    document.addEventListener('focusout', pull, true);
    editor.focus();
    show(held());
    await press(button('Note to approver'));
    await userEvent.keyboard('hello');
    document.removeEventListener('focusin', pull, true);
    document.removeEventListener('focusout', pull, true);
    expect(inside(panel.element).querySelector('textarea')?.value).toBe('hello');
  });

  it('send a note with Ctrl Enter', async () => {
    const { show, button, actions } = scene();
    show(held());
    await press(button('Note to approver'));
    await userEvent.keyboard('hi{Control>}{Enter}{/Control}');
    expect(actions).toEqual([{ kind: 'note', text: 'hi' }]);
  });
});

describe('the keyboard', () => {
  it('collapses to a pill with Escape and never discards, and opens again', async () => {
    const { panel, show, button, actions, text } = scene();
    show(held());
    button('Collapse').focus();
    await userEvent.keyboard('{Escape}');
    expect(actions).toEqual([{ kind: 'collapse' }]);
    expect(text()).toContain('Held');
    const pill = button(/^Countersign, Held/);
    expect(inside(panel.element).activeElement).toBe(pill);
    await userEvent.keyboard('{Enter}');
    expect(actions).toEqual([{ kind: 'collapse' }, { kind: 'expand' }]);
    expect(text()).toContain('Held for review');
  });

  it('closes a question first, and keeps the site’s own dialog open', async () => {
    page(`<dialog id="dialog">${document.body.innerHTML}</dialog>`);
    const dialog = document.querySelector<HTMLDialogElement>('#dialog')!;
    dialog.showModal();
    const { panel, show, button, actions } = scene();
    show(held());
    button('Note to approver').click();
    await userEvent.keyboard('{Escape}');
    expect(inside(panel.element).querySelector('form')).toBeNull();
    expect(actions).toEqual([]);
    button('Collapse').focus();
    await userEvent.keyboard('{Escape}');
    expect(actions).toEqual([{ kind: 'collapse' }]);
    expect(dialog.open).toBe(true);
    dialog.close();
  });

  it('stays a pill through news of the same kind and opens for another', () => {
    const { show, button, text, find } = scene();
    const state = held();
    show(state);
    button('Collapse').click();
    if (state.kind === 'held') show({ kind: 'held', view: { ...state.view, version: 2 } });
    expect(find(/^Countersign, Held/)).toBeDefined();
    show(samples(Date.now()).returned!);
    expect(text()).toContain('Tim asks for');
  });

  it('reaches every control by Tab', async () => {
    const { panel, show } = scene();
    show(held());
    const root = inside(panel.element);
    root.querySelector('button')?.focus();
    const seen = new Set<Element>();
    for (let index = 0; index < 12 && root.activeElement; index += 1) {
      seen.add(root.activeElement);
      await userEvent.keyboard('{Tab}');
    }
    for (const control of root.querySelectorAll('button')) expect(seen).toContain(control);
  });
});

describe('light and dark', () => {
  it('follow what the site paints, not the system', async () => {
    const { panel, show } = scene();
    const theme = () => inside(panel.element).querySelector<HTMLElement>('.root')?.dataset.theme;
    show(held());
    expect(theme()).toBe('light');
    document.body.style.background = 'rgb(0, 0, 0)';
    await until(() => theme() === 'dark', 'dark', 3_000);
    expect(getComputedStyle(inside(panel.element).querySelector('.card')!).backgroundColor).toBe('rgb(21, 24, 28)');
  });

  it('read every way a colour can be computed', () => {
    expect(luminance('rgb(255, 255, 255)')).toBeCloseTo(1, 3);
    expect(luminance('rgba(0, 0, 0, 0)')).toBeNull();
    expect(luminance('rgba(0, 0, 0, 0.9)')).toBe(0);
    expect(luminance('oklch(0.2 0.02 250)')).toBeLessThan(0.05);
    expect(luminance('oklch(0.98 0.01 250 / 0.1)')).toBeNull();
    expect(luminance('lab(95 0 0)')).toBeGreaterThan(0.8);
    expect(luminance('color(srgb 0.07 0.08 0.09)')).toBeLessThan(0.01);
    expect(luminance('none')).toBeNull();
  });

  it('take light words on an unpainted page for a dark site, and look through shadow roots', () => {
    page('<div id="words" style="color:#eee">Hi</div><div id="host" style="background:#111"></div>');
    expect(themeOf(document.querySelector('#words'))).toBe('dark');
    const inner = document.createElement('p');
    document.querySelector('#host')!.attachShadow({ mode: 'open' }).append(inner);
    expect(themeOf(inner)).toBe('dark');
  });

  it('mirror for right-to-left sites', () => {
    document.body.dir = 'rtl';
    const { panel, show } = scene();
    show(held());
    const root = inside(panel.element);
    expect(root.querySelector<HTMLElement>('.root')?.dir).toBe('rtl');
    const tile = root.querySelector('header .tile')!.getBoundingClientRect();
    const fold = root.querySelector('header .icon')!.getBoundingClientRect();
    expect(tile.left).toBeGreaterThan(fold.right);
    document.body.removeAttribute('dir');
  });
});
