/** Draws one CardModel as sections. No state of its own: everything comes in, every wish goes out through `doing`. */
import type { Finding, Span } from '../../checks/finding';
import { diff } from './diff';
import { el } from './el';
import { findings, strip } from './findings';
import { icon, type IconName } from './icons';
import { lines } from './lines';
import type { CardModel, Control, Form, PanelUi, Part } from './model';
import { question } from './questions';
import type { Section } from './sections';
import type { PanelAction } from './state';
import { counts } from './words';

export interface Doing {
  act(action: PanelAction, label?: string): void;
  set(change: Partial<PanelUi>): void;
  /** Selects the words of a finding in the composer. `text` is what the finding was about. */
  reveal(finding: Finding, text: string): void;
  /** Puts other words in the place of these. */
  fix(span: Span, text: string, words: string, label: string): void;
}

const words = (parts: Part[]) => parts.map((part) => (typeof part === 'string' ? part : 'b' in part ? el('b', {}, part.b) : el('span', 'm', part.m)));
const tile = ({ glyph, tone }: CardModel) => el('span', `tile ${tone}`, icon(glyph, glyph in { back: 1, clock: 1, close: 1, stop: 1, reload: 1 } ? 18 : 16));

export const iconButton = (name: IconName, label: string, onclick: () => void, open?: boolean) =>
  el('button', { type: 'button', className: 'icon', ariaLabel: label, onclick, ...(open === undefined ? {} : { ariaExpanded: String(open) }) }, icon(name, 20));

function button({ label, primary, action, form, href }: Control, ui: PanelUi, doing: Doing): Element {
  // Only web addresses: the link comes from the site's answer.
  if (href) return /^https?:/.test(href) ? el('a', { className: 'link', href, target: '_blank', rel: 'noopener noreferrer' }, label, icon('out')) : el('span');
  const onclick = () => (action ? doing.act(action, label) : doing.set({ form: ui.form === form ? null : (form ?? null), moreOpen: false }));
  return el('button', { type: 'button', className: primary ? 'primary' : '', onclick, ariaBusy: String(ui.busy === label), ariaDisabled: String(ui.busy !== null), ...(form ? { ariaExpanded: String(ui.form === form) } : {}) }, label);
}

/** Nothing in a form takes the focus by itself; the caller moves it there only after the person opened it. */
function ask(model: CardModel, form: Form, doing: Doing): Element {
  const asked = question(form, model);
  if (!asked) return el('div');
  const { field, other } = asked;
  const box = field && el('textarea', { rows: 2, maxLength: 2000, value: field.value ?? '', required: field.needed ?? false, dir: 'auto', ariaLabel: `${field.label}. ${field.hint}` });
  const key = form.startsWith('answer:') ? form.slice(7) : null;
  const send = (action: PanelAction, label: string) => {
    doing.set({ form: null });
    if (key && action.kind === 'answer') doing.set({ answered: { [key]: action.text ? `Answered: “${action.text}”` : 'Flag marked as wrong' } });
    doing.act(action, label);
  };
  const onsubmit = (event: Event) => {
    event.preventDefault();
    send(asked.send(box?.value.trim() ?? ''), asked.yes);
  };
  return el('form', { className: 'ask', onsubmit }, asked.text, field && [el('b', {}, field.label), el('div', 'm', field.hint)], box,
    el('div', 'row', el('button', { type: 'submit', className: 'primary' }, asked.yes),
      other && el('button', { type: 'button', onclick: () => other.action && send(other.action, other.label) }, other.label),
      el('button', { type: 'button', className: 'quiet', onclick: () => doing.set({ form: null }) }, asked.no)));
}

const initials = (name: string) => name.trim().split(/\s+/).slice(0, 2).map((word) => word[0]).join('').toUpperCase();

function body({ body: sentences, notice, quote, excerpt, diff: pair, files, after }: CardModel): Element {
  return el('div', 'body', sentences.map((line) => el('p', {}, words(line))), notice && el('p', 'notice', notice),
    quote && el('div', 'quote', el('span', { className: 'avatar', ariaHidden: 'true' }, initials(quote.by.name)), el('p', { dir: 'auto' }, quote.text || el('span', 'm', 'No words were added.'))),
    excerpt && el('p', { className: 'draft clip', dir: 'auto' }, excerpt), pair && diff(...pair),
    files && files.length > 0 && el('ul', 'files', files.map(({ name, attached }) => el('li', {}, el('span', { dir: 'auto' }, name), el('span', 'm', attached ? 'attached' : 'to attach')))),
    after && el('p', { dir: 'auto' }, words(after)));
}

/** Sections of the open card. `now` in Unix ms. */
export function cardSections(model: CardModel, ui: PanelUi, doing: Doing, now: number): Section[] {
  const { title, meta, glyph, left, findings: found, controls, more = [], dismiss } = model;
  const list: Section[] = [
    ['head', [title, meta, glyph], () => el('header', {}, tile(model), el('h2', {}, title), el('span', 'm meta', meta),
      iconButton(dismiss ? 'close' : 'minus', dismiss ? 'Close' : 'Collapse', () => doing.act({ kind: dismiss ? 'dismiss' : 'collapse' })))],
    ['body', [model.body, model.notice, model.quote, model.excerpt, model.diff, model.files, model.after], () => body(model)],
  ];
  if (left !== undefined) list.push(['bar', '', () => el('i', 'bar', el('i'))]);
  if (model.lines) list.push(['lines', model.lines, () => lines(model.lines ?? [], now)]);
  if (found && found.list.length > 0) {
    list.push(['strip', [found.list, ui.findingsOpen], () => strip(found.list, ui.findingsOpen, () => doing.set({ findingsOpen: !ui.findingsOpen }))]);
    if (ui.findingsOpen) list.push(['findings', [found, ui.answered, ui.form], () => findings(found, ui, doing)]);
  }
  const { form } = ui;
  if (form) list.push(['ask', form, () => ask(model, form, doing)]);
  // One question at a time: its own buttons take the place of the others.
  const aside = ui.flash || model.foot;
  if (!form && (controls.length + more.length > 0 || aside)) {
    list.push(['foot', [controls, more, aside, ui.moreOpen, ui.busy], () => el('footer', {}, controls.map((control) => button(control, ui, doing)), el('span', 'm aside', aside),
      more.length > 0 && iconButton('more', 'More actions', () => doing.set({ moreOpen: !ui.moreOpen, form: null }), ui.moreOpen),
      ui.moreOpen && el('div', 'row', more.map((control) => button(control, ui, doing))))]);
  }
  return list;
}

/** The collapsed form, and the status by the send control before anything is pressed (AU0). */
export function pill(model: CardModel, doing: Doing): Element {
  const [word, aside] = model.pill;
  const found = model.findings?.answerable === false ? counts(model.findings.list) : [];
  const said = ['Countersign', word, aside, model.notice, ...found.map(([, text]) => text)].filter(Boolean).join(', ');
  return el('button', { type: 'button', className: 'pill', ariaLabel: `${said}. Show details`, ariaExpanded: 'false', onclick: () => doing.act({ kind: 'expand' }) },
    tile(model), el('b', { dir: 'auto' }, word), aside && el('span', 'm', aside),
    (model.notice ? [icon('unknown')] : []), found.map(([severity, text]) => el('span', 'n', icon(severity), text.split(' ')[0])), icon('up'));
}
