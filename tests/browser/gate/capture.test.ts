import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useRootOf } from '../../../gate/dom';
import type { SurfaceSpec } from '../../../platforms/schema';
import { adapter, startTestGate, until, wait, type TestGate } from './fake-gate';

let page: HTMLElement;
let test: TestGate | null = null;
let sent: string[] = [];

beforeEach(() => {
  sent = [];
  page = document.createElement('main');
  page.dataset.account = '@northmoor';
  document.body.append(page);
});

afterEach(() => {
  test?.stop();
  test = null;
  page.remove();
  useRootOf((host) => host.shadowRoot);
});

const TEXTAREA = '<div class="composer"><textarea class="editor">Held words</textarea><div class="bar"><button class="send" type="button"><span>Post</span></button><button class="preview" type="button">Preview</button></div></div>';

function build(html: string, surface: Partial<SurfaceSpec> = {}, prepare?: Parameters<typeof startTestGate>[1]): TestGate {
  test = startTestGate([adapter(surface)], prepare);
  page.innerHTML = html;
  return test;
}

const $ = <T extends HTMLElement = HTMLElement>(selector: string): T => page.querySelector<T>(selector)!;
const created = () => until(() => test!.background.of('hold.create')[0], 'the hold');
/** A trusted click by position: drivers cannot name what stands in a closed shadow root. */
async function pressAt(inside: HTMLElement): Promise<void> {
  const host = (inside.getRootNode() as ShadowRoot).host as HTMLElement;
  const [inner, outer] = [inside.getBoundingClientRect(), host.getBoundingClientRect()];
  await userEvent.click(host, { position: { x: inner.x - outer.x + inner.width / 2, y: inner.y - outer.y + inner.height / 2 } });
}
const textOf = (asked: { input: Record<string, unknown> }): string => (asked.input.snapshot as { text: string }).text;

