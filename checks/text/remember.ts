/** Drafts are read again at every pause of typing, and most of what stands in a text comes more than once. */
const MOST = 4_096;

/** Remembers what `compute` said of a string; forgets everything when it has remembered too much. */
export function remembering<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { value: T }>();
  return (text) => {
    const hit = known.get(text);
    if (hit !== undefined) return hit.value;
    if (known.size >= MOST) known.clear();
    const value = compute(text);
    known.set(text, { value });
    return value;
  };
}
