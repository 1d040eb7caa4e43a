/** The words of a finding are marked where they stand, in the real editors, and the editors never notice. */
import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Finding, Severity } from '../../../checks/finding';
import { mountPanel, type PanelHandle } from '../../../gate/panel/mount';
import type { PanelAction, PanelState } from '../../../gate/panel/state';
import { editorText } from '../../../gate/read';
import { restoreText } from '../../../gate/restore';
import { EDITORS, mountEditor, type Mounted } from '../gate/editors';
import { inside, nameOf, until, wait, wide } from './helpers';
import { COVER, hold } from './samples';

const RICH = EDITORS.filter((name) => name !== 'React textarea' && name !== 'text field');
const TEXT = 'Morning all.\n\nOur manpower cures eczema, obviously.';
const LINE = 'Our manpower cures eczema, obviously.';

let mounted: Mounted | null = null;
afterEach(() => {
  mounted?.remove();
  mounted = null;
});

const about = (text: string, words: string, severity: Severity, more: Partial<Finding> = {}): Finding => {
  const start = text.indexOf(words);
  return { id: `test.${severity}`, severity, spans: [{ start, end: start + words.length }], reason: 'Because.', source: 'Test', ...more };
};
const findingsIn = (text: string): Finding[] => [
  about(text, 'cures eczema', 'hold'), about(text, 'obviously', 'info', { id: 'tone.dismissive' }), about(text, 'manpower', 'warn', { id: 'tone.inclusive', replacement: 'workforce' }),
];
const status = (text: string, findings = findingsIn(text)): PanelState => ({ kind: 'status', cover: COVER, account: '@northmoor', surface: 'post', text, findings });

interface Stage {
  panel: PanelHandle;
  actions: PanelAction[];
  end(): void;
  setOrphaned(): void;
  press(name: string | RegExp): void;
}

function stage(box: Mounted, editors = [{ element: box.element, spec: { role: 'body', kind: box.kind } }]): Stage {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const actions: PanelAction[] = [];
  let orphaned = false;
  const panel = mountPanel({ anchor: () => box.element, send: () => null, editors: () => editors, orphaned: () => orphaned, onAction: (action) => actions.push(action), signal: stop.signal });
  return {
    panel, actions, end: () => stop.abort(), setOrphaned: () => { orphaned = true; },
    press(name) {
      const button = [...inside(panel.element).querySelectorAll('button')].find((each) => (typeof name === 'string' ? nameOf(each) === name : name.test(nameOf(each))));
      if (!button) throw new Error(`no button ${String(name)}`);
      button.click();
    },
  };
}

/** What the browser paints now, by kind of mark. */
function painted(): Record<string, string[]> {
  return Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map((range) => (range as Range).toString()).sort()]));
}
const ALL = { 'cs-hold': ['cures eczema'], 'cs-note': ['manpower', 'obviously'] };

async function filled(name: string, text: string, where?: ShadowRoot): Promise<Mounted> {
  mounted = await mountEditor(name, where);
  await wait(100);
  expect(await restoreText(mounted.element, mounted.kind, mounted.kind === 'input' ? LINE : text)).toEqual({ ok: true });
  return mounted;
}

function open({ panel, press }: Stage): void {
  press(/Show details$/);
  press(/^Findings/);
  expect(panel.element.isConnected).toBe(true);
}