describe('the site does not get the send (platforms.md §2.1)', () => {
  it('a click on the send control is held, and the composer keeps its words', async () => {
    build(TEXTAREA);
    $('.send').addEventListener('click', () => sent.push('click'));
    page.addEventListener('pointerdown', () => sent.push('pointerdown'));
    page.addEventListener('mousedown', () => sent.push('mousedown'));
    await userEvent.click($('.send span'));
    expect(textOf(await created())).toBe('Held words');
    expect(sent).toEqual([]);
    expect($<HTMLTextAreaElement>('.editor').value).toBe('Held words');
    await until(() => test!.state()?.kind === 'held', 'the held state');
  });

  it('a listener the page put on window before any of ours ran later still gets nothing', async () => {
    build(TEXTAREA);
    const late = (): void => void sent.push('window');
    window.addEventListener('click', late, { capture: true });
    await userEvent.click($('.send'));
    window.removeEventListener('click', late, { capture: true });
    await created();
    expect(sent).toEqual([]);
  });

  it('a script’s own button.click() is held like a person’s', async () => {
    build(TEXTAREA);
    $('.send').addEventListener('click', () => sent.push('click'));
    $('.send').click();
    await created();
    expect(sent).toEqual([]);
  });

  it('the site’s shortcut is held; its Shift+Enter and plain keys are not', async () => {
    build(TEXTAREA, { keys: [{ combo: 'enter', in: 'body' }, { combo: 'mod+enter', in: 'body' }] });
    $('.editor').addEventListener('keydown', (event) => sent.push((event as KeyboardEvent).key));
    await userEvent.click($('.editor'));
    await userEvent.keyboard('a{Shift>}{Enter}{/Shift}');
    expect(sent).toEqual(['a', 'Shift', 'Enter']);
    sent = [];
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await created();
    expect(sent).toEqual(['Control']);
  });

  it('Enter is held where Enter sends, on its way down and on its way up', async () => {
    build(TEXTAREA, { keys: [{ combo: 'enter', in: 'body' }] });
    for (const type of ['keydown', 'keypress', 'keyup']) $('.editor').addEventListener(type, () => sent.push(type));
    await userEvent.click($('.editor'));
    await userEvent.keyboard('{Enter}');
    await created();
    expect(sent).toEqual([]);
    expect(test!.background.of('hold.create')).toHaveLength(1);
  });

  for (const key of ['{Enter}', ' ']) {
    it(`${key === ' ' ? 'Space' : 'Enter'} on a focused send control without a role is held (react-native-web, Meta)`, async () => {
      build('<div class="composer"><textarea class="editor">x</textarea><div class="send" tabindex="0">Post</div></div>');
      for (const type of ['keydown', 'keyup', 'click']) $('.send').addEventListener(type, () => sent.push(type));
      $('.send').focus();
      await userEvent.keyboard(key);
      await created();
      expect(sent).toEqual([]);
    });
  }

  it('Enter in a text field of a form presses its submit button, which is held', async () => {
    build('<form class="composer"><input class="editor" value="One line"><input class="other"><button class="send">Save</button></form>', { editors: [{ role: 'body', selectors: ['.editor'], kind: 'input' }], keys: [] });
    $('form').addEventListener('submit', (event) => (event.preventDefault(), sent.push('submit')));
    await userEvent.click($('.other'));
    await userEvent.keyboard('{Enter}');
    await created();
    expect(sent).toEqual([]);
  });

  it('a form without any button, and a script’s requestSubmit(), end in the submit event and are held', async () => {
    build('<form class="composer"><input class="editor" value="One line"></form>', { editors: [{ role: 'body', selectors: ['.editor'], kind: 'input' }], send: { selectors: [] }, keys: [] });
    $('form').addEventListener('submit', (event) => (event.preventDefault(), sent.push('submit')));
    $<HTMLFormElement>('form').requestSubmit();
    await created();
    expect(sent).toEqual([]);
  });

  it('a submit inside an open or closed shadow root, which never reaches the window, is held', async () => {
    for (const mode of ['open', 'closed'] as const) {
      const kept = new Map<Element, ShadowRoot>();
      useRootOf((host) => kept.get(host) ?? host.shadowRoot);
      build('<div class="host"></div>', { editors: [{ role: 'body', selectors: ['.editor'], kind: 'input' }], shadowHosts: ['.host'], send: { selectors: [] }, keys: [] });
      const root = $('.host').attachShadow({ mode });
      kept.set($('.host'), root);
      root.innerHTML = '<form class="composer"><input class="editor" value="In the shadow"></form>';
      const form = root.querySelector('form')!;
      form.addEventListener('submit', (event) => (event.preventDefault(), sent.push(mode)));
      await pressAt(form.querySelector('input')!);
      form.requestSubmit();
      expect(textOf(await created())).toBe('In the shadow');
      expect(sent).toEqual([]);
      test!.stop();
    }
  });

  it('a send control inside a closed shadow root is held, by click and by Enter', async () => {
    const kept = new Map<Element, ShadowRoot>();
    useRootOf((host) => kept.get(host) ?? host.shadowRoot);
    build('<div class="host"></div>', { shadowHosts: ['.host'] });
    const root = $('.host').attachShadow({ mode: 'closed' });
    kept.set($('.host'), root);
    root.innerHTML = '<div class="composer"><textarea class="editor">Closed</textarea><button class="send" type="button">Post</button></div>';
    const button = root.querySelector<HTMLElement>('.send')!;
    button.addEventListener('click', () => sent.push('click'));
    await pressAt(button);
    await created();
    button.focus();
    await userEvent.keyboard('{Enter}');
    button.click();
    await wait(50);
    expect(sent).toEqual([]);
  });

  it('a control that sends on pointerdown is held, also when a script dispatches it', async () => {
    build(TEXTAREA, { send: { selectors: ['.send'], events: ['pointerdown'] } });
    $('.send').addEventListener('pointerdown', () => sent.push('pointerdown'));
    $('.send').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true, cancelable: true }));
    await created();
    await userEvent.click($('.send'));
    expect(sent).toEqual([]);
  });

  it('a control found by its localized name, with hidden characters in it, is held; another button passes', async () => {
    build('<div class="composer"><textarea class="editor">Hallo</textarea><div role="button" class="b1">Ver\u200Böffentlichen</div><div role="button" class="b2">Abbrechen</div></div>', { send: { selectors: ['[role=button]'], labels: { de: ['Veröffentlichen'], en: ['Post'] } } });
    for (const name of ['.b1', '.b2']) $(name).addEventListener('click', () => sent.push(name));
    await userEvent.click($('.b2'));
    await userEvent.click($('.b1'));
    await created();
    expect(sent).toEqual(['.b2']);
  });

  it('every press is held while the background has not said hello', async () => {
    build(TEXTAREA, {}, (background) => (background.mute = true));
    $('.send').addEventListener('click', () => sent.push('click'));
    await userEvent.click($('.send'));
    await until(() => test!.state()?.kind === 'unreachable', 'the words about silence');
    expect(sent).toEqual([]);
    test!.background.mute = false;
    await until(() => test!.state()?.kind === 'held', 'the hold once there is an answer', 8_000);
    expect(test!.background.of('hold.create')).toHaveLength(1);
  });

  it('arming again and again, as after document.open(), neither loses nor doubles a press', async () => {
    build(TEXTAREA);
    const { capture } = test!.gate as unknown as { capture: { arm(): void } };
    for (let index = 0; index < 3; index += 1) capture.arm();
    $('.send').addEventListener('click', () => sent.push('click'));
    await userEvent.click($('.send'));
    await created();
    await wait(50);
    expect(sent).toEqual([]);
    expect(test!.background.of('hold.create')).toHaveLength(1);
  });
});

