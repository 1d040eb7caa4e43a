/** The panel stays where it belongs, whatever the page does, and takes nothing from the composer. */
import { beforeEach, describe, expect, it } from 'vitest';
import { samples } from './samples';
import { inside, page, press, scene, until, wait, wide } from './helpers';

const held = () => samples(Date.now()).held ?? (() => { throw new Error('held'); })();
const status = () => samples(Date.now()).status ?? (() => { throw new Error('status'); })();
const cardOf = (host: Element) => inside(host).querySelector('.root') as HTMLElement;
const rectOf = (element: Element) => element.getBoundingClientRect().toJSON() as DOMRect;
const reachable = (host: HTMLElement) => {
  const box = cardOf(host).getBoundingClientRect();
  return document.elementFromPoint(box.left + box.width / 2, box.top + 12) === host || document.elementFromPoint(box.left + 12, box.top + box.height / 2) === host;
};

beforeEach(async () => {
  await wide();
  page();
});

describe('the panel survives', () => {
  it('the removal of its host', async () => {
    const { panel, show } = scene();
    show(held());
    panel.element.remove();
    await until(() => panel.element.isConnected && reachable(panel.element), 'the panel again');
    expect(panel.element.matches(':popover-open')).toBe(true);
  });

  it('removal over and over, without hanging the page', async () => {
    const { panel, show } = scene();
    show(held());
    const enemy = new MutationObserver(() => panel.element.remove());
    enemy.observe(document.documentElement, { childList: true });
    panel.element.remove();
    await wait(300);
    enemy.disconnect();
    await until(() => panel.element.isConnected, 'the panel again');
    expect(document.querySelectorAll('countersign-panel')).toHaveLength(1);
  });

  it('a replaced body', async () => {
    const { panel, show } = scene();
    show(held());
    const body = document.createElement('body');
    const old = document.body;
    document.documentElement.replaceChild(body, old);
    await until(() => panel.element.isConnected && reachable(panel.element), 'the panel in the corner');
    document.documentElement.replaceChild(old, body);
    await until(() => Math.abs(cardOf(panel.element).getBoundingClientRect().left - document.querySelector('#composer')!.getBoundingClientRect().left) < 1, 'the panel at the composer');
    expect(reachable(panel.element)).toBe(true);
  });

  it('being hidden by attributes', async () => {
    const { panel, show } = scene();
    show(held());
    for (const [name, value] of [['style', 'display:none!important'], ['hidden', ''], ['inert', ''], ['aria-hidden', 'true'], ['popover', 'auto']] as const) panel.element.setAttribute(name, value);
    await until(() => panel.element.getAttributeNames().join() === 'popover' && reachable(panel.element), 'a clean host');
    expect(panel.element.getAttribute('popover')).toBe('manual');
  });

  it('a page style that hides everything', () => {
    const style = document.createElement('style');
    style.textContent = '*, countersign-panel { display: none !important; visibility: hidden !important; opacity: 0 !important; width: 900px !important } html, head, body, body * { display: block !important; visibility: visible !important; opacity: 1 !important; width: auto !important }';
    document.head.append(style);
    const { panel, show } = scene();
    show(held());
    expect(getComputedStyle(panel.element)).toMatchObject({ display: 'block', visibility: 'visible', opacity: '1', width: '0px' });
    expect(reachable(panel.element)).toBe(true);
    style.remove();
  });

  it('an overlay over the whole page, but leaves small pop-ups above it alone', async () => {
    const { panel, show } = scene();
    show(held());
    const over = document.createElement('div');
    over.popover = 'manual';
    over.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#0008';
    document.body.append(over);
    over.showPopover();
    expect(reachable(panel.element)).toBe(false);
    await until(() => reachable(panel.element), 'the panel above the overlay', 3_000);
    over.remove();
    const picker = document.createElement('div');
    picker.popover = 'manual';
    const box = cardOf(panel.element).getBoundingClientRect();
    picker.style.cssText = `position:fixed;margin:0;inset:auto;left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px`;
    document.body.append(picker);
    picker.showPopover();
    await wait(1_300);
    expect(document.elementFromPoint(box.left + box.width / 2, box.top + 12)).toBe(picker);
    picker.remove();
  });

  it('a composer inside a modal dialog, where the rest of the page is inert', async () => {
    page(`<dialog id="dialog" style="width:560px">${document.body.innerHTML}</dialog>`);
    const dialog = document.querySelector<HTMLDialogElement>('#dialog')!;
    const { panel, show, button, actions } = scene();
    dialog.showModal();
    show(held());
    expect(panel.element.parentElement).toBe(dialog);
    expect(reachable(panel.element)).toBe(true);
    await press(button('Edit draft'));
    await press(button('Edit'));
    expect(actions).toEqual([{ kind: 'edit' }]);
    dialog.close();
    await until(() => panel.element.parentElement === document.documentElement, 'the panel back on the page');
    dialog.show();
    expect(dialog.open).toBe(true);
  });

  it('a rest of the page made inert, as MediaWiki’s VisualEditor does', async () => {
    const { panel, show, button, actions } = scene();
    show(held());
    for (const child of [...document.body.children, panel.element]) child.toggleAttribute('inert', true);
    await until(() => !panel.element.hasAttribute('inert'), 'the panel without inert');
    await press(button('Edit draft'));
    await press(button('Edit'));
    expect(actions).toEqual([{ kind: 'edit' }]);
  });

  it('a composer that leaves the page, in the corner', async () => {
    const { panel, show, composer } = scene();
    show(held());
    composer.remove();
    await until(() => Math.abs(innerWidth - cardOf(panel.element).getBoundingClientRect().right - 16) < 1 && Math.abs(innerHeight - cardOf(panel.element).getBoundingClientRect().bottom - 16) < 1, 'bottom right, 16 px from the edges');
    expect(cardOf(panel.element).getBoundingClientRect().width).toBe(Math.min(400, innerWidth - 16));
  });

  it('until its time is over, and then leaves nothing behind', async () => {
    const { panel, show } = scene();
    show(held());
    panel.hide();
    await wait(300);
    expect(document.querySelector('countersign-panel')).toBeNull();
  });
});

