/** Findings under the text: a line of counts, and on request each with its words, its reason and the author's answer (QU8). */
import type { Finding } from '../../checks/finding';
import type { Doing } from './card';
import { el } from './el';
import { icon } from './icons';
import type { CardModel, Form, PanelUi } from './model';
import { counts, keyOf, quoted, SEVERITIES } from './words';

export const strip = (list: Finding[], open: boolean, onclick: () => void): Element =>
  el('button', { type: 'button', className: 'strip', ariaExpanded: String(open), onclick }, el('span', 'm', 'Findings'),
    el('span', 'counts', counts(list).map(([severity, text]) => el('span', {}, icon(severity), text))), icon('up', 20));

export function findings({ list, text, answerable }: NonNullable<CardModel['findings']>, ui: PanelUi, doing: Doing): Element {
  return el('ul', 'findings', SEVERITIES.flatMap(([severity, word]) => list.filter((finding) => finding.severity === severity).map((finding) => {
    const key = keyOf(finding);
    const form: Form = `answer:${key}`;
    const words = quoted(finding, text);
    const done = ui.answered[key];
    return el('li', {}, icon(severity),
      el('p', {}, el('span', 'sr', `${word}: `), words && el('mark', { className: severity, dir: 'auto' }, words), ' ', finding.reason, done && el('span', 'm', ` ${done}`)),
      answerable && !done && el('button', { type: 'button', className: 'link', ariaExpanded: String(ui.form === form), onclick: () => doing.set({ form: ui.form === form ? null : form }) }, 'Answer'));
  })));
}