describe('words are marked in the editor without touching it', () => {
  for (const name of RICH) {
    it(`${name}: on the right words, on any line, one mark per severity`, async () => {
      const box = await filled(name, TEXT);
      const before = box.element.innerHTML;
      const { panel } = stage(box);
      panel.show(status(TEXT));
      expect(painted()).toEqual(ALL);
      await wait(100);
      expect(box.element.innerHTML).toBe(before);
      expect(box.model()).toContain(LINE);
    });

    it(`${name}: they follow while more is typed, and a changed word loses its mark at once`, async () => {
      const box = await filled(name, LINE);
      const { panel } = stage(box);
      panel.show(status(LINE));
      await userEvent.click(box.element);
      await wait(200);
      await userEvent.keyboard('{Home}Well. ');
      await until(() => editorText(box.element, box.kind) === `Well. ${LINE}`, 'typed words');
      await wait(50);
      await userEvent.keyboard('{End} Yes.');
      await until(() => editorText(box.element, box.kind) === `Well. ${LINE} Yes.`, 'typed words');
      await until(() => painted()['cs-hold']?.[0] === 'cures eczema' && painted()['cs-note']?.length === 2, 'marks in their new place');
      await restoreText(box.element, box.kind, LINE.replace('cures', 'calms'));
      await until(() => painted()['cs-hold'] === undefined, 'no mark on changed words');
      expect(painted()['cs-hold']).toBeUndefined();
    });
  }

  it('inside a shadow root, dressed there and not in the page', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'open' });
    const box = await filled('Quill 1', TEXT, root);
    const { panel, end } = stage(box);
    panel.show(status(TEXT));
    expect(painted()).toEqual(ALL);
    expect(root.adoptedStyleSheets).toHaveLength(1);
    expect(document.adoptedStyleSheets).toHaveLength(0);
    end();
    expect(root.adoptedStyleSheets).toHaveLength(0);
    host.remove();
  });

  it('across the parts of a thread', async () => {
    const [first, second] = [await mountEditor('Lexical plain text'), await mountEditor('Lexical plain text')];
    await restoreText(first.element, first.kind, 'One obviously.');
    await restoreText(second.element, second.kind, 'Two cures eczema.');
    const text = 'One obviously.\u001ETwo cures eczema.';
    const { panel } = stage(first, [first, second].map(({ element, kind }) => ({ element, spec: { role: 'body', kind } })));
    panel.show(status(text, [about(text, 'obviously', 'info'), about(text, 'cures eczema', 'block')]));
    expect(painted()).toEqual({ 'cs-note': ['obviously'], 'cs-block': ['cures eczema'] });
    first.remove();
    second.remove();
  });

  it('past zero-width marks and pictures that an editor put in', async () => {
    mounted = await mountEditor('editable');
    mounted.element.innerHTML = '<p>\uFEFFa\u00A0b <img alt="🎉"> cu\u200Bres eczema</p>';
    const text = editorText(mounted.element, 'plain');
    expect(text).toBe('a b 🎉 cures eczema');
    const { panel } = stage(mounted);
    panel.show(status(text, [about(text, 'cures eczema', 'hold'), about(text, '🎉', 'info')]));
    expect(painted()['cs-hold']).toEqual(['cu\u200Bres eczema']);
    const [emoji] = [...(CSS.highlights.get('cs-note') ?? [])] as Range[];
    expect(emoji?.cloneContents().querySelector('img')?.alt).toBe('🎉');
  });

  it('and two composers on one page keep their marks apart', async () => {
    const [first, second] = [await mountEditor('editable'), await mountEditor('editable')];
    for (const { element } of [first, second]) element.textContent = LINE;
    const [a, b] = [stage(first), stage(second)];
    a.panel.show(status(LINE));
    b.panel.show(status(LINE));
    expect(painted()['cs-hold']).toEqual(['cures eczema', 'cures eczema']);
    a.end();
    expect(painted()).toEqual(ALL);
    b.end();
    expect(painted()).toEqual({});
    first.remove();
    second.remove();
  });
});

