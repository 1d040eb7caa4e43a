/** Signature lines: solid rule = signed, dashed = open. They name people, never only a count. */
import type { SignatureLine, SignatureState } from '../../review/contract';
import { el } from './el';
import { icon, type IconName } from './icons';
import { clock } from './words';

const STATES: Record<SignatureState, [icon: IconName, words: string]> = {
  wrote: ['pen', 'Wrote it'], approved: ['signed', 'Approved'], open: ['held', 'Not signed yet'], reading: ['held', 'Reading now'],
  outdated: ['back', 'Outdated'], asked: ['back', 'Asked for changes'], rejected: ['close', 'Rejected'],
};

export function lines(list: SignatureLine[], now: number): Element {
  return el('ul', 'lines', list.map(({ person, state, at, revision }) => {
    const [glyph, words] = STATES[state];
    const when = state === 'outdated' ? (revision === null ? '' : `, signed version ${revision}`) : at === null || words.endsWith('yet') || words.endsWith('now') ? '' : `, ${clock(at, now)}`;
    return el('li', state, el('div', 'name', icon(glyph), el('span', { dir: 'auto' }, person.name)), el('span', 'm', words + when));
  }));
}
