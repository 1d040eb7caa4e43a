/**
 * Draws a list of sections and rebuilds only those whose data changed, so that a half-written note,
 * a selection or a running animation survives every update around it.
 */
export type Section = [key: string, data: unknown, build: () => Element];

export function sectionsIn(parent: Element): (list: Section[]) => void {
  const kept = new Map<string, [sign: string, node: Element]>();
  return (list) => {
    const nodes = list.map(([key, data, build]) => {
      const sign = JSON.stringify(data);
      const old = kept.get(key);
      if (old?.[0] === sign) return old[1];
      const node = build();
      kept.set(key, [sign, node]);
      return node;
    });
    for (const child of Array.from(parent.children)) if (!nodes.includes(child)) child.remove();
    for (const key of kept.keys()) if (!list.some(([one]) => one === key)) kept.delete(key);
    nodes.forEach((node, index) => {
      if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
    });
  };
}
