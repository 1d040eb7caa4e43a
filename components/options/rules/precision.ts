/** The precision figure of one check, in words. Pure. */
import type { FlagCount } from '../../../storage/queries/flags';

/** Fewer posts than this say nothing about a check, so no share is shown. */
const ENOUGH = 5;

/** "Precision 92 %, 3 of 38 marked wrong", and what to say while there is too little to go by. */
export function precisionWords(count: Pick<FlagCount, 'fired' | 'wrong'> | undefined): string {
  if (!count || count.fired === 0) return 'Not seen yet';
  const marked = `${count.wrong} of ${count.fired} marked wrong`;
  if (count.fired < ENOUGH) return marked;
  // Rounded down: 99.6 % is not 100 % while one flag was wrong.
  return `Precision ${Math.floor(((count.fired - count.wrong) / count.fired) * 100)} %, ${marked}`;
}