describe('marks are there exactly as long as they are true', () => {
  const over: [string, (stage: Stage, box: Mounted) => void][] = [
    ['the panel goes away', ({ panel }) => panel.hide()],
    ['the post went out', ({ panel }) => panel.show({ kind: 'posted', view: hold({ publication: 'sent' }) })],
    ['the hold was taken back', ({ panel }) => panel.show({ kind: 'recalled', view: hold({ workflow: 'recalled' }) })],
    ['the script was orphaned and says so', ({ panel }) => panel.show({ kind: 'orphaned' })],
    ['the script was orphaned and nobody pressed anything', ({ setOrphaned }) => setOrphaned()],
    ['the composer left the page', (_stage, box) => box.element.remove()],
    ['the checks found nothing any more', ({ panel }) => panel.show(status(LINE, []))],
    ['the gate ends', ({ end }) => end()],
  ];
  it.each(over)('they go when %s', async (_when, happen) => {
    const box = await filled('Lexical rich text', LINE);
    const on = stage(box);
    on.panel.show(status(LINE));
    expect(painted()).toEqual(ALL);
    happen(on, box);
    await until(() => CSS.highlights.size === 0, 'no marks');
    await until(() => document.adoptedStyleSheets.length === 0, 'no style');
  });

  it('they come back when the site throws style and marks away, or rebuilds the words', async () => {
    const box = await filled('editable', LINE);
    const { panel } = stage(box);
    panel.show(status(LINE));
    document.adoptedStyleSheets = [];
    CSS.highlights.clear();
    await until(() => document.adoptedStyleSheets.length === 1 && CSS.highlights.size === 2, 'style and marks');
    box.element.innerHTML = LINE.split(' ').map((word) => `<b>${word}</b>`).join(' ');
    await until(() => painted()['cs-hold']?.[0] === 'cures eczema', 'marks on the new nodes');
    expect(painted()).toEqual(ALL);
  });

  it('a held post shows the marks of the held text, and an edit those of the new one', async () => {
    const box = await filled('Tiptap', LINE);
    const { panel } = stage(box);
    panel.show({ kind: 'held', view: hold({ text: LINE, findings: [about(LINE, 'cures eczema', 'block')] }) });
    expect(painted()).toEqual({ 'cs-block': ['cures eczema'] });
    panel.show({ kind: 'changed', view: hold({ text: 'Another.' }), liveText: LINE, differences: ['text'], found: { text: LINE, list: findingsIn(LINE) } });
    expect(painted()).toEqual(ALL);
  });

  it('a browser without the API shows the words in the panel and breaks nothing', async () => {
    const { Highlight: real } = globalThis;
    Reflect.deleteProperty(globalThis, 'Highlight');
    onTestFinished(() => { globalThis.Highlight = real; });
    const box = await filled('editable', LINE);
    const on = stage(box);
    on.panel.show(status(LINE));
    expect(CSS.highlights.size).toBe(0);
    open(on);
    expect(inside(on.panel.element).querySelector('.findings')?.textContent).toContain('cures eczema');
  });
});

it('a page that refuses the style gets no marks, and the panel works all the same', async () => {
  const box = await filled('editable', LINE);
  Object.defineProperty(document, 'adoptedStyleSheets', { configurable: true, get: () => [], set: () => { throw new Error('not supported'); } });
  onTestFinished(() => { Reflect.deleteProperty(document, 'adoptedStyleSheets'); });
  const on = stage(box);
  on.panel.show(status(LINE));
  expect(CSS.highlights.size).toBe(0);
  open(on);
  expect(inside(on.panel.element).querySelector('.findings')?.textContent).toContain('cures eczema');
});

describe('pressing a finding selects its words in the composer', () => {
  for (const name of EDITORS) {
    it(`${name}: what is typed next takes their place`, async () => {
      const box = await filled(name, TEXT);
      const text = editorText(box.element, box.kind);
      const on = stage(box);
      on.panel.show(status(text));
      open(on);
      on.press('Show “cures eczema” in the composer');
      await wait(120);
      await userEvent.keyboard('calms skin');
      await until(() => box.model().includes('Our manpower calms skin'), `words replaced, not: ${box.model()}`);
      expect(box.model()).toBe(text.replace('cures eczema', 'calms skin'));
    });
  }

  it('far down a long text area, where they are scrolled into view', async () => {
    await wide();
    const box = await mountEditor('React textarea');
    mounted = box;
    box.element.setAttribute('rows', '4');
    const text = `${'A line of words.\n'.repeat(200)}It cures eczema.\n${'More.\n'.repeat(50)}End.`;
    await restoreText(box.element, box.kind, text);
    const field = box.element as HTMLTextAreaElement;
    field.scrollTop = 0;
    const on = stage(box);
    on.panel.show(status(text, [about(text, 'cures eczema', 'hold')]));
    open(on);
    on.press('Show “cures eczema” in the composer');
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('cures eczema');
    const line = field.scrollHeight / 252;
    expect(field.scrollTop).toBeGreaterThan(line * 190);
    expect(field.scrollTop).toBeLessThan(line * 202);
  });

  it('far down a rich editor that scrolls', async () => {
    const box = await filled('Tiptap', `${'A line of words.\n'.repeat(60)}It cures eczema.`);
    Object.assign(box.element.style, { height: '80px', overflow: 'auto' });
    box.element.scrollTop = 0;
    const text = editorText(box.element, box.kind);
    const on = stage(box);
    on.panel.show(status(text, [about(text, 'cures eczema', 'hold')]));
    open(on);
    on.press('Show “cures eczema” in the composer');
    const [words, view] = [getSelection()?.getRangeAt(0).getBoundingClientRect(), box.element.getBoundingClientRect()];
    expect(words?.bottom).toBeLessThanOrEqual(view.bottom);
    expect(words?.top).toBeGreaterThanOrEqual(view.top);
  });

  it('words that are not there any more are said to be gone, and nothing is selected', async () => {
    const box = await filled('editable', 'Quite another text.');
    const on = stage(box);
    on.panel.show(status(LINE));
    open(on);
    getSelection()?.removeAllRanges();
    on.press('Show “cures eczema” in the composer');
    expect(inside(on.panel.element).querySelector('[role="status"]')?.textContent).toBe('These words have changed');
    expect(getSelection()?.toString() ?? '').toBe('');
  });
});

