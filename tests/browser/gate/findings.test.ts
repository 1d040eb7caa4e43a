/** Findings while typing: what the panel is told, and what its two small wishes do to the composer. */
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../../checks/finding';
import type { PanelState } from '../../../gate/panel/state';
import { adapter, startTestGate, until, wait, type TestGate } from './fake-gate';

const TEXT = 'Our manpower grows.';
const FOUND: Finding[] = [{ id: 'tone.inclusive', severity: 'info', spans: [{ start: 4, end: 12 }], reason: 'Leaves some out.', replacement: 'workforce', source: 'Test' }];

let page: HTMLElement;
let test: TestGate | null = null;
let sent: string[];

beforeEach(() => {
  page = document.createElement('main');
  page.dataset.account = '@northmoor';
  page.innerHTML = '<div class="composer"><textarea class="editor"></textarea><button class="send" type="button">Post</button></div>';
  document.body.append(page);
  sent = [];
  page.querySelector('.send')?.addEventListener('click', () => sent.push(editor().value));
});
afterEach(() => {
  test?.stop();
  test = null;
  page.remove();
});

const editor = () => page.querySelector<HTMLTextAreaElement>('.editor')!;
const of = <K extends PanelState['kind']>(kind: K) => { const state = test?.state(); return state?.kind === kind ? (state as Extract<PanelState, { kind: K }>) : null; };

async function typed(text = TEXT): Promise<TestGate> {
  test = startTestGate([adapter()], (background) => { background.findings = FOUND; });
  await until(() => test!.background.of('gate.hello')[0], 'hello');
  await userEvent.click(editor());
  await userEvent.keyboard(text);
  await until(() => of('status')?.findings.length === 1, 'the findings');
  return test;
}

describe('while somebody types', () => {
  it('findings arrive after a pause, with the exact text they are about, not with every key', async () => {
    const { background } = await typed();
    expect(background.of('gate.typed')).toHaveLength(1);
    expect(of('status')).toMatchObject({ text: TEXT, findings: FOUND });
    await userEvent.keyboard(' And');
    await wait(50);
    expect(of('status')?.text).toBe(TEXT);
    await until(() => of('status')?.text === `${TEXT} And`, 'the next findings');
  });

  it('a send control that the site draws anew with every key is the one that is there now', async () => {
    const { send } = await typed();
    expect(send()).toBe(page.querySelector('.send'));
    page.querySelector('.send')?.replaceWith(page.querySelector('.send')!.cloneNode(true));
    expect(send()).toBe(page.querySelector('.send'));
    page.querySelector('.send')?.remove();
    expect(send()).toBeNull();
  });

  it('an emptied composer has none', async () => {
    await typed();
    await userEvent.clear(editor());
    await until(() => of('status')?.findings.length === 0, 'no findings');
    expect(of('status')?.findings).toEqual([]);
  });

  it('after the hold, an edit is checked too and the panel shows what was found in the new words', async () => {
    await typed();
    await userEvent.click(page.querySelector('.send')!);
    await until(() => of('held'), 'the hold');
    await userEvent.click(editor());
    await userEvent.keyboard('{End} More.');
    await until(() => of('changed')?.found?.text === `${TEXT} More.`, 'findings of the edit');
    expect(of('changed')?.found?.list).toEqual(FOUND);
    expect(sent).toEqual([]);
  });
});

describe('what a person asks for', () => {
  it('a taken suggestion is put in as a restored draft is, and the checks look again', async () => {
    const { background, act } = await typed();
    background.findings = [];
    act({ kind: 'fix', text: TEXT.replace('manpower', 'workforce') });
    await until(() => editor().value === 'Our workforce grows.', 'the new words');
    await until(() => of('status')?.findings.length === 0, 'the next findings');
    expect(background.of('gate.typed').at(-1)?.input.snapshot).toMatchObject({ text: 'Our workforce grows.' });
    expect(background.of('hold.create')).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('an editor that refuses the words is left with its own, and that is said', async () => {
    const { act } = await typed();
    editor().addEventListener('input', () => { editor().value = TEXT; });
    act({ kind: 'fix', text: 'Other words.' });
    await until(() => of('refused'), 'the refusal');
    expect(of('refused')).toMatchObject({ title: 'The text could not be put back' });
    expect(editor().value).toBe(TEXT);
  });

  it('a wrong flag is counted for this draft, names no hold, and holds nothing', async () => {
    const { background, act } = await typed();
    act({ kind: 'wrong', checkId: 'tone.inclusive' });
    await until(() => background.of('finding.wrong')[0], 'the word');
    const [word] = background.of('finding.wrong');
    expect(word?.input).toEqual({ checkId: 'tone.inclusive', holdId: null, composerId: background.of('gate.typed')[0]?.input.composerId });
    expect(background.of('hold.answer')).toEqual([]);
    expect(of('status')?.findings).toEqual(FOUND);
  });
});
