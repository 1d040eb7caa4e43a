import { listNames } from '../queue/words';

/** "Ana", "Ana and Tim", "Ana, Tim and Jo"; "nobody" for an empty list. */
export function names(people: readonly { name: string }[], joint: 'and' | 'or' = 'and'): string {
  return listNames(people.map(({ name }) => name), joint) || 'nobody';
}
