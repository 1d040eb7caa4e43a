/**
 * Teaching: a person shows a site nobody has heard of in half a minute. Clicks are caught by a layer over the
 * page, keys by a listener before the page's own, so nothing that is pressed while teaching reaches the site.
 */
import type { Adapter } from '../../platforms/schema';
import { el } from '../panel/el';
import { createCarrier, homeFor, settle } from '../panel/host';
import { claim } from '../panel/own';
import panelCss from '../panel/panel.css?inline';
import { themeOf } from '../panel/theme';
import { buildAdapter } from './adapter';
import { accountAt, comboOf, controlAt, type Combo } from './control';
import { editorAt, editorWords } from './editor';
import { back, begin, forward, type Progress } from './steps';
import { elementAt, focused } from './point';
import { quietly } from './quiet';
import css from './teach.css?inline';
import { teachCard, type TeachDoing } from './view';

export interface TeachOptions {
  signal: AbortSignal;
  onDone(adapter: Adapter): void;
  onCancel(): void;
}

const TAG = 'countersign-teach';
const TICK_MS = 250;

export function startTeaching({ signal, onDone, onCancel }: TeachOptions): void {
  if (signal.aborted) return;
  const over = new AbortController();
  const { host, shadow } = createCarrier(panelCss + css, TAG);
  // Not a composer of the site; its keys are looked after in quiet.ts.
  claim(host, () => undefined);
  const layer = el('div', 'layer');
  const frames = el('div');
  const card = el('section', { className: 'card teach', role: 'dialog', ariaLabel: 'Teach Countersign this site' });
  const root = el('div', 'root', layer, frames, card);
  shadow.append(root);
  const title = document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content.trim() || location.host;
  let progress: Progress = begin();
  let pointed: Element | null = null;
  let place = 0;

  const end = (): void => {
    over.abort();
    clearInterval(timer);
    host.remove();
  };
  const cancel = (): void => {
    end();
    onCancel();
  };
  const go = (next: Progress): void => {
    const moved = next.step !== progress.step || next.paused !== progress.paused;
    progress = next;
    pointed = null;
    draw();
    // Teaching was started by the person, so its card may have the focus; reading begins at the heading.
    if (moved) (card.querySelector<HTMLElement>('form input') ?? card.querySelector<HTMLElement>('h2'))?.focus({ preventScroll: true });
  };
  const doing: TeachDoing = {
    skip: () => go(forward(progress, { [progress.step === 'button' ? 'send' : progress.step]: false })),
    back: () => go(back(progress)),
    pause: (paused) => go({ ...progress, paused, problem: '' }),
    move() {
      place = (place + 1) % 4;
      draw();
    },
    key: (key: Combo) => go(forward(progress, { key })),
    save(name) {
      const { editor, send, key, account } = progress;
      const adapter = editor && buildAdapter({ host: location.host, title: name, language: document.documentElement.lang, editor, send: send || null, key: key || null, account: account || null, now: Date.now() });
      if (!adapter) return go({ ...progress, problem: 'Something is missing. Go back and show the box and what sends it.' });
      end();
      onDone(adapter);
    },
    cancel,
  };

  /** Takes what is pointed at as the answer to the step, or says why it cannot be. */
  function pick(element: Element | null): void {
    if (!element || progress.paused) return;
    const { step, editor } = progress;
    if (step === 'box') {
      const answer = editorAt(element);
      go(answer.ok ? forward(progress, { editor: answer.editor }) : { ...progress, problem: answer.why });
    } else if (step === 'button' && editor) {
      const answer = controlAt(element, editor.element);
      go(answer.ok ? forward(progress, { send: answer }) : { ...progress, problem: answer.why });
    } else if (step === 'account') {
      const answer = accountAt(element);
      go(answer.ok ? forward(progress, { account: answer }) : { ...progress, problem: answer.why });
    }
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') return cancel();
    if (progress.step === 'key' && !['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) {
      const combo = comboOf(event);
      return go(combo ? forward(progress, { key: combo }) : { ...progress, problem: 'Only Enter, alone or with Ctrl, Alt or Shift, and Ctrl S or Alt S can be taught.' });
    }
    if (event.key === 'Enter' || event.key === ' ') pick(focused());
  }

  function frame(element: Element, kind: string, words: string): Element | null {
    const box = element.getBoundingClientRect();
    if (!element.isConnected || box.width === 0) return null;
    const node = el('div', `frame ${kind}`, el('span', `tag ${box.top < 28 ? 'low' : ''}`, words));
    Object.assign(node.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` });
    return node;
  }
  function drawFrames(): void {
    const { step, editor, send, account } = progress;
    const list: (Element | null)[] = [];
    if (editor) list.push(frame(editor.element, 'known', 'Box'));
    if (send) list.push(frame(send.control, 'known', 'Sends'));
    if (account) list.push(frame(account.element, 'known', 'Account'));
    if (pointed && !progress.paused) {
      if (step === 'box') {
        const answer = editorAt(pointed);
        if (answer.ok) list.push(frame(answer.editor.element, '', editorWords(answer.editor)));
      } else if (step === 'button' && editor) {
        const answer = controlAt(pointed, editor.element);
        if (answer.ok) list.push(frame(answer.control, '', answer.name ? `Button “${answer.name}”` : 'Button'));
      } else if (step === 'account') {
        const answer = accountAt(pointed);
        if (answer.ok) list.push(frame(answer.element, '', answer.name));
      }
    }
    frames.replaceChildren(...list.filter((one) => one !== null));
  }
  function draw(): void {
    root.className = `root ${progress.paused ? 'paused' : ''}`;
    card.className = `card teach ${place & 1 ? 'end' : ''} ${place & 2 ? 'high' : ''}`;
    card.replaceChildren(...teachCard(progress, location.host, title, doing));
    drawFrames();
  }
  const point = (element: Element | null): void => {
    if (element === pointed) return;
    pointed = element;
    drawFrames();
  };

  layer.addEventListener('pointermove', ({ clientX, clientY }) => point(elementAt(clientX, clientY, host)));
  layer.addEventListener('click', ({ clientX, clientY }) => pick(elementAt(clientX, clientY, host)));
  // The layer takes the wheel; the place under it shall still scroll.
  layer.addEventListener('wheel', ({ clientX, clientY, deltaX, deltaY }) => {
    let under = elementAt(clientX, clientY, host);
    while (under && !(under.scrollHeight > under.clientHeight && /auto|scroll/.test(getComputedStyle(under).overflowY))) under = under.parentElement;
    (under ?? document.scrollingElement)?.scrollBy(deltaX, deltaY);
  }, { passive: true });
  const quiet = quietly(host, shadow, { paused: () => progress.paused, press, focus: () => point(progress.paused ? null : focused()), wantsKeys: () => progress.step === 'key' }, over.signal);
  addEventListener('scroll', drawFrames, { capture: true, passive: true, signal: over.signal });
  addEventListener('resize', drawFrames, { signal: over.signal });
  signal.addEventListener('abort', end, { once: true, signal: over.signal });

  const beat = (): void => {
    settle(host, homeFor(null));
    quiet.arm();
    root.dataset.theme = themeOf(null);
    drawFrames();
  };
  const timer = setInterval(beat, TICK_MS);
  draw();
  beat();
  card.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}