describe('what is not a send reaches the site', () => {
  it('an empty composer, a look-alike and another button', async () => {
    build(TEXTAREA, { send: { selectors: ['.send', '.preview'], exclude: ['.preview'] } });
    for (const name of ['.send', '.preview']) $(name).addEventListener('click', () => sent.push(name));
    await userEvent.click($('.preview'));
    $<HTMLTextAreaElement>('.editor').value = '  ';
    await userEvent.click($('.send'));
    expect(sent).toEqual(['.preview', '.send']);
    expect(test!.background.of('hold.create')).toHaveLength(0);
  });

  it('a submit by a button that is not the send control (a wiki’s preview)', async () => {
    build('<form class="composer"><textarea class="editor">Page</textarea><button class="send" name="save">Save</button><button class="look" name="preview">Preview</button></form>');
    $('form').addEventListener('submit', (event) => (event.preventDefault(), sent.push((event.submitter as HTMLButtonElement).name)));
    await userEvent.click($('.look'));
    expect(sent).toEqual(['preview']);
    await userEvent.click($('.send'));
    await created();
    expect(sent).toEqual(['preview']);
  });

  it('Enter that chooses from an open list of names; a stale attribute without a list does not open the gate', async () => {
    build(`${TEXTAREA}<ul role="listbox" id="names"><li role="option">Dana</li></ul>`, { keys: [{ combo: 'enter', in: 'body' }] });
    const editor = $('.editor');
    editor.addEventListener('keydown', () => sent.push('keydown'));
    editor.setAttribute('aria-expanded', 'true');
    editor.setAttribute('aria-controls', 'names');
    await userEvent.click(editor);
    await userEvent.keyboard('{Enter}');
    expect(sent).toEqual(['keydown']);
    $('#names').remove();
    await userEvent.keyboard('{Enter}');
    await created();
    expect(sent).toEqual(['keydown']);
  });

  it('Enter belongs to the list an adapter names in `unless`', async () => {
    build(`${TEXTAREA}<div class="suggestions">Dana</div>`, { keys: [{ combo: 'enter', in: 'body', unless: ['.suggestions'] }] });
    $('.editor').addEventListener('keydown', () => sent.push('keydown'));
    await userEvent.click($('.editor'));
    await userEvent.keyboard('{Enter}');
    expect(sent).toEqual(['keydown']);
  });

  it('Enter that ends an input method’s composition', async () => {
    build(TEXTAREA, { keys: [{ combo: 'enter', in: 'body' }] });
    $('.editor').addEventListener('keydown', () => sent.push('keydown'));
    const key = (init: KeyboardEventInit) => $('.editor').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, composed: true, cancelable: true, ...init }));
    key({ isComposing: true });
    key({ keyCode: 229 });
    expect(sent).toEqual(['keydown', 'keydown']);
    key({});
    await created();
    expect(sent).toHaveLength(2);
  });

  it('an account left out by name posts freely; the same page with another account does not', async () => {
    build(TEXTAREA, {}, (background) => (background.hello.free = [{ platform: 'test-site', account: 'northmoor' }]));
    await wait(20);
    $('.send').addEventListener('click', () => sent.push('click'));
    await userEvent.click($('.send'));
    expect(sent).toEqual(['click']);
    page.dataset.account = '@northmoor_hq';
    await userEvent.click($('.send'));
    await created();
    expect(sent).toEqual(['click']);
  });

  it('an account nobody can read is never free', async () => {
    build(TEXTAREA, {}, (background) => (background.hello.free = [{ platform: 'test-site', account: 'northmoor' }]));
    await wait(20);
    delete page.dataset.account;
    $('.send').addEventListener('click', () => sent.push('click'));
    await userEvent.click($('.send'));
    await created();
    expect(sent).toEqual([]);
    expect(test!.background.of('gate.coverage').map(({ input }) => input.state)).toContain('unknown-account');
  });
});

