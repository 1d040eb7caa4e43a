/** Half a minute of pointing makes an adapter that holds posts on a site nobody has heard of. */
import { userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startTeaching } from '../../../gate/teach';
import { parseAdapter } from '../../../platforms/import';
import { adapterSchema, type Adapter } from '../../../platforms/schema';
import { EDITORS, mountEditor } from '../gate/editors';
import { inside, nameOf, press, until, wait, wide } from '../panel/helpers';

const FORUM = `
  <header>Signed in as <a href="#me" class="user-name">petra_n</a> <form role="search"><input name="q" type="search"><button type="submit">Search</button></form></header>
  <form id="reply-form" style="margin-top:40px"><textarea name="body" rows="4" cols="40"></textarea><button type="button">Preview</button><button type="submit" class="css-1q2w3e">Post reply</button></form>`;
const CHAT = `
  <aside><span data-testid="current-user">lena</span></aside>
  <ul><li>hello</li></ul>
  <div class="x1lliihq bdVaJa" style="border:1px solid"><div contenteditable="true" role="textbox" aria-label="Message #general" class="sc-aXZVg kzFsy" style="min-height:40px"></div></div>`;

interface Lesson {
  card: ShadowRoot;
  host: Element;
  done: Adapter[];
  cancelled: number[];
  button(name: string | RegExp): HTMLButtonElement;
  text(): string;
  save(title?: string): Adapter;
}

function teach(html?: string): Lesson {
  if (html) document.body.innerHTML = html;
  document.body.style.marginInlineStart = '420px';
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const done: Adapter[] = [];
  const cancelled: number[] = [];
  startTeaching({ signal: stop.signal, onDone: (adapter) => done.push(adapter), onCancel: () => cancelled.push(1) });
  const host = document.querySelector('countersign-teach') ?? document.body;
  const card = inside(host);
  const button = (name: string | RegExp) => [...card.querySelectorAll('button')].find((one) => (typeof name === 'string' ? nameOf(one) === name : name.test(nameOf(one)))) ?? (() => { throw new Error(`no ${String(name)}: ${[...card.querySelectorAll('button')].map(nameOf).join(' | ')}`); })();
  return {
    host, card, done, cancelled, button, text: () => card.querySelector<HTMLElement>('.teach')?.innerText ?? '',
    save(title) {
      const field = card.querySelector('input');
      if (field && title) field.value = title;
      button('Save and cover this site').click();
      return done[0] ?? (() => { throw new Error('nothing was taught'); })();
    },
  };
}

const find = (selector: string): Element => document.querySelector(selector) ?? (() => { throw new Error(selector); })();
const bodySelectors = (adapter: Adapter) => adapter.surfaces[0]?.editors[0]?.selectors.join(',') ?? '';
const sendSelectors = (adapter: Adapter) => adapter.surfaces[0]?.send.selectors.join(',') ?? '';

/** Every taught adapter must pass the schema, and the door that strangers' adapters go through. */
function accepted(adapter: Adapter): void {
  expect(adapterSchema.parse(adapter)).toEqual(adapter);
  expect(parseAdapter(adapter)).toEqual({ ok: true, adapter });
}

beforeEach(async () => {
  await wide();
  document.documentElement.lang = 'en';
  document.body.innerHTML = '';
});

