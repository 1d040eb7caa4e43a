/** Signature lines for the verdict bar: people by name; those who have not opened it share one line. Pure. */
import type { SignatureLine, SignatureState } from '../../review/contract';
import { clockTime, listNames } from '../queue/words';

export interface DrawnLine {
  key: string;
  state: SignatureState;
  name: string;
  detail: string;
}

const WORDS: Record<SignatureState, string> = { wrote: 'Wrote it', approved: 'Approved', open: 'Not opened yet', reading: 'Opened', outdated: 'Outdated', asked: 'Asked for changes', rejected: 'Rejected' };

interface Context {
  nameOf(id: string): string;
  /** Who looks at this page now: their line says "reading". */
  readerId: string;
  /** Signatures still missing; 0 draws no open line. */
  missing: number;
}

export function drawLines(lines: readonly SignatureLine[], { nameOf, readerId, missing }: Context): DrawnLine[] {
  const drawn: DrawnLine[] = [];
  const open = lines.filter(({ state, person }) => state === 'open' && person.id !== readerId);
  for (const { person, state: stored, at, revision } of lines) {
    // The reader is on this page: their own line need not wait for the background to say so.
    const state = stored === 'open' && person.id === readerId ? 'reading' : stored;
    if (state === 'open') continue;
    if (state === 'reading' && missing === 0) continue;
    const time = at === null ? '' : `, ${clockTime(at)}`;
    const reading = state === 'reading' && person.id === readerId;
    const detail = state === 'outdated' ? `Outdated, signed version ${revision ?? '?'}` : reading ? 'Reading now' : `${WORDS[state]}${time}`;
    drawn.push({ key: person.id, state, name: nameOf(person.id), detail });
  }
  drawn.sort((a, b) => Number(a.state === 'reading') - Number(b.state === 'reading'));
  if (open.length > 0 && missing > 0) drawn.push({ key: 'open', state: 'open', name: listNames(open.map(({ person }) => nameOf(person.id)), 'or'), detail: open.length === 1 ? WORDS.open : missing === 1 ? 'One of them signs' : `${missing} of them sign` });
  return drawn;
}
