import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HoldView } from '../../../review/contract';
import type { Snapshot } from '../../../review/model';
import { adapter, startTestGate, until, viewOf, wait, type TestGate } from './fake-gate';

let page: HTMLElement;
let test: TestGate | null = null;

beforeEach(() => {
  page = document.createElement('main');
  page.dataset.account = '@northmoor';
  document.body.append(page);
});

afterEach(() => {
  test?.stop();
  test = null;
  page.remove();
});

const $ = <T extends HTMLElement = HTMLElement>(selector: string): T => page.querySelector<T>(selector)!;
const editor = () => $<HTMLTextAreaElement>('.editor');
const composer = (text = '', extra = '') => `<div class="composer"><textarea class="editor">${text}</textarea>${extra}<button class="send" type="button">Post</button></div>`;
const SNAPSHOT: Snapshot = { platform: 'test-site', origin: location.origin, url: location.href, surfaceId: 'post', surface: 'post', account: { id: '@northmoor', handle: '@northmoor' }, target: null, audience: '', text: 'Kept draft\n\nwith two parts', title: '', warning: '', media: [] };
const kept = (change: Partial<HoldView> = {}): HoldView => viewOf(SNAPSHOT, change);

describe('a kept draft comes back', () => {
  it('opened for this draft: an empty composer gets the words and is bound to the hold', async () => {
    page.innerHTML = composer();
    test = startTestGate([adapter()], (background) => {
      background.view = kept();
      background.hello.restore = background.view;
    });
    await until(() => test!.background.of('hold.bind')[0], 'the binding');
    expect(editor().value).toBe(SNAPSHOT.text);
    await until(() => test!.state()?.kind === 'held', 'the held state');
  });

  it('the site’s own button for the composer is pressed when there is none yet', async () => {
    page.innerHTML = '<button class="new">New post</button>';
    $('.new').addEventListener('click', () => page.insertAdjacentHTML('beforeend', composer()));
    test = startTestGate([adapter({ restore: { click: '.new' } })], (background) => {
      background.view = kept();
      background.hello.restore = background.view;
    });
    await until(() => test!.background.of('hold.bind')[0], 'the binding');
    expect(editor().value).toBe(SNAPSHOT.text);
  });

  it('approved meanwhile: the person presses once, and that press is the send', async () => {
    const sent: string[] = [];
    page.innerHTML = composer();
    $('.send').addEventListener('click', () => {
      sent.push(editor().value);
      editor().value = '';
    });
    test = startTestGate([adapter()], (background) => {
      background.view = kept();
      background.approve();
      background.hello.restore = background.view;
    });
    await until(() => test!.state()?.kind === 'cleared', 'the words to press');
    await wait(100);
    expect(sent).toEqual([]);
    await userEvent.click($('.send'));
    await until(() => test!.background.outcomes[0], 'the outcome', 8_000);
    expect(sent).toEqual([SNAPSHOT.text]);
  });

  it('a composer that holds other words is not overwritten; the draft is offered', async () => {
    page.innerHTML = composer('Something else');
    test = startTestGate([adapter()], (background) => {
      background.view = kept();
      background.hello.restore = background.view;
    });
    await until(() => test!.state()?.kind === 'restore-offer', 'the offer');
    test.act({ kind: 'restore', holdId: 'hold-1' });
    await until(() => test!.state()?.kind === 'refused', 'the reason');
    expect(editor().value).toBe('Something else');
  });

  it('a draft that is only offered keeps its place: other words make a post of their own, the same words are that draft', async () => {
    const offer = async () => {
      page.innerHTML = composer();
      test = startTestGate([adapter()], (background) => {
        background.view = kept();
        background.hello.mine = [background.view];
      });
      await until(() => test!.state()?.kind === 'restore-offer', 'the offer');
    };
    await offer();
    await userEvent.fill(editor(), 'Quite another post');
    await userEvent.click($('.send'));
    const made = await until(() => test!.background.of('hold.create')[0], 'a hold of its own');
    expect((made.input.snapshot as Snapshot).text).toBe('Quite another post');
    expect(test!.background.of('hold.revise')).toEqual([]);
    test!.stop();

    await offer();
    await userEvent.fill(editor(), SNAPSHOT.text);
    await userEvent.click($('.send'));
    await until(() => test!.background.of('hold.bind')[0], 'the binding');
    await until(() => test!.state()?.kind === 'held', 'the held state');
    expect([test!.background.of('hold.create'), test!.background.of('hold.revise')]).toEqual([[], []]);
  });

  it('after a reload: the same words in the composer are bound at once, an empty one gets an offer', async () => {
    page.innerHTML = composer(SNAPSHOT.text);
    test = startTestGate([adapter()], (background) => {
      background.view = kept();
      background.hello.mine = [background.view];
    });
    await until(() => test!.background.of('hold.bind')[0], 'the binding');
    test.stop();
    page.innerHTML = composer();
    test = startTestGate([adapter()], (background) => {
      background.view = kept();
      background.hello.mine = [background.view];
    });
    await until(() => test!.state()?.kind === 'restore-offer', 'the offer');
    expect(editor().value).toBe('');
    test.act({ kind: 'restore', holdId: 'hold-1' });
    await until(() => test!.background.of('hold.bind')[0], 'the binding');
    expect(editor().value).toBe(SNAPSHOT.text);
  });

  it('an editor that does not take the text is said so, and the text can be copied', async () => {
    page.innerHTML = composer();
    editor().addEventListener('input', () => (editor().value = ''));
    test = startTestGate([adapter()], (background) => {
      background.view = kept();
      background.hello.restore = background.view;
    });
    await until(() => test!.state()?.kind === 'refused', 'the reason');
    expect(test.state()).toMatchObject({ title: 'The text could not be put back' });
    expect(test.background.of('hold.bind')).toHaveLength(0);
  });

  it('BI6: an accepted suggestion stands in the composer before the new version is sent', async () => {
    page.innerHTML = composer('Kept draft');
    test = startTestGate([adapter()]);
    await userEvent.click($('.send'));
    await until(() => test!.state()?.kind === 'held', 'the held state');
    test.background.view = { ...test.background.view!, version: 9, workflow: 'changes_requested', returned: { decisionId: 'd-7', by: { id: 'm2', name: 'Bo' }, at: 1, reasons: ['tone'], text: 'Softer', suggestion: 'Softer draft', countsAsApproval: true } };
    test.push();
    await until(() => test!.state()?.kind === 'returned', 'the returned state');
    test.act({ kind: 'accept-suggestion', decisionId: 'd-7' });
    const revised = await until(() => test!.background.of('hold.revise')[0], 'the new version');
    expect(revised.input).toMatchObject({ acceptedSuggestion: 'd-7', snapshot: { text: 'Softer draft' } });
    expect(editor().value).toBe('Softer draft');
  });
});

