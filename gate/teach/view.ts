/** Draws the teaching card from its progress. Every wish goes out through `doing`. */
import { el } from '../panel/el';
import { icon } from '../panel/icons';
import { iconButton } from '../panel/card';
import { comboWords, type Combo } from './control';
import { editorWords } from './editor';
import { HINTS, STEPS, TITLES, type Progress, type Step } from './steps';

export interface TeachDoing {
  skip(): void;
  back(): void;
  pause(on: boolean): void;
  move(): void;
  key(combo: Combo): void;
  save(title: string): void;
  cancel(): void;
}

/** What is known about a step, in words; '' while it is open. */
function known(step: Step, { editor, send, key, account }: Progress): string {
  if (step === 'box') return editor ? editorWords(editor) : '';
  if (step === 'button') return send ? (send.name ? `“${send.name}”` : 'Button without a name') : send === false ? 'None' : '';
  if (step === 'key') return key ? comboWords(key) : key === false ? 'None' : '';
  return step === 'account' ? (account ? account.name : account === false ? 'Not read' : '') : '';
}

const button = (label: string, onclick: () => void, className = '') => el('button', { type: 'button', className, onclick }, label);

function now(step: Step, progress: Progress, title: string, doing: TeachDoing): Node[] {
  const parts: Node[] = [el('span', 'm', HINTS[step])];
  if (progress.problem) parts.push(el('span', { className: 'problem', role: 'alert' }, progress.problem));
  if (step === 'name') {
    const field = el('input', { value: title, maxLength: 60, required: true, ariaLabel: TITLES.name, dir: 'auto' });
    parts.push(el('form', { onsubmit: (event: Event) => { event.preventDefault(); doing.save(field.value.trim()); } }, field, el('div', 'row', el('button', { type: 'submit', className: 'primary' }, 'Save and cover this site'))));
  }
  if (step === 'key') parts.push(el('div', 'row', button(comboWords('enter'), () => doing.key('enter')), button(comboWords('mod+enter'), () => doing.key('mod+enter')), button('No key sends', doing.skip, 'quiet')));
  if (step === 'button') parts.push(el('div', 'row', button('There is no button', doing.skip)));
  if (step === 'account') parts.push(el('div', 'row', button('Skip', doing.skip)));
  return parts;
}

/** @param title proposed name of the site; @param host shown under the heading. */
export function teachCard(progress: Progress, host: string, title: string, doing: TeachDoing): Element[] {
  const at = STEPS.indexOf(progress.step);
  const head = el('header', {}, el('span', 'tile ok', icon('signed')), el('h2', { tabIndex: -1 }, 'Teach Countersign this site'), iconButton('up', 'Move this card', doing.move), iconButton('close', 'Cancel teaching', doing.cancel));
  const where = el('div', 'body', el('p', 'm', progress.paused ? 'The page works as usual now. Go on when the box is on the screen.' : `${host}. Clicks do not reach the page while teaching.`));
  const list = el('ol', 'steps', STEPS.map((step, index) => {
    const words = known(step, progress);
    const done = index < at;
    return el('li', { className: index === at ? 'now' : done ? 'done' : '', ...(index === at ? { ariaCurrent: 'step' } : {}) },
      el('span', { className: 'dot', ariaHidden: 'true' }, done ? icon('signed') : String(index + 1)), el('b', {}, TITLES[step]),
      el('div', {}, index === at && !progress.paused ? now(step, progress, title, doing) : done && words ? el('span', 'm', words) : []));
  }));
  const foot = el('footer', {}, progress.paused ? button('Go on teaching', () => doing.pause(false), 'primary') : button('Use the page first', () => doing.pause(true)), at > 0 && !progress.paused && button('Back', doing.back));
  return [head, where, list, foot];
}
