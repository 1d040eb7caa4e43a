import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter, SurfaceSpec } from '../../../platforms/schema';
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
});

const $ = <T extends HTMLElement = HTMLElement>(selector: string): T => page.querySelector<T>(selector)!;
const editor = () => $<HTMLTextAreaElement>('.editor');
const COMPOSER = '<div class="composer"><textarea class="editor">Approved words</textarea><button class="send" type="button">Post</button></div>';

/** A site that takes what stands in the editor and empties it, the way most do. */
function site(surface: Partial<SurfaceSpec> = {}, more: Partial<Adapter> = {}): TestGate {
  test = startTestGate([adapter(surface, more)]);
  page.innerHTML = COMPOSER;
  $('.send').addEventListener('click', () => {
    if (editor().value) sent.push(editor().value);
    editor().value = '';
  });
  return test;
}

async function held(): Promise<void> {
  await userEvent.click($('.send'));
  await until(() => test!.state()?.kind === 'held', 'the held state');
}

const approve = (undoMs = 0): void => {
  test!.background.approve(undoMs);
  test!.push();
};
const outcome = () => until(() => test!.background.outcomes[0], 'the outcome', 8_000);

describe('an approved post leaves once', () => {
  it('the suppressed click is repeated after the undo window, with the approved words, and the receipt is sent', async () => {
    site();
    await held();
    approve(300);
    await until(() => test!.state()?.kind === 'countdown', 'the countdown');
    expect(sent).toEqual([]);
    expect((await outcome()).status).toBe('sent');
    expect(sent).toEqual(['Approved words']);
    await until(() => test!.state()?.kind === 'posted', 'the posted state');
    expect(test!.background.of('release.request')).toHaveLength(1);
  });

  it('a double click makes one hold and, once approved, one post; impatient clicks in between change nothing', async () => {
    site();
    await userEvent.dblClick($('.send'));
    await until(() => test!.state()?.kind === 'held', 'the held state');
    approve(400);
    await userEvent.click($('.send'));
    await outcome();
    $('.send').click();
    await wait(100);
    expect(sent).toEqual(['Approved words']);
    expect(test!.background.of('hold.create')).toHaveLength(1);
  });

  it('several pushes and several tabs’ worth of news ask for one release', async () => {
    site();
    await held();
    test!.background.approve();
    for (let index = 0; index < 5; index += 1) test!.push();
    await outcome();
    expect(test!.background.of('release.request')).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it('a shortcut without any send control is repeated as the same keys', async () => {
    test = startTestGate([adapter({ scope: undefined as never, send: { selectors: [] }, keys: [{ combo: 'enter', in: 'body' }] })]);
    page.innerHTML = '<textarea class="editor">Chat line</textarea>';
    editor().addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      sent.push(`${event.keyCode} ${editor().value}`);
      editor().value = '';
    });
    await userEvent.click(editor());
    await userEvent.keyboard('{Enter}');
    await until(() => test!.state()?.kind === 'held', 'the held state');
    approve();
    await outcome();
    expect(sent).toEqual(['13 Chat line']);
  });

  it('a key handler that clicks the button, and a button that submits a form, are one send', async () => {
    test = startTestGate([adapter({ editors: [{ role: 'body', selectors: ['.editor'], kind: 'textarea' }] })]);
    page.innerHTML = '<form class="composer"><textarea class="editor">In a form</textarea><button class="send">Save</button></form>';
    $('form').addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(`${editor().value} by ${event.submitter?.className}`);
      editor().value = '';
    });
    await userEvent.click($('.send'));
    await until(() => test!.state()?.kind === 'held', 'the held state');
    approve();
    await outcome();
    expect(sent).toEqual(['In a form by send']);
  });

  it('a form that only submits is submitted again with its button', async () => {
    test = startTestGate([adapter({ send: { selectors: [] }, keys: [] })]);
    page.innerHTML = '<form class="composer"><textarea class="editor">Only submit</textarea></form>';
    $('form').addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(editor().value);
      editor().value = '';
    });
    $<HTMLFormElement>('form').requestSubmit();
    await until(() => test!.state()?.kind === 'held', 'the held state');
    approve();
    await outcome();
    expect(sent).toEqual(['Only submit']);
  });

  it('a control that sends on pointerdown gets its events once', async () => {
    test = startTestGate([adapter({ send: { selectors: ['.send'], events: ['pointerdown', 'mousedown'] } })]);
    page.innerHTML = COMPOSER;
    $('.send').addEventListener('pointerdown', () => {
      sent.push(editor().value);
    });
    await held();
    approve();
    await until(() => sent.length > 0, 'the send');
    await wait(50);
    expect(sent).toEqual(['Approved words']);
  });

  it('a send control inside an open shadow root, which the same event passes twice, sends once', async () => {
    test = startTestGate([adapter({ shadowHosts: ['.host'] })]);
    page.innerHTML = '<div class="host"></div>';
    const root = $('.host').attachShadow({ mode: 'open' });
    root.innerHTML = COMPOSER;
    const [inner, button] = [root.querySelector<HTMLTextAreaElement>('.editor')!, root.querySelector<HTMLElement>('.send')!];
    button.addEventListener('click', () => {
      sent.push(inner.value);
      inner.value = '';
    });
    await userEvent.click(button);
    await until(() => test!.state()?.kind === 'held', 'the held state');
    approve();
    await outcome();
    expect(sent).toEqual(['Approved words']);
  });

  it('a button replaced by the site while the post was held is found again', async () => {
    site();
    await held();
    const fresh = $('.send').cloneNode(true) as HTMLElement;
    fresh.addEventListener('click', () => {
      sent.push(`new ${editor().value}`);
      editor().value = '';
    });
    $('.send').replaceWith(fresh);
    approve();
    await outcome();
    expect(sent).toEqual(['new Approved words']);
  });
});