describe('the panel takes nothing', () => {
  it('neither the focus, nor the size of the composer, nor a node inside it', async () => {
    const { show, editor, composer, send } = scene();
    editor.focus();
    const before = [rectOf(composer), rectOf(send), composer.outerHTML, document.body.outerHTML];
    for (const state of Object.values(samples(Date.now()))) show(state);
    await wait(400);
    expect([rectOf(composer), rectOf(send), composer.outerHTML, document.body.outerHTML]).toEqual(before);
    expect(document.activeElement).toBe(editor);
  });

  it('the caret, when one of its buttons is pressed', async () => {
    const { panel, show, editor, button } = scene();
    editor.focus();
    show(held());
    await press(button('More actions'));
    expect(document.activeElement).toBe(editor);
    expect(inside(panel.element).querySelector('footer .row')).not.toBeNull();
  });

  it('the place of the send control, with the chip beside it', async () => {
    const { panel, show, send, composer } = scene();
    show(status());
    const chip = cardOf(panel.element).getBoundingClientRect();
    const control = send.getBoundingClientRect();
    const box = composer.getBoundingClientRect();
    expect(chip.top).toBeCloseTo(box.bottom + 8, 0);
    expect(chip.right).toBeCloseTo(control.right, 0);
    const below = document.createElement('button');
    below.style.cssText = `position:fixed;left:${chip.left}px;top:${chip.top}px;width:${chip.width}px;height:40px`;
    document.body.append(below);
    await until(() => {
      const now = cardOf(panel.element).getBoundingClientRect();
      return now.bottom <= below.getBoundingClientRect().top || now.right <= below.getBoundingClientRect().left;
    }, 'a free place');
    const now = cardOf(panel.element).getBoundingClientRect();
    expect(now.right <= control.left || now.bottom <= control.top || now.top >= control.bottom).toBe(true);
  });

  it.each(['ltr', 'rtl'])('the width of the composer, with a chip that begins with it when the send control is at its start (%s)', (dir) => {
    const { panel, show, send, composer } = scene();
    composer.dir = dir;
    composer.style.marginInlineStart = '200px';
    (send.parentElement as HTMLElement).style.textAlign = 'start';
    show(status());
    const chip = cardOf(panel.element).getBoundingClientRect();
    const box = composer.getBoundingClientRect();
    expect(chip.top).toBeCloseTo(box.bottom + 8, 0);
    expect(dir === 'ltr' ? chip.left : chip.right).toBeCloseTo(dir === 'ltr' ? box.left : box.right, 0);
  });

  it('the card below the composer, as wide as it, and along when the page scrolls', async () => {
    page(`<div style="height:60px"></div>${document.body.innerHTML}<div style="height:3000px"></div>`);
    const { panel, show, composer } = scene();
    show(held());
    const offset = () => cardOf(panel.element).getBoundingClientRect().top - composer.getBoundingClientRect().bottom;
    expect(offset()).toBeCloseTo(8, 0);
    expect(cardOf(panel.element).getBoundingClientRect().width).toBeCloseTo(Math.min(composer.getBoundingClientRect().width, innerWidth - 16), 0);
    scrollTo(0, 40);
    await until(() => Math.abs(offset() - 8) < 1, 'the card under the composer again');
    scrollTo(0, 0);
  });

  it('the send control, also when only the editor above it is known', () => {
    const { panel, show, send, editor } = scene(() => document.querySelector('#editor'));
    show(held());
    const card = cardOf(panel.element).getBoundingClientRect();
    expect(card.top).toBeCloseTo(send.getBoundingClientRect().bottom + 8, 0);
    expect(card.left).toBeCloseTo(editor.getBoundingClientRect().left, 0);
  });

  it('a composer at the bottom of the page: the card goes above it', () => {
    page('<div id="composer" style="position:fixed;left:40px;bottom:10px;width:500px;height:60px"><textarea id="editor"></textarea><button id="send">Send</button></div>');
    const { panel, show, composer } = scene();
    show(held());
    expect(cardOf(panel.element).getBoundingClientRect().bottom).toBeCloseTo(composer.getBoundingClientRect().top - 8, 0);
  });

  it('a composer as tall as the page: the card stands beside it, or in a corner away from the send control', () => {
    page('<div id="composer" style="position:fixed;left:20px;top:10px;bottom:10px;width:420px"><textarea id="editor"></textarea><button id="send">Send</button></div>');
    const first = scene();
    first.show(held());
    expect(cardOf(first.panel.element).getBoundingClientRect().left).toBeCloseTo(first.composer.getBoundingClientRect().right + 8, 0);
    first.panel.hide();
    page('<div id="composer" style="position:fixed;inset:10px"><textarea id="editor"></textarea><button id="send" style="position:fixed;right:30px;bottom:30px">Send</button></div>');
    const second = scene();
    second.show(held());
    expect(cardOf(second.panel.element).getBoundingClientRect().top).toBe(16);
  });
});
