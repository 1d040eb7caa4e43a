/**
 * Paths into JSON, the only "language" an adapter has. Segments are separated by dots:
 * a name or index, `*` for every element or property, `**` for any depth, `{other.path}` for the value found there.
 */

const MAX_RESULTS = 100;
const MAX_STEPS = 20_000;

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const segments = (path: string): string[] => path.match(/\{[^}]*\}|[^.]+/g) ?? [];

/** Every value at `path`, in document order, at most 100. Never throws; a path that leads nowhere is []. */
export function valuesAt(root: unknown, path: string): unknown[] {
  const found: unknown[] = [];
  let steps = 0;
  const walk = (value: unknown, rest: string[]): void => {
    steps += 1;
    if (steps > MAX_STEPS || found.length >= MAX_RESULTS) return;
    const [head, ...tail] = rest;
    if (head === undefined) {
      found.push(value);
    } else if (isBranch(value)) {
      if (head === '**') {
        walk(value, tail);
        for (const child of Object.values(value)) walk(child, rest);
      } else if (head === '*') {
        for (const child of Object.values(value)) walk(child, tail);
      } else {
        const name = head.startsWith('{') ? String(valuesAt(root, head.slice(1, -1))[0] ?? '') : head;
        if (Object.hasOwn(value, name)) walk(value[name], tail);
      }
    }
  };
  walk(root, segments(path));
  return found;
}

/** The strings at the first path that has any. Numbers become strings; everything else is skipped. */
export function textsAt(root: unknown, paths: readonly string[]): string[] {
  for (const path of paths) {
    const texts = valuesAt(root, path).flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [String(value)] : []));
    if (texts.length > 0) return texts;
  }
  return [];
}
