import { useEffect, useState } from 'react';
import { counts } from '../../storage/queries/holds';
import { watch } from '../../storage/queries/watch';

/** How many posts wait for anybody; null until known. Shown while locked, when nobody's own list can be. */
export function useWaitingCount(): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => watch(() => counts(null), (found) => setCount(found.waiting), () => setCount(null)), []);
  return count;
}
