import { useEffect, useState } from 'react';
import type { Managed } from '../../review/managed';
import { browser } from '../../runtime/browser';
import { readManaged } from '../../storage/queries/managed';

/** What the organisation set. A policy may arrive seconds after the page opened, and change while it is open. */
export function useManaged(): Managed {
  const [managed, setManaged] = useState<Managed>({});
  useEffect(() => {
    let here = true;
    const read = (): void => void readManaged().then(({ values }) => { if (here) setManaged(values); });
    const changed = (_changes: unknown, area: string): void => {
      if (area === 'managed') read();
    };
    browser.storage.onChanged.addListener(changed);
    read();
    return () => {
      here = false;
      browser.storage.onChanged.removeListener(changed);
    };
  }, []);
  return managed;
}
