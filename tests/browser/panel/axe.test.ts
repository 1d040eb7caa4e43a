/** axe on every state of the panel, light and dark. It cannot look into closed roots, so here they are opened; contrast it leaves out there, so that is computed here (WCAG 1.4.3). */
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { samples } from './samples';
import { luminance } from '../../../gate/panel/theme';
import { inside, page, scene, until, wide } from './helpers';

const close = Element.prototype.attachShadow;
Element.prototype.attachShadow = function attachOpen(this: Element, init: ShadowRootInit) {
  return close.call(this, { ...init, mode: 'open' });
};

beforeEach(async () => {
  await wide();
  page();
});

const problemsOf = async (host: Element): Promise<string[]> => {
  const { violations, passes } = await axe.run(host, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { region: { enabled: false } } });
  expect(passes.length).toBeGreaterThan(0);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`));
};

/** Words with less than 4.5:1 against what is painted behind them. */
function faint(root: ShadowRoot): string[] {
  const written = [...root.querySelectorAll('section *')].filter((element) => element.checkVisibility() && [...element.childNodes].some((node) => node instanceof Text && node.data.trim()) && !element.matches('.sr'));
  expect(written.length).toBeGreaterThan(0);
  return written.flatMap((element) => {
    let behind: number | null = null;
    for (let around: Element | null = element; around && behind === null; around = around.parentElement) behind = luminance(getComputedStyle(around).backgroundColor);
    const [high, low] = [luminance(getComputedStyle(element).color) ?? 0, behind ?? 0].sort((a, b) => b - a) as [number, number];
    const ratio = (high + 0.05) / (low + 0.05);
    return ratio < 4.5 ? [`${element.textContent} ${ratio.toFixed(2)}`] : [];
  });
}

describe.each(['light', 'dark'])('nobody is shut out of the %s panel', (theme) => {
  it.each(Object.keys(samples(0)))('%s', async (name) => {
    document.body.style.background = theme === 'dark' ? '#000' : '#fff';
    const { panel, show, find } = scene();
    const state = samples(Date.now())[name];
    if (!state) throw new Error(name);
    show(state);
    const root = inside(panel.element);
    await until(() => root.querySelector<HTMLElement>('.root')?.dataset.theme === theme && root.querySelector('button'), 'the card', 3_000);
    for (const animation of root.getAnimations?.() ?? document.getAnimations()) animation.finish();
    find(/^Findings/)?.click();
    find('More actions')?.click();
    expect(await problemsOf(panel.element)).toEqual([]);
    expect(faint(root)).toEqual([]);
    (find('Note to approver') ?? find('It is there'))?.click();
    expect(await problemsOf(panel.element)).toEqual([]);
  });
});

it('and words too pale, or a button without a name, would be noticed', async () => {
  const { panel, show, button } = scene();
  const state = samples(Date.now()).held;
  if (!state) throw new Error('held');
  show(state);
  const root = inside(panel.element);
  root.querySelector<HTMLElement>('.body p')?.style.setProperty('color', '#bbb');
  button('Collapse').ariaLabel = '';
  expect(faint(root).join()).toContain('Waiting for');
  expect((await problemsOf(panel.element)).join()).toContain('button-name');
});
