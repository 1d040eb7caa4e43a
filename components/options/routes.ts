/** Hash routes of the options page. Only things that exist have an entry. */
export const ROUTES = [
  { id: 'rules', title: 'Rules', icon: 'ui-rules', group: 'work' },
  { id: 'people', title: 'People & accounts', icon: 'ui-people', group: 'work' },
  { id: 'sites', title: 'Sites & coverage', icon: 'ui-globe', group: 'work' },
  { id: 'audit', title: 'Audit', icon: 'ui-log', group: 'work' },
  { id: 'protection', title: 'Protection', icon: 'ui-lock', group: 'page' },
  { id: 'appearance', title: 'Appearance', icon: 'ui-palette', group: 'page' },
  { id: 'about', title: 'About', icon: 'ui-info', group: 'page' },
] as const;

export type RouteId = (typeof ROUTES)[number]['id'];

export interface Route {
  id: RouteId;
  /** What follows the first slash: "#sites/add" has rest "add". */
  rest: string;
}

/** Reads "#people/acc". An unknown or empty hash is Sites & coverage: the page people come for first. */
export function routeFromHash(hash: string): Route {
  const [head = '', ...tail] = hash.replace(/^#\/?/, '').split('/');
  const known = ROUTES.find((route) => route.id === head);
  return known ? { id: known.id, rest: tail.join('/') } : { id: 'sites', rest: '' };
}
