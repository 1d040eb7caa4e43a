import { diffWordsWithSpace } from 'diff';

export interface Change {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** One stretch: what it was and what it is. Equal when nothing changed there. */
interface Stretch {
  before: string;
  after: string;
}

/**
 * Word-level changes from `before` to `after`. Words are found with Intl.Segmenter, so that languages
 * without spaces are not one long change (interface.md §4.2). A short unchanged stretch between larger
 * changes is drawn as part of them: a phrase that was rewritten reads better whole than in crumbs.
 */
export function wordChanges(before: string, after: string, locale?: string): Change[] {
  const intlSegmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const stretches: Stretch[] = [];
  for (const part of diffWordsWithSpace(before, after, { intlSegmenter })) {
    const last = stretches.at(-1);
    const next: Stretch = { before: part.added ? '' : part.value, after: part.removed ? '' : part.value };
    if (last && changed(last) && changed(next)) Object.assign(last, join(last, next));
    else stretches.push(next);
  }
  return absorbCrumbs(stretches).flatMap(draw);
}

const changed = ({ before, after }: Stretch): boolean => before !== after;
const join = (a: Stretch, b: Stretch): Stretch => ({ before: a.before + b.before, after: a.after + b.after });
const size = ({ before, after }: Stretch): number => Math.max(before.length, after.length);

/** Joins change, crumb, change while the crumb is one word at most and no longer than either neighbour. */
function absorbCrumbs(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    out.push(stretch);
    for (;;) {
      const [left, crumb, right] = out.slice(-3);
      if (!left || !crumb || !right || !changed(left) || changed(crumb) || !changed(right)) break;
      const words = crumb.before.trim();
      if (words.length > Math.min(size(left), size(right)) || /\s/.test(words) || crumb.before.includes('\n')) break;
      out.splice(-3, 3, join(join(left, crumb), right));
    }
  }
  return out;
}

function draw(stretch: Stretch): Change[] {
  if (!changed(stretch)) return [{ kind: 'same', text: stretch.before }];
  // A space that ends both belongs to neither.
  const tail = /\s*$/.exec(stretch.before)?.[0] ?? '';
  const kept = tail !== '' && stretch.after.endsWith(tail) && stretch.after !== tail && stretch.before !== tail ? tail : '';
  const changes: Change[] = [
    { kind: 'removed', text: stretch.before.slice(0, stretch.before.length - kept.length) },
    { kind: 'added', text: stretch.after.slice(0, stretch.after.length - kept.length) },
    { kind: 'same', text: kept },
  ];
  return changes.filter(({ text }) => text !== '');
}