describe('a person teaches', () => {
  it('a forum with a form, and the same box and button are found after the page is drawn anew', async () => {
    const lesson = teach(FORUM);
    expect(lesson.text()).toContain('The box you write in');
    await press(find('textarea'));
    expect(lesson.text()).toContain('Text box');
    await press(find('#reply-form [type=submit]'));
    expect(lesson.text()).toContain('“Post reply”');
    lesson.button('No key sends').click();
    await press(find('.user-name'));
    expect(lesson.text()).toContain('petra_n');
    const adapter = lesson.save('Harbour forum');
    accepted(adapter);
    expect(adapter).toMatchObject({
      title: 'Harbour forum', hosts: [], publish: [], release: 'replay', identity: { handle: [{ from: 'text' }] },
      surfaces: [{ id: 'post', kind: 'post', editors: [{ role: 'body', kind: 'textarea' }], keys: [], publish: [], feedback: { cleared: true } }],
    });
    document.body.innerHTML = FORUM;
    expect([...document.querySelectorAll(bodySelectors(adapter))]).toEqual([find('textarea')]);
    expect([...document.querySelectorAll(sendSelectors(adapter))]).toEqual([find('#reply-form [type=submit]')]);
    const handle = adapter.identity.handle[0];
    expect(handle?.from === 'text' && find(handle.selector).textContent).toBe('petra_n');
    expect(JSON.stringify(adapter)).not.toContain('css-1q2w3e');
    expect(document.querySelector('countersign-teach')).toBeNull();
  });

  it('a chat without a button, where Enter sends', async () => {
    const lesson = teach(CHAT);
    await press(find('[role=textbox]'));
    lesson.button('There is no button').click();
    await userEvent.keyboard('{Enter}');
    expect(lesson.text()).toContain('Enter');
    await press(find('[data-testid]'));
    const adapter = lesson.save();
    accepted(adapter);
    expect(adapter.surfaces[0]).toMatchObject({ send: { selectors: [] }, keys: [{ combo: 'enter', in: 'body' }], editors: [{ kind: 'plain' }] });
    expect(adapter.identity.handle).toEqual([{ from: 'text', selector: '[data-testid="current-user"]' }]);
    // Neither hashed class names nor the name of one channel.
    expect(JSON.stringify(adapter)).not.toMatch(/x1lliihq|bdVaJa|kzFsy|general/);
    document.body.innerHTML = CHAT;
    expect([...document.querySelectorAll(bodySelectors(adapter))]).toEqual([find('[role=textbox]')]);
  });

  it.each(EDITORS)('the kind of a real %s editor', async (name) => {
    const mounted = await mountEditor(name);
    onTestFinished(() => mounted.remove());
    const lesson = teach();
    await press(mounted.element);
    lesson.button('There is no button').click();
    lesson.button(/^(Ctrl|⌘) Enter$/).click();
    lesson.button('Skip').click();
    const adapter = lesson.save();
    accepted(adapter);
    expect(adapter.surfaces[0]?.editors[0]?.kind).toBe(mounted.kind);
    expect([...document.querySelectorAll(bodySelectors(adapter))]).toEqual([mounted.element]);
  });

  it('a composer inside shadow roots', async () => {
    const build = () => {
      document.body.innerHTML = '<chat-app></chat-app>';
      const outer = find('chat-app').attachShadow({ mode: 'open' });
      outer.innerHTML = '<message-composer></message-composer>';
      const inner = outer.querySelector('message-composer')!.attachShadow({ mode: 'open' });
      inner.innerHTML = '<textarea></textarea><button data-testid="send-message">Send</button>';
      return inner;
    };
    const inner = build();
    const lesson = teach();
    await press(inner.querySelector('textarea')!);
    await press(inner.querySelector('button')!);
    lesson.button('No key sends').click();
    lesson.button('Skip').click();
    const adapter = lesson.save();
    accepted(adapter);
    expect(adapter.surfaces[0]).toMatchObject({ shadowHosts: ['chat-app', 'message-composer'], editors: [{ selectors: ['textarea'], kind: 'textarea' }], send: { selectors: ['[data-testid="send-message"]'] } });
    const again = build();
    expect(again.querySelector(bodySelectors(adapter))).toBe(again.querySelector('textarea'));
  });

  it('with the keyboard alone', async () => {
    const lesson = teach(FORUM);
    find('textarea').dispatchEvent(new Event('x'));
    (find('textarea') as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    (find('#reply-form [type=submit]') as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    lesson.button('No key sends').focus();
    await userEvent.keyboard('{Enter}');
    lesson.button('Skip').focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Control>}a{/Control}Forum{Enter}');
    expect(lesson.done).toHaveLength(1);
    expect(lesson.done[0]).toMatchObject({ title: 'Forum', surfaces: [{ editors: [{ kind: 'textarea' }] }] });
    expect((find('textarea') as HTMLTextAreaElement).value).toBe('');
  });

  it('a button that is greyed out, or takes no pointer, as long as the box is empty', async () => {
    const lesson = teach('<div><textarea></textarea><span class="tools"><button disabled style="pointer-events:none" aria-label="Send message"></button></span></div>');
    await press(find('textarea'));
    await press(find('button'));
    expect(lesson.text()).toContain('“Send message”');
    lesson.button('No key sends').click();
    lesson.button('Skip').click();
    const adapter = lesson.save();
    accepted(adapter);
    expect([...document.querySelectorAll(sendSelectors(adapter))]).toEqual([find('button')]);
  });

  it('a button known only by its name, and the adapter says that this is one language', async () => {
    const html = '<section><p><span><textarea></textarea></span></p><p><button>Bold</button><button>Antworten</button></p></section>';
    document.documentElement.lang = 'de';
    const lesson = teach(html);
    await press(find('textarea'));
    await press(find('button:nth-of-type(2)'));
    lesson.button('No key sends').click();
    lesson.button('Skip').click();
    const adapter = lesson.save();
    accepted(adapter);
    expect(adapter.surfaces[0]?.send).toEqual({ selectors: ['button'], labels: { de: ['Antworten'] } });
    expect(adapter.gaps.join(' ')).toContain('in one language only');
  });

  it('a page whose every comment has the same box, and all of them are covered', async () => {
    const one = '<div class="comment"><div contenteditable="true" role="textbox" style="min-height:30px"></div><button class="reply-button">Reply</button></div>';
    const lesson = teach(one.repeat(3));
    await press(document.querySelectorAll('[role=textbox]')[1]!);
    await press(document.querySelectorAll('.reply-button')[1]!);
    lesson.button('No key sends').click();
    lesson.button('Skip').click();
    const adapter = lesson.save();
    accepted(adapter);
    expect(document.querySelectorAll(bodySelectors(adapter))).toHaveLength(3);
    expect(document.querySelectorAll(sendSelectors(adapter))).toHaveLength(3);
  });

  it('and what was not shown is written down as a gap', async () => {
    const lesson = teach(CHAT);
    await press(find('[role=textbox]'));
    lesson.button('There is no button').click();
    lesson.button('Enter').click();
    lesson.button('Skip').click();
    const adapter = lesson.save();
    accepted(adapter);
    expect(adapter.identity.handle).toEqual([{ from: 'fixed', value: location.host }]);
    expect(adapter.gaps.join(' ')).toContain('The account is not read');
    expect(adapter.evidence.every(({ source }) => source === `taught on ${location.host}`)).toBe(true);
  });
});

describe('while teaching', () => {
  it('the site hears no press and no key', async () => {
    document.body.innerHTML = FORUM;
    const heard: string[] = [];
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'submit', 'input', 'beforeinput']) for (const target of [document, find('textarea'), find('#reply-form')]) target.addEventListener(type, (event) => { event.preventDefault(); heard.push(type); }, { signal: stop.signal });
    const lesson = teach();
    await press(find('textarea'));
    await press(find('#reply-form [type=submit]'));
    (find('textarea') as HTMLElement).focus();
    await userEvent.keyboard('abc');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(lesson.text()).toMatch(/(Ctrl|⌘) Enter/);
    expect(heard).toEqual([]);
    expect((find('textarea') as HTMLTextAreaElement).value).toBe('');
  });

  it('mistakes are answered in plain words, and nothing is lost', async () => {
    const lesson = teach(`${FORUM}<p id="prose">Just words</p><input type="password" id="pass"><iframe id="frame" title="x"></iframe>`);
    await press(find('#prose'));
    expect(lesson.text()).toContain('That is not a place to write in.');
    await press(find('#pass'));
    expect(lesson.text()).toContain('Countersign never reads those.');
    await press(find('#frame'));
    expect(lesson.text()).toContain('a page inside the page');
    await press(find('textarea'));
    await press(find('textarea'));
    expect(lesson.text()).toContain('That is the box you write in.');
    await press(find('#prose'));
    expect(lesson.text()).toContain('That does not look like a button.');
    lesson.button('There is no button').click();
    lesson.button('No key sends').click();
    expect(lesson.text()).toContain('nothing could be held');
    (find('textarea') as HTMLElement).focus();
    await userEvent.keyboard('x');
    expect(lesson.text()).toContain('can be taught');
    lesson.button('Enter').click();
    expect(lesson.card.querySelector('[role=alert]')).toBeNull();
    expect(lesson.text()).toContain('Your account name');
  });

  it('a step can be taken back', async () => {
    const lesson = teach(FORUM);
    await press(find('textarea'));
    await press(find('#reply-form [type=button]'));
    expect(lesson.text()).toContain('“Preview”');
    lesson.button('Back').click();
    await press(find('#reply-form [type=submit]'));
    expect(lesson.text()).toContain('“Post reply”');
  });

  it('the page can be used first, to open the composer', async () => {
    let opened = 0;
    const lesson = teach('<button id="open">Write</button>');
    find('#open').addEventListener('click', () => {
      opened += 1;
      find('#open').insertAdjacentHTML('afterend', '<textarea name="post"></textarea>');
    });
    await press(find('#open'));
    expect(opened).toBe(0);
    lesson.button('Use the page first').click();
    await press(find('#open'));
    expect(opened).toBe(1);
    lesson.button('Go on teaching').click();
    await press(find('textarea'));
    expect(lesson.text()).toContain('Text box');
  });

  it('works over a modal dialog of the site', async () => {
    const lesson = teach('<dialog style="margin-inline-start:420px"><textarea name="post"></textarea></dialog>');
    (find('dialog') as HTMLDialogElement).showModal();
    await until(() => lesson.host.parentElement === find('dialog'), 'the card in the dialog');
    await press(find('textarea'));
    expect(lesson.text()).toContain('The button that sends');
  });

  it('Escape gives up and leaves the page as it was', async () => {
    const lesson = teach(FORUM);
    const before = document.body.innerHTML;
    await press(find('textarea'));
    await userEvent.keyboard('{Escape}');
    expect(lesson.cancelled).toEqual([1]);
    expect(lesson.done).toEqual([]);
    expect(document.querySelector('countersign-teach')).toBeNull();
    expect(document.body.innerHTML).toBe(before);
    await wait(50);
    (find('textarea') as HTMLElement).focus();
    await userEvent.keyboard('ok');
    expect((find('textarea') as HTMLTextAreaElement).value).toBe('ok');
  });

  it('names every control and the step one is at', () => {
    const { card } = teach(FORUM);
    expect(card.querySelector('.teach')?.getAttribute('role')).toBe('dialog');
    expect(card.querySelectorAll('[aria-current=step]')).toHaveLength(1);
    for (const control of card.querySelectorAll('button')) expect(nameOf(control)).not.toBe('');
  });
});