describe('which draft', () => {
  it('two filled editors share one button: held, and the panel says that it is not clear which', async () => {
    build('<div class="composer"><textarea class="editor">One</textarea><textarea class="editor">Two</textarea><button class="send" type="button">Post</button></div>');
    $('.send').addEventListener('click', () => sent.push('click'));
    await userEvent.click($('.send'));
    expect(test!.state()).toMatchObject({ kind: 'refused', title: 'Two drafts share this button' });
    expect(sent).toEqual([]);
    expect(test!.background.of('hold.create')).toHaveLength(0);
  });

  it('the parts of a thread are one text, joined in document order', async () => {
    build('<div class="composer"><textarea class="editor">One</textarea><textarea class="editor">Two</textarea><button class="send" type="button">Post all</button></div>', { editors: [{ role: 'body', selectors: ['.editor'], kind: 'textarea', multi: true }] });
    await userEvent.click($('.send'));
    expect(textOf(await created())).toBe('One\u001ETwo');
  });

  it('without a scope the nearest container with an editor and a send control is the composer', async () => {
    test = startTestGate([adapter({ scope: undefined as never })]);
    page.innerHTML = '<section><div><textarea class="editor">Far</textarea></div><button class="send" type="button">Post</button></section><section><div><textarea class="editor">Near</textarea></div><button class="send last" type="button">Post</button></section>';
    await userEvent.click($('.last'));
    expect(textOf(await created())).toBe('Near');
  });

  it('title, warning, audience and target go along', async () => {
    build('<div class="composer" data-parent="42"><input class="t" value="Title"><input class="w" value="CW"><span class="aud">Followers</span><textarea class="editor">Body</textarea><button class="send" type="button">Post</button></div>', {
      editors: [{ role: 'body', selectors: ['.editor'], kind: 'textarea' }, { role: 'title', selectors: ['.t'], kind: 'input' }, { role: 'warning', selectors: ['.w'], kind: 'input' }],
      audience: [{ from: 'text', selector: '.aud' }], target: [{ from: 'closest', selector: '[data-parent]', attr: 'data-parent' }],
    });
    await userEvent.click($('.send'));
    expect((await created()).input.snapshot).toMatchObject({ title: 'Title', warning: 'CW', audience: 'Followers', target: { id: '42' }, account: { handle: '@northmoor' }, text: 'Body', media: [] });
  });
});