describe('files', () => {
  const HELLO = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
  const file = (text: string, name: string, type = 'text/plain') => new File([text], name, { type });
  const give = (input: HTMLInputElement, files: File[]): void => {
    const data = new DataTransfer();
    for (const each of files) data.items.add(each);
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const media = () => (test!.background.of('hold.create')[0]!.input.snapshot as Snapshot).media;
  const create = async () => {
    await userEvent.click($('.send'));
    await until(() => test!.background.of('hold.create')[0], 'the hold');
  };

  it('a chosen file is bound by the hash of its bytes, before any upload', async () => {
    page.innerHTML = composer('With a file', '<input type="file" multiple>');
    test = startTestGate([adapter()]);
    give($('input'), [file('hello', 'a.txt')]);
    await create();
    expect(media()).toEqual([{ sha256: HELLO, bytes: 5, mime: 'text/plain', name: 'a.txt', alt: '' }]);
  });

  it('dropped and pasted files count too, and the same file handed on by the site counts once', async () => {
    page.innerHTML = composer('With files', '<input type="file" multiple>');
    test = startTestGate([adapter()]);
    const data = new DataTransfer();
    data.items.add(file('hello', 'a.txt'));
    editor().dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true }));
    give($('input'), [data.files[0]!]);
    const pasted = new DataTransfer();
    pasted.items.add(file('other', 'b.txt'));
    editor().dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, composed: true }));
    await create();
    expect(media().map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
  });

  it('a removed preview takes its file along; a preview nobody attached here is unreadable', async () => {
    page.innerHTML = composer('Pictures', '<input type="file" multiple><div class="previews"></div>');
    test = startTestGate([adapter({ attachments: { previews: ['.previews img'], alt: 'alt' } })]);
    give($('input'), [file('one', '1.png', 'image/png'), file('two', '2.png', 'image/png')]);
    $('.previews').innerHTML = '<img alt="First"><img alt="Second">';
    editor().focus();
    await userEvent.keyboard('!');
    await wait(600);
    $('.previews img').remove();
    await wait(2_100);
    $('.previews').insertAdjacentHTML('beforeend', '<img alt="From a draft">');
    await create();
    expect(media().map(({ name, alt, sha256 }) => [name, alt, sha256 === 'unreadable'])).toEqual([['2.png', 'Second', false], ['', 'From a draft', true]]);
  });

  it('a picture exchanged in one step never takes the digest of the one before', async () => {
    page.innerHTML = composer('A picture', '<input type="file"><div class="previews"></div>');
    test = startTestGate([adapter({ attachments: { previews: ['.previews img'], alt: 'alt' } })]);
    give($('input'), [file('approved', 'p.png', 'image/png')]);
    $('.previews').innerHTML = '<img alt="">';
    editor().focus();
    await userEvent.keyboard('!');
    await wait(600);
    give($('input'), [file('hello', 'p.png', 'image/png')]);
    $('.previews').innerHTML = '<img alt="">';
    await create();
    expect(media().map(({ sha256 }) => sha256)).toEqual([HELLO]);
  });

  it('a picture taken away right after it appeared leaves nothing of itself to the next one', async () => {
    page.innerHTML = composer('A picture', '<input type="file"><div class="previews"></div><button type="button" class="away">Remove</button>');
    test = startTestGate([adapter({ attachments: { previews: ['.previews img'], alt: 'alt' } })]);
    $('.away').addEventListener('click', () => { $('.previews').innerHTML = ''; });
    give($('input'), [file('approved', 'p.png', 'image/png')]);
    // The site shows it only once it is uploaded.
    await wait(700);
    $('.previews').innerHTML = '<img alt="">';
    await userEvent.click($('.away'));
    give($('input'), [file('hello', 'p.png', 'image/png')]);
    $('.previews').innerHTML = '<img alt="">';
    await create();
    expect(media().map(({ sha256 }) => sha256)).toEqual([HELLO]);
  });

  it('pictures drawn anew after one was taken away are unreadable, because nobody can tell which is left', async () => {
    page.innerHTML = composer('Pictures', '<input type="file" multiple><div class="previews"></div>');
    test = startTestGate([adapter({ attachments: { previews: ['.previews img'], alt: 'alt' } })]);
    give($('input'), [file('one', '1.png', 'image/png'), file('two', '2.png', 'image/png')]);
    $('.previews').innerHTML = '<img alt=""><img alt="">';
    editor().focus();
    await userEvent.keyboard('!');
    await wait(600);
    $('.previews').innerHTML = '<img alt="">';
    await create();
    expect(media().map(({ sha256 }) => sha256)).toEqual(['unreadable']);
  });

  it('a picture travels as a small thumbnail', async () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 900;
    canvas.getContext('2d')!.fillRect(0, 0, 500, 500);
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)));
    page.innerHTML = composer('A picture', '<input type="file">');
    test = startTestGate([adapter()]);
    give($('input'), [new File([blob], 'p.png', { type: 'image/png' })]);
    await create();
    const [thumb] = test.background.of('hold.create')[0]!.input.thumbs as { sha256: string; dataUrl: string }[];
    expect(thumb!.sha256).toBe(media()[0]!.sha256);
    const image = new Image();
    image.src = thumb!.dataUrl;
    await image.decode();
    expect(image.width).toBeLessThanOrEqual(480);
    expect(thumb!.dataUrl.length).toBeLessThan(300_000);
  });

  it('approved with a file that is not there any more: the panel names the file to attach, and clears when its bytes match', async () => {
    page.innerHTML = composer(SNAPSHOT.text, '<input type="file">');
    test = startTestGate([adapter()], (background) => {
      background.view = kept({ media: [{ sha256: HELLO, name: 'a.txt' }] });
      background.approve();
      background.hello.restore = background.view;
    });
    await until(() => test!.state()?.kind === 'cleared', 'the words about files');
    expect(test.state()).toMatchObject({ step: 'attach', files: [{ name: 'a.txt', attached: false }] });
    give($('input'), [file('hello', 'renamed.txt')]);
    await until(() => (test!.state() as { step?: string } | null)?.step === 'ready', 'the ready state');
  });
});
