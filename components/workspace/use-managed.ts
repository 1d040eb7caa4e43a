import { useEffect, useState } from 'react';
import type { Managed } from '../../review/managed';
import { onManaged, readManaged } from '../../storage/queries/managed';

/** What the organisation set. A policy may arrive seconds after the page opened, and change while it is open. */
export function useManaged(): Managed {
  const [managed, setManaged] = useState<Managed>({});
  useEffect(() => {
    const ended = new AbortController();
    const read = (): void => void readManaged().then(({ values }) => { if (!ended.signal.aborted) setManaged(values); });
    onManaged(read, ended.signal);
    read();
    return () => ended.abort();
  }, []);
  return managed;
}