describe('one press puts a replacement in the place of the words', () => {
  for (const name of EDITORS) {
    it(`${name}: the whole text goes in as a restored draft does`, async () => {
      const box = await filled(name, TEXT);
      const text = editorText(box.element, box.kind);
      const on = stage(box);
      on.panel.show(status(text));
      open(on);
      on.press('Use “workforce”');
      const [fix] = on.actions.filter(({ kind }) => kind === 'fix') as Extract<PanelAction, { kind: 'fix' }>[];
      expect(fix?.text).toBe(text.replace('manpower', 'workforce'));
      expect(await restoreText(box.element, box.kind, fix?.text ?? '')).toEqual({ ok: true });
      expect(box.model()).toContain('Our workforce cures eczema');
    });
  }

  it.each([
    ['advice', { suggestion: 'workforce' }],
    ['one that would fit two places', { replacement: 'workforce', spans: [{ start: 4, end: 12 }, { start: 27, end: 36 }] }],
    ['none at all', {}],
  ])('not for %s', async (_what, more: Partial<Finding>) => {
    const box = await filled('editable', LINE);
    const on = stage(box);
    on.panel.show(status(LINE, [about(LINE, 'manpower', 'info', more)]));
    open(on);
    expect(() => on.press(/^Use/)).toThrow('no button');
  });

  it('takes no capital from a name in the middle of a sentence', async () => {
    const box = await filled('editable', 'Meet Manpower today.');
    const on = stage(box);
    on.panel.show(status('Meet Manpower today.', [about('Meet Manpower today.', 'Manpower', 'info', { replacement: 'workforce' })]));
    open(on);
    on.press('Use “workforce”');
    expect(on.actions.at(-1)).toEqual({ kind: 'fix', text: 'Meet workforce today.' });
  });

  it('keeps a capital where a sentence begins, and what was typed since', async () => {
    const box = await filled('editable', 'Manpower helps. More.');
    const on = stage(box);
    on.panel.show(status('Manpower helps.', [about('Manpower helps.', 'Manpower', 'info', { replacement: 'workforce' })]));
    open(on);
    on.press('Use “Workforce”');
    expect(on.actions.at(-1)).toEqual({ kind: 'fix', text: 'Workforce helps. More.' });
  });
});

describe('a wrong flag', () => {
  it('can be named while typing, once', async () => {
    const box = await filled('editable', LINE);
    const on = stage(box);
    on.panel.show(status(LINE, [about(LINE, 'obviously', 'info', { id: 'tone.dismissive' })]));
    open(on);
    on.press('Wrong flag');
    expect(on.actions.at(-1)).toEqual({ kind: 'wrong', checkId: 'tone.dismissive' });
    expect(inside(on.panel.element).querySelector('.findings')?.textContent).toContain('Flag marked as wrong');
    expect(() => on.press('Wrong flag')).toThrow('no button');
  });

  it('is no word for a text that no check could read: it stands apart as not checked', async () => {
    const box = await filled('editable', LINE);
    const on = stage(box);
    on.panel.show(status(LINE, [{ id: 'format.language', severity: 'info', spans: [], reason: 'Looks like Polish; these checks read English.', source: 'Test' }]));
    expect([...inside(on.panel.element).querySelectorAll('button')].map(nameOf)[0]).toContain('1 not checked');
    open(on);
    expect(inside(on.panel.element).querySelector('.findings')?.textContent).toContain('not checked: ');
    expect(() => on.press('Wrong flag')).toThrow('no button');
  });
});