describe('nothing is silent (HOUSE promise 9)', () => {
  it('a page no adapter knows: the send waits for the background, then is held by what it brought', async () => {
    test = startTestGate([], (background) => (background.mute = true));
    page.innerHTML = '<form class="composer"><textarea class="editor">Custom</textarea><button class="send">Send</button></form>';
    $('form').addEventListener('submit', (event) => (event.preventDefault(), sent.push('submit')));
    await userEvent.click($('.send'));
    await wait(30);
    expect(sent).toEqual([]);
    test.background.hello.adapters = [adapter()];
    test.background.mute = false;
    await created();
    expect(sent).toEqual([]);
  });

  it('a page that turns out not to be covered gets its send back, once', async () => {
    test = startTestGate([], (background) => {
      background.mute = true;
      background.hello.covered = false;
    });
    page.innerHTML = '<form class="composer"><textarea class="editor">Private</textarea><button class="send">Send</button></form>';
    $('form').addEventListener('submit', (event) => (event.preventDefault(), sent.push('submit')));
    await userEvent.click($('.send'));
    test.background.mute = false;
    await until(() => sent.length > 0, 'the send', 8_000);
    await wait(50);
    expect(sent).toEqual(['submit']);
  });

  it('writing beside a send control that matches no surface is told as not recognised and shown as not covered', async () => {
    build('<form><textarea class="strange"></textarea><button>Reply</button></form>');
    await wait(20);
    await userEvent.click($('.strange'));
    await userEvent.keyboard('hello');
    await until(() => test!.background.of('gate.coverage')[0], 'the notice');
    expect(test!.background.of('gate.coverage')[0]!.input.state).toBe('unrecognised');
    expect(test!.state()?.kind).toBe('not-covered');
  });

  it('a search box is not mistaken for a composer', async () => {
    build('<form role="search"><textarea class="strange"></textarea><button>Send</button></form>');
    await wait(20);
    await userEvent.click($('.strange'));
    await userEvent.keyboard('hello');
    await wait(600);
    expect(test!.background.of('gate.coverage')).toHaveLength(0);
  });

  it('after the extension was replaced under the page, a press stays stopped and the panel says reload', async () => {
    build(TEXTAREA);
    await wait(20);
    test!.background.orphaned = true;
    $('.send').addEventListener('click', () => sent.push('click'));
    await userEvent.click($('.send'));
    expect(test!.state()?.kind).toBe('orphaned');
    expect(sent).toEqual([]);
    expect($<HTMLTextAreaElement>('.editor').value).toBe('Held words');
  });
});

describe('the key handler stays out of the way', () => {
  it('takes at most 1 ms at the 95th percentile on a page with forty composers, for letters and for Enter', () => {
    build(Array.from({ length: 40 }, (_, index) => TEXTAREA.replace('Held words', `Words ${index}`)).join(''), { keys: [{ combo: 'mod+enter', in: 'body' }] });
    const editor = [...page.querySelectorAll<HTMLElement>('.editor')].at(-1)!;
    for (const key of ['a', 'Enter']) {
      const times: number[] = [];
      for (let index = 0; index < 400; index += 1) {
        const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, composed: true, cancelable: true });
        const start = performance.now();
        editor.dispatchEvent(event);
        times.push(performance.now() - start);
      }
      times.sort((a, b) => a - b);
      const p95 = times[Math.floor(times.length * 0.95)]!;
      console.info(`key handler, ${key}: p95 ${p95.toFixed(3)} ms, median ${times[200]!.toFixed(3)} ms`);
      expect(p95).toBeLessThanOrEqual(1);
    }
  });
});
