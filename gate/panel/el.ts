/** Plain DOM in two functions: the panel has to be small, and nothing in it needs more. */
type Kid = Node | string | null | undefined | false;

/** Properties are set as properties (className, onclick, ariaLabel), never as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, props: Partial<HTMLElementTagNameMap[K]> | string = {}, ...kids: (Kid | Kid[])[]): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  Object.assign(node, typeof props === 'string' ? { className: props } : props);
  node.append(...kids.flat().filter((kid): kid is Node | string => Boolean(kid)));
  return node;
}

/** An inline drawing that screen readers skip; `grid` is the side of its view box. */
export function svg(size: number, grid: number, className: string, ...paths: Record<string, string | number>[]): SVGSVGElement {
  const make = (tag: string, attributes: Record<string, string | number>) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
    return node;
  };
  const root = make('svg', { class: `i ${className}`, width: size, height: size, viewBox: `0 0 ${grid} ${grid}`, 'aria-hidden': 'true' }) as SVGSVGElement;
  root.append(...paths.map((path) => make('path', path)));
  return root;
}
