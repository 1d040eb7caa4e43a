/**
 * The in-page panel: shows a PanelState next to the composer and reports what the person asks for.
 * It never moves the focus by itself, never touches the editor or the layout, and decides nothing.
 */
import { cardSections, pill, type Doing } from './card';
import type { EditorKind } from '../../platforms/schema';
import { describe } from './describe';
import { el } from './el';
import { createHighlighter } from './highlight';
import { createCarrier } from './host';
import { isolate } from './isolate';
import { follow, locate, type BodyEditor } from './locate';
import type { PanelUi } from './model';
import css from './panel.css?inline';
import { reveal } from './reveal';
import { sectionsIn, type Section } from './sections';
import { stick } from './stick';
import type { PanelAction, PanelState } from './state';

export interface PanelOptions {
  /** The composer, asked again all the time; null when it left the page. */
  anchor: () => Element | null;
  /** The site's send control, which the status chip sits next to and never covers. */
  send?: () => Element | null;
  /** The composer's editors, asked again all the time; their bodies get the marks of findings. */
  editors?: () => readonly { element: HTMLElement; spec: { role: string; kind: EditorKind } }[];
  /** True once the extension is gone from under this page: nothing of ours stays painted then. */
  orphaned?: () => boolean;
  onAction(action: PanelAction): void;
  signal: AbortSignal;
}

export interface PanelHandle {
  show(state: PanelState): void;
  hide(): void;
  /** A few words in the footer for three seconds ("Copied"), also spoken. */
  flash(words: string): void;
  element: HTMLElement;
  /** True for the host itself: events from inside arrive with it as their target. */
  contains(node: EventTarget | null): boolean;
}

const HOLDING_AFTER_MS = 300;
const FLASH_MS = 3_000;
const BUSY_MS = 10_000;
/** These leave the card as it is, so the pressed button is free again at once. */
const INSTANT: PanelAction['kind'][] = ['copy', 'edit', 'note', 'answer', 'wrong', 'fix'];

const freshUi = (collapsed: boolean): PanelUi => ({ collapsed, form: null, findingsOpen: false, moreOpen: false, answered: {}, busy: null, flash: '' });
const holdOf = (state: PanelState | null): string | null => (state && 'view' in state ? state.view.id : null);

