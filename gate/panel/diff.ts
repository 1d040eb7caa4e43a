/** Word changes between two texts, shortened around the changes. Library: jsdiff (interface.md §4.2), its array part only, for size. */
import { diffArrays } from 'diff/lib/diff/array.js';
import { el } from './el';

const AROUND = 48;
/** Words with their inner hyphens, white space, and single signs; scripts that do not space their words are cut by Intl.Segmenter. */
const UNSPACED = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
const split = (text: string): string[] =>
  UNSPACED.test(text) ? Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text), ({ segment }) => segment) : (text.match(/\s+|[^\s\p{P}]+(?:[-’'][^\s\p{P}]+)*|\p{P}/gu) ?? []);

export interface Change {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** What changed, in order; neighbouring changes that only a space keeps apart are read as one. Long unchanged runs keep the words next to a change. */
export function changes(before: string, after: string): Change[] {
  const list: Change[] = [];
  let removed = '';
  let added = '';
  const push = (kind: Change['kind'], text: string) => text && list.push({ kind, text });
  const flush = () => {
    // White space both sides end with did not change.
    const end = /\s*$/.exec(removed)?.[0] ?? '';
    const same = added.endsWith(end) ? end.length : 0;
    push('removed', same ? removed.slice(0, -same) : removed);
    push('added', same ? added.slice(0, -same) : added);
    removed = added = '';
    push('same', same ? end : '');
  };
  const parts = diffArrays(split(before), split(after));
  parts.forEach((part, index) => {
    const text = part.value.join('');
    if (part.removed) removed += text;
    else if (part.added) added += text;
    else if (removed && added && /^\s+$/.test(text) && index < parts.length - 1) {
      removed += text;
      added += text;
    } else {
      flush();
      push('same', text);
    }
  });
  flush();
  return list.map(({ kind, text }, index) => {
    if (kind !== 'same' || text.length <= AROUND * 2) return { kind, text };
    const head = index === 0 ? '' : text.slice(0, AROUND).replace(/\S*$/, '');
    const tail = index === list.length - 1 ? '' : text.slice(-AROUND).replace(/^\S*/, '');
    return { kind, text: `${head}…${tail}` };
  });
}

export function diff(before: string, after: string): Element {
  return el('p', { className: 'draft', dir: 'auto' }, changes(before, after).map(({ kind, text }) =>
    kind === 'same' ? text : el(kind === 'added' ? 'ins' : 'del', {}, el('span', 'sr', `${kind}: `), text)));
}
