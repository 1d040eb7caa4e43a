import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import { editorText } from '../../../gate/read';
import { restoreText } from '../../../gate/restore';
import { EDITORS, frame, mountEditor, type Mounted } from './editors';

const ONE = 'Ferry 7 leaves at 09:40, not 09:10.';
const MANY = 'First line of three\n\nthird line, after a blank one';
const OLD = 'An older draft';

let mounted: Mounted | null = null;
afterEach(() => {
  mounted?.remove();
  mounted = null;
});

async function type(box: Mounted, text: string): Promise<void> {
  await userEvent.click(box.element);
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await userEvent.keyboard('{Enter}');
    if (line) await userEvent.keyboard(line.replaceAll('{', '{{').replaceAll('[', '[['));
  }
  await frame();
  await new Promise((resolve) => setTimeout(resolve, 60));
}

const oneLine = (box: Mounted): boolean => box.kind === 'input';

describe('reading what a person typed equals the editor’s own model (platforms.md §2.4)', () => {
  for (const name of EDITORS) {
    it(`${name}: an empty editor reads as nothing`, async () => {
      mounted = await mountEditor(name);
      expect(editorText(mounted.element, mounted.kind)).toBe('');
    });

    it(`${name}: one line`, async () => {
      mounted = await mountEditor(name);
      await type(mounted, ONE);
      expect(mounted.model()).toBe(ONE);
      expect(editorText(mounted.element, mounted.kind)).toBe(ONE);
    });

    it(`${name}: lines with a blank one between`, async () => {
      mounted = await mountEditor(name);
      if (oneLine(mounted)) return expect(mounted.element.tagName).toBe('INPUT');
      await type(mounted, MANY);
      expect(editorText(mounted.element, mounted.kind)).toBe(MANY);
    });
  }
});

describe('a draft put back is in the editor’s model, not only on the screen (platforms.md §2.3)', () => {
  for (const name of EDITORS) {
    for (const [before, start] of [['an empty', ''], ['a filled', OLD]] as const) {
      for (const [length, text] of [['one line', ONE], ['several lines', MANY]] as const) {
        it(`${name}: ${length} into ${before} editor`, async () => {
          mounted = await mountEditor(name);
          const wanted = oneLine(mounted) ? ONE : text;
          if (start) await type(mounted, start);
          expect(await restoreText(mounted.element, mounted.kind, wanted)).toEqual({ ok: true });
          expect(mounted.model()).toBe(wanted);
          expect(editorText(mounted.element, mounted.kind)).toBe(wanted);
        });
      }
    }

    it(`${name}: two at the same moment put it in once`, async () => {
      mounted = await mountEditor(name);
      const both = await Promise.all([restoreText(mounted.element, mounted.kind, ONE), restoreText(mounted.element, mounted.kind, ONE)]);
      expect(both).toEqual([{ ok: true }, { ok: true }]);
      expect(mounted.model()).toBe(ONE);
    });

    it(`${name}: typing goes on after the restored text`, async () => {
      mounted = await mountEditor(name);
      await restoreText(mounted.element, mounted.kind, ONE);
      await userEvent.click(mounted.element);
      await userEvent.keyboard('{End}!');
      await frame();
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(mounted.model()).toBe(`${ONE}!`);
    });
  }

  it('an editor that refuses the text is reported with what it says, and is not written to again', async () => {
    const box = document.createElement('div');
    box.contentEditable = 'true';
    box.textContent = 'stubborn';
    let writes = 0;
    box.addEventListener('beforeinput', () => (writes += 1));
    const keep = new MutationObserver(() => {
      keep.disconnect();
      box.textContent = 'stubborn';
      keep.observe(box, { childList: true, subtree: true, characterData: true });
    });
    document.body.append(box);
    keep.observe(box, { childList: true, subtree: true, characterData: true });
    expect(await restoreText(box, 'plain', ONE)).toEqual({ ok: false, read: 'stubborn' });
    keep.disconnect();
    expect(writes).toBeLessThanOrEqual(2);
    box.remove();
  });

  it('Quill 1 inside an open shadow root, as on LinkedIn', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    mounted = await mountEditor('Quill 1', host.attachShadow({ mode: 'open' }));
    expect(await restoreText(mounted.element, 'quill1', MANY)).toEqual({ ok: true });
    expect(mounted.model()).toBe(MANY);
    host.remove();
  });
});

describe('reading is careful', () => {
  it('a wrongly described editor is never mistaken for an empty one', () => {
    const box = document.createElement('div');
    box.innerHTML = '<p>words</p>';
    expect(editorText(box, 'draft')).toBe('words');
    expect(editorText(box, 'slate')).toBe('words');
  });

  it('lists and quotes are read line by line, and emoji pictures by their name', () => {
    const box = document.createElement('div');
    box.innerHTML = '<ul><li><p>one</p></li><li><p>two</p></li></ul><blockquote><p>said</p></blockquote><p>done <img alt="🎉"></p>';
    expect(editorText(box, 'prosemirror')).toBe('one\ntwo\nsaid\ndone 🎉');
  });

  it('marks that editors add are not part of the text; joiners a person typed are', () => {
    const box = document.createElement('div');
    box.innerHTML = '<p>\uFEFFa\u00A0b\u200B</p><p>👩\u200D🚒</p>';
    expect(editorText(box, 'lexical')).toBe('a b\n👩\u200D🚒');
  });
});
