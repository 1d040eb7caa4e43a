/** Names of keys: which smell of code, and which known one was probably meant. */

/** Words that mean "run this". A strict schema would refuse them anyway; naming them says why. */
const CODE = /^(on[A-Z]\w*|.*(function|script|expr|eval|html|code|hook|handler|callback|template_?string|transform|webassembly).*|fn|js|run|exec|proto|__proto__|constructor|prototype)$/i;
/** Known keys the pattern would catch. */
const FINE = new Set(['template', 'transport']);
const MAX_DEPTH = 40;

type Path = (string | number)[];

export function smellsOfCode(key: string): boolean {
  return !FINE.has(key) && CODE.test(key);
}

/** Paths of keys that smell of code, in document order. Names under `labels` are language tags and are left alone. */
export function codeKeys(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || path.length > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => codeKeys(item, [...path, index]));
  return Object.entries(value).flatMap(([key, child]) => {
    const here = [...path, key];
    return path.at(-1) !== 'labels' && smellsOfCode(key) ? [here] : codeKeys(child, here);
  });
}

/** Optimal string alignment distance, for short names. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** The known key that was probably meant, or null when nothing is near. */
export function nearestKey(name: string, known: readonly string[]): string | null {
  const low = name.toLowerCase();
  const ranked = known
    .map((key) => ({ key, off: key.toLowerCase().startsWith(low) && low.length > 2 ? 0.5 : distance(low, key.toLowerCase()) }))
    .sort((a, b) => a.off - b.off || a.key.localeCompare(b.key));
  const best = ranked[0];
  return best && best.off <= Math.max(1, Math.floor(name.length / 3)) ? best.key : null;
}
