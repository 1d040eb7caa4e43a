/** What the organisation set for this browser. Read again each time: a policy can change while the browser runs. */
import { readPolicy } from '../../review/managed';
import type { ManagedRead } from '../../review/managed';
import { browser } from '../../runtime/browser';

/** Firefox rejects when no policy names us; Chrome and Edge answer with nothing. */
export async function readManaged(): Promise<ManagedRead> {
  const area = browser.storage.managed as { get(key: null): Promise<unknown> } | undefined;
  try {
    return readPolicy(await area?.get(null));
  } catch {
    return { values: {}, problems: [] };
  }
}
