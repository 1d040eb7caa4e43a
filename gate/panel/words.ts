/** Small pieces of wording shared by the states. English, sentence case, names before roles. */
import type { Finding, Severity } from '../../checks/finding';
import type { HoldView, Person } from '../../review/contract';
import type { Reason, Surface } from '../../review/model';
import type { Part } from './model';

const list = (type: 'conjunction' | 'disjunction') => new Intl.ListFormat('en', { type });
const and = list('conjunction');
const or = list('disjunction');

/** First names, unless two people share one. */
function names(people: Person[]): string[] {
  const first = people.map(({ name }) => name.trim().split(/\s+/)[0] ?? name);
  return people.map(({ name }, index) => (first.filter((other) => other === first[index]).length > 1 ? name : (first[index] ?? name)));
}

export const allOf = (people: Person[]): string => and.format(names(people));

/** "Tim", "Mara or Tim", "Mara and Tim", "2 of Mara, Tim and Jo", "1 of 6 approvers". */
export function someOf(quorum: number, people: Person[]): string {
  if (quorum >= people.length) return allOf(people);
  if (people.length > 4) return `${quorum} of ${people.length} approvers`;
  return quorum === 1 ? or.format(names(people)) : `${quorum} of ${allOf(people)}`;
}

/** Clock time of a moment in the person's own habit, with the day when it is not today. Unix ms. */
export function clock(at: number, now: number): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(undefined, { ...(today ? {} : { day: 'numeric', month: 'short' }), hour: '2-digit', minute: '2-digit' }).format(at);
}

/** "Replying", "Posting": what the release does on this surface. */
const DOING: Partial<Record<Surface, string>> = { reply: 'Replying', comment: 'Commenting', message: 'Sending', edit: 'Saving', schedule: 'Scheduling', repost: 'Reposting' };
export const doing = (surface: Surface): string => DOING[surface] ?? 'Posting';

const ASKS: Partial<Record<Reason, string>> = { source: 'a source', tone: 'softer wording', account: 'another account', legal: 'a legal check', timing: 'another time' };

/** "Tim asks for a source and softer wording". */
export function asksFor(by: Person, reasons: Reason[]): string {
  return `${allOf([by])} asks for ${and.format(reasons.flatMap((reason) => ASKS[reason] ?? [])) || 'changes'}`;
}

export const signedBy = (view: HoldView): Person[] => view.lines.filter(({ state }) => state === 'approved').map(({ person }) => person);

/** Whom the hold still waits for. */
export function waitingFor(view: HoldView): string {
  const open = view.lines.filter(({ state }) => state !== 'wrote' && state !== 'approved').map(({ person }) => person);
  return someOf(Math.max(1, view.quorum - signedBy(view).length), open);
}

export const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
export const plain = (parts: Part[]): string => parts.map((part) => (typeof part === 'string' ? part : Object.values(part)[0])).join('');

/** Heaviest first; the word that always stands beside the shape. */
export const SEVERITIES: [severity: Severity, word: string][] = [['block', 'block'], ['hold', 'hold'], ['warn', 'warning'], ['info', 'note']];
/** The check that says which parts of a text no check could read; its word is "not checked", never a pass. */
const NOT_CHECKED = 'format.language';
export const wasChecked = ({ id }: Finding): boolean => id !== NOT_CHECKED;

export function counts(found: Finding[]): [glyph: Severity | 'unknown', words: string][] {
  const judged = SEVERITIES.map(([severity, word]): [Severity, string, number] => [severity, word, found.filter((finding) => wasChecked(finding) && finding.severity === severity).length])
    .filter(([, , count]) => count > 0).map(([severity, word, count]): [Severity, string] => [severity, plural(count, word)]);
  const rest = found.filter((finding) => !wasChecked(finding)).length;
  return rest > 0 ? [...judged, ['unknown', `${rest} not checked`]] : judged;
}

/** Identity of a finding inside one card. */
export const keyOf = ({ id, spans }: Finding): string => id + spans.map(({ start, end }) => ` ${start}-${end}`).join('');

/** The exact words a finding is about, shortened in the middle when long. */
export function quoted({ spans }: Finding, text: string): string {
  const words = spans[0] ? text.slice(spans[0].start, spans[0].end).replace(/\s+/g, ' ') : '';
  return words.length > 40 ? `${words.slice(0, 24)}…${words.slice(-12)}` : words;
}