export function mountPanel(options: PanelOptions): PanelHandle {
  const { signal } = options;
  const { host, shadow } = createCarrier(css);
  const card = el('section', { role: 'region' });
  const root = el('div', {}, card);
  const live = el('div', { className: 'sr', role: 'status', ariaLive: 'polite' });
  shadow.append(root, live);
  const draw = sectionsIn(card);

  let state: PanelState | null = null;
  let ui = freshUi(false);
  let pending = 0;
  let flashing = 0;
  let freeing = 0;

  const set: Doing['set'] = (change) => {
    ui = { ...ui, ...change, answered: { ...ui.answered, ...change.answered } };
    paint();
    // The person opened the field, so the caret may go there.
    if (change.form) {
      shadow.querySelector('textarea')?.focus({ preventScroll: true });
      card.scrollTop = card.scrollHeight;
    }
  };
  const bodies = (): BodyEditor[] => (options.editors?.() ?? []).filter(({ spec }) => spec.role === 'body').map(({ element, spec }) => ({ element, kind: spec.kind }));
  const marks = createHighlighter(bodies, signal);
  const GONE = 'These words have changed';

  const doing: Doing = {
    set,
    reveal(finding, text) {
      const now = locate(bodies());
      const [first] = finding.spans.flatMap((span) => follow(span, text, now.text) ?? []);
      const place = first && now.place(first);
      if (place) reveal(place, shadow);
      else flash(GONE);
    },
    fix(span, text, words, label) {
      const now = locate(bodies()).text;
      const at = follow(span, text, now);
      if (at) doing.act({ kind: 'fix', text: now.slice(0, at.start) + words + now.slice(at.end) }, label);
      else flash(GONE);
    },
    act(action, label) {
      if (ui.busy !== null) return;
      if (action.kind === 'collapse' || action.kind === 'expand') set({ collapsed: action.kind === 'collapse', form: null, moreOpen: false });
      else if (label && !INSTANT.includes(action.kind)) {
        set({ busy: label });
        freeing = window.setTimeout(() => set({ busy: null }), BUSY_MS);
      }
      options.onAction(action);
    },
  };

  function paint(): void {
    if (!state) return;
    const now = Date.now();
    const model = describe(state, now);
    const used = shadow.activeElement;
    root.className = `root ${state.kind === 'status' ? 'chip' : ''}`;
    card.className = ui.collapsed ? '' : `card ${model.alarm ? 'alarm' : ''}`;
    card.ariaLabel = `Countersign: ${model.title}`;
    const sections: Section[] = ui.collapsed ? [['pill', [model.pill, model.tone, model.notice, model.findings?.list], () => pill(model, doing)]] : cardSections(model, ui, doing, now);
    draw(sections);
    marks.mark(options.orphaned?.() ? null : (model.findings ?? null));
    const bar = card.querySelector<HTMLElement>('.bar i');
    if (bar) bar.style.transform = `scaleX(${model.left})`;
    // The pressed control is gone: the focus stays in the panel, where the person had put it.
    if (used && !shadow.activeElement) ([...card.querySelectorAll('button')].find((button) => button.textContent === used.textContent && button.ariaLabel === used.ariaLabel) ?? card.querySelector('button'))?.focus({ preventScroll: true });
    stuck.place();
  }

  const isolation = isolate(host, shadow, (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (ui.form) set({ form: null });
      else if (!ui.collapsed) doing.act({ kind: 'collapse' });
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      shadow.activeElement?.closest('form')?.requestSubmit();
    }
  }, signal);

  const stuck = stick({
    host, shadow, root, anchor: options.anchor, send: options.send ?? (() => null), collapsed: () => ui.collapsed, signal,
    tick() {
      isolation.arm();
      if (options.orphaned?.()) marks.mark(null);
      else marks.check();
      if (state?.kind === 'countdown') paint();
    },
  });

  function apply(next: PanelState): void {
    pending = 0;
    // Told again what is shown already: nothing to draw, and a pressed button stays pressed.
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    const sameHold = holdOf(state) === holdOf(next);
    clearTimeout(freeing);
    if (state?.kind === next.kind && sameHold) ui = { ...ui, busy: null };
    else ui = { ...freshUi(next.kind === 'status'), ...(sameHold ? { answered: ui.answered } : {}) };
    state = next;
    stuck.start();
    paint();
    const { say, title, body } = describe(next, Date.now());
    const words = say ?? [title, ...body.map((line) => line.map((part) => (typeof part === 'string' ? part : Object.values(part)[0])).join(''))].join('. ');
    // A status region speaks only what changes after it exists.
    setTimeout(() => {
      if (live.textContent !== words) live.textContent = words;
    }, 50);
  }

  function flash(words: string): void {
    clearTimeout(flashing);
    live.textContent = words;
    set({ flash: words });
    flashing = window.setTimeout(() => set({ flash: '' }), FLASH_MS);
  }

  function hide(): void {
    clearTimeout(pending);
    pending = 0;
    state = null;
    marks.mark(null);
    stuck.stop();
    draw([]);
  }
  signal.addEventListener('abort', hide, { once: true });

  return {
    element: host,
    contains: (node) => node === host || (node instanceof Node && shadow.contains(node)),
    hide,
    flash,
    show(next) {
      if (signal.aborted) return;
      // What is over in a moment needs no words (interface.md §5.8).
      if (next.kind === 'holding' && state?.kind !== 'holding') {
        pending ||= window.setTimeout(() => apply(next), HOLDING_AFTER_MS);
        return;
      }
      clearTimeout(pending);
      apply(next);
    },
  };
}
