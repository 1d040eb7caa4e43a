/**
 * Findings under the text: a line of counts, and on request each with its words, its reason and what can be done:
 * show the words, take the suggestion, answer (QU8), or say that the flag is wrong.
 */
import type { Finding, Severity, Span } from '../../checks/finding';
import { reasonAfterWords } from '../../review/findings';
import type { Doing } from './card';
import { el } from './el';
import { icon, type IconName } from './icons';
import type { CardModel, Form, PanelUi } from './model';
import { counts, keyOf, quoted, SEVERITIES, wasChecked } from './words';

export const strip = (list: Finding[], open: boolean, onclick: () => void): Element =>
  el('button', { type: 'button', className: 'strip', ariaExpanded: String(open), onclick }, el('span', 'm', 'Findings'),
    el('span', 'counts', counts(list).map(([glyph, text]) => el('span', {}, icon(glyph), text))), icon('up', 20));

/** Words that can stand exactly where the flagged words stand, with a capital where a sentence begins, or null. */
export function fixOf({ spans, replacement }: Finding, text: string): { span: Span; words: string } | null {
  const [span] = spans;
  if (!span || spans.length > 1 || !replacement) return null;
  const first = text[span.start] ?? '';
  const capital = first !== first.toLowerCase() && /(?:^|[.!?…\n]\s*)$/u.test(text.slice(0, span.start));
  const words = capital ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
  return words === text.slice(span.start, span.end) ? null : { span, words };
}

/** Heaviest first; what no check could judge stands last, under its own name. */
function sorted(list: Finding[]): [finding: Finding, word: string, glyph: IconName][] {
  const judged = SEVERITIES.flatMap(([severity, word]) => list.filter((finding) => wasChecked(finding) && finding.severity === severity).map((finding): [Finding, string, Severity] => [finding, word, severity]));
  return [...judged, ...list.filter((finding) => !wasChecked(finding)).map((finding): [Finding, string, IconName] => [finding, 'not checked', 'unknown'])];
}

export function findings({ list, text, answerable }: NonNullable<CardModel['findings']>, ui: PanelUi, doing: Doing): Element {
  return el('ul', 'findings', sorted(list).map(([finding, word, glyph]) => {
    const words = quoted(finding, text);
    const key = answerable ? keyOf(finding) : `${finding.id} ${words}`;
    const form: Form = `answer:${key}`;
    const done = ui.answered[key];
    const fix = fixOf(finding, text);
    const label = fix ? `Use “${fix.words}”` : '';
    const marked = () => {
      doing.set({ answered: { [key]: 'Flag marked as wrong' } });
      doing.act({ kind: 'wrong', checkId: finding.id });
    };
    const link = (name: string, onclick: () => void, more: Partial<HTMLButtonElement> = {}) => el('button', { type: 'button', className: 'link', onclick, ...more }, name);
    return el('li', {}, icon(glyph), el('div', {},
      el('p', {}, el('span', 'sr', `${word}: `),
        words && el('button', { type: 'button', className: 'words', title: 'Show in the composer', ariaLabel: `Show “${words}” in the composer`, onclick: () => doing.reveal(finding, text) }, el('mark', { className: finding.severity, dir: 'auto' }, words)),
        ' ', reasonAfterWords(finding, text), finding.suggestion && ` ${finding.suggestion}`, done && el('span', 'm', ` ${done}`)),
      el('div', 'ways',
        fix && link(label, () => doing.fix(fix.span, text, fix.words, label)),
        !done && wasChecked(finding) && (answerable ? link('Answer', () => doing.set({ form: ui.form === form ? null : form }), { ariaExpanded: String(ui.form === form) }) : link('Wrong flag', marked)))));
  }));
}