describe('only what was approved leaves', () => {
  it('BI2: words changed while held are shown as changed, and nothing is released', async () => {
    site();
    await held();
    editor().value = 'Other words';
    approve();
    await until(() => test!.state()?.kind === 'changed', 'the changed state');
    await wait(100);
    expect(sent).toEqual([]);
    expect(test!.background.of('release.request')).toHaveLength(0);
  });

  it('BI7: pressing again after an edit sends a new version; pressing with the same words does not', async () => {
    site();
    await held();
    await wait(600);
    await userEvent.click($('.send'));
    await wait(50);
    expect(test!.background.of('hold.revise')).toHaveLength(0);
    editor().value = 'Better words';
    await wait(600);
    await userEvent.click($('.send'));
    const revised = await until(() => test!.background.of('hold.revise')[0], 'the new version');
    expect(revised.input).toMatchObject({ holdId: 'hold-1', acceptedSuggestion: null, snapshot: { text: 'Better words' } });
    await until(() => test!.state()?.kind === 'held', 'the held state');
    expect(sent).toEqual([]);
  });

  it('the site changing the text in the last instant stops the send and is reported as not sent', async () => {
    site();
    await held();
    const background = test!.background;
    const answer = background.answer.bind(background);
    background.answer = (name, input) => {
      if (name === 'release.request') editor().value = 'Swapped';
      return answer(name, input);
    };
    approve();
    expect((await outcome()).status).toBe('failed');
    expect(sent).toEqual([]);
  });

  it('a refusal by the background (RL1) shows its reason and sends nothing', async () => {
    site();
    await held();
    test!.background.refuseRelease = { ok: false, code: 'account-differs', detail: 'Not what was approved: the account changed.' };
    approve();
    await until(() => test!.state()?.kind === 'refused', 'the reason');
    await wait(100);
    expect(sent).toEqual([]);
  });

  it('a release whose answer got lost is reported as not sent, since nothing was let through', async () => {
    site();
    await held();
    const background = test!.background;
    const answer = background.answer.bind(background);
    let lost = false;
    background.answer = (name, input) => {
      const real = answer(name, input);
      if (name !== 'release.request' || lost) return real;
      lost = true;
      return { ok: false, code: 'timeout', detail: 'silence' };
    };
    approve();
    expect((await outcome()).status).toBe('failed');
    expect(sent).toEqual([]);
  });

  it('the next post in the same composer is held again', async () => {
    site();
    await held();
    approve();
    await outcome();
    await until(() => test!.state()?.kind === 'posted', 'the posted state');
    editor().value = 'A second post';
    await wait(600);
    await userEvent.click($('.send'));
    await until(() => test!.background.of('hold.create').length === 2, 'the second hold');
    expect(sent).toEqual(['Approved words']);
  });

  it('TI6: a stopped countdown sends nothing', async () => {
    site();
    await held();
    approve(200);
    await until(() => test!.state()?.kind === 'countdown', 'the countdown');
    test!.act({ kind: 'stop' });
    await until(() => test!.state()?.kind === 'stopped', 'the stopped state');
    await wait(300);
    expect(sent).toEqual([]);
  });

  it('QU5: after taking it back the next press is a new hold', async () => {
    site();
    await held();
    test!.act({ kind: 'recall' });
    await until(() => test!.state()?.kind === 'recalled', 'the recalled state');
    await wait(500);
    await userEvent.click($('.send'));
    await until(() => test!.background.of('hold.create').length === 2, 'the second hold');
    expect(sent).toEqual([]);
  });
});

