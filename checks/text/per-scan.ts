import type { Scan } from './scan';

/** Computes once per scan what several checks need. The scan is the key, so nothing outlives the draft. */
export function perScan<T>(compute: (scan: Scan) => T): (scan: Scan) => T {
  const known = new WeakMap<Scan, { value: T }>();
  return (scan) => {
    const hit = known.get(scan);
    if (hit) return hit.value;
    const value = compute(scan);
    known.set(scan, { value });
    return value;
  };
}
