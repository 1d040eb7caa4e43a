/** Which window a request went through. Windows close at once; who asks later, such as the witness, is told from here. */
import type { Found } from './windows';

const KEPT = 200;
const passed = new Map<string, Found>();

export function notePassage(requestId: string, found: Found): void {
  passed.set(requestId, found);
  const [oldest] = passed.keys();
  if (passed.size > KEPT && oldest !== undefined) passed.delete(oldest);
}

/** Null: it went through none, or in the life of an earlier worker. */
export const passageOf = (requestId: string): Found | null => passed.get(requestId) ?? null;