describe('a site that wants the person’s own press', () => {
  it('one real press goes through within the deadline, the second is held', async () => {
    site({}, { release: 'press' });
    await held();
    approve();
    await until(() => test!.state()?.kind === 'cleared', 'the words to press now');
    expect(sent).toEqual([]);
    await userEvent.click($('.send'));
    await userEvent.click($('.send'));
    expect(sent).toEqual(['Approved words']);
    expect((await outcome()).status).toBe('sent');
  });

  it('after an edit between clearance and press nothing goes through', async () => {
    site({}, { release: 'press' });
    await held();
    approve();
    await until(() => test!.background.of('release.request')[0], 'the release');
    await wait(30);
    editor().value = 'Slipped in';
    await userEvent.click($('.send'));
    expect(sent).toEqual([]);
    expect((await outcome()).status).toBe('failed');
  });
});

describe('what is known about the outcome (RL2, RL3)', () => {
  it('a message of the site with an address verifies the post', async () => {
    test = startTestGate([adapter({ feedback: { sent: { selector: '.toast', link: 'a' } } })]);
    page.innerHTML = COMPOSER;
    $('.send').addEventListener('click', () => page.insertAdjacentHTML('beforeend', '<div class="toast">Posted <a href="/status/7">View</a></div>'));
    await held();
    approve();
    expect(await outcome()).toMatchObject({ status: 'verified', permalink: `${location.origin}/status/7` });
  });

  it('the site’s own error means failed, and the words are still there', async () => {
    test = startTestGate([adapter({ feedback: { failed: { selector: '.error' } } })]);
    page.innerHTML = `${COMPOSER}<div class="error-old"></div>`;
    $('.send').addEventListener('click', () => page.insertAdjacentHTML('beforeend', '<div class="error">No</div>'));
    await held();
    approve();
    expect((await outcome()).status).toBe('failed');
    expect(editor().value).toBe('Approved words');
    await until(() => test!.state()?.kind === 'failed', 'the failed state');
  });

  it('no sign at all is unknown, and a further press does not send', async () => {
    test = startTestGate([adapter({ feedback: { cleared: false } })]);
    page.innerHTML = COMPOSER;
    $('.send').addEventListener('click', () => sent.push('click'));
    await held();
    approve();
    const result = await until(() => test!.background.outcomes[0], 'the outcome', 17_000);
    expect(result.status).toBe('unknown');
    await until(() => test!.state()?.kind === 'unknown', 'the unknown state');
    await userEvent.click($('.send'));
    await wait(50);
    expect(sent).toEqual(['click']);
    expect(test!.background.of('hold.create')).toHaveLength(1);
  });
});

describe('silence never releases and never loses', () => {
  it('a background that does not answer is said within 2 s, and asked again with the same command', async () => {
    site();
    test!.background.silentFor = 3;
    await userEvent.click($('.send'));
    await until(() => test!.state()?.kind === 'unreachable', 'the words about silence');
    expect(editor().value).toBe('Approved words');
    await until(() => test!.state()?.kind === 'held', 'the hold', 10_000);
    const ids = new Set(test!.background.of('hold.create').map(({ input }) => input.commandId));
    expect(ids.size).toBe(1);
    expect(sent).toEqual([]);
  });

  it('an approval whose news was lost with its worker is heard of when the tab is looked at, also when that question is lost too', async () => {
    site();
    await held();
    test!.background.approve();
    test!.background.silentFor = 1;
    window.dispatchEvent(new Event('focus'));
    expect((await outcome()).status).toBe('sent');
    expect(sent).toEqual(['Approved words']);
    expect(test!.background.of('release.request')).toHaveLength(1);
  });

  it('and within a minute when nobody touches the tab', async () => {
    site();
    await held();
    const asked = test!.background.of('hold.view').length;
    test!.background.ahead = 50_000;
    await wait(1_200);
    expect(test!.background.of('hold.view')).toHaveLength(asked);
    test!.background.approve(90_000);
    test!.background.ahead = 61_000;
    await until(() => test!.state()?.kind === 'countdown', 'the countdown');
    expect(test!.background.of('hold.view')).toHaveLength(asked + 1);
    expect(sent).toEqual([]);
  });
});
