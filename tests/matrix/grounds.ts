/**
 * Where a way is tried. Each ground leaves layers out, so that one layer can be seen without the others:
 * - composer: a covered page with a composer the adapter knows. Every layer.
 * - bare: a covered page without one. The page's world and the network.
 * - foreign: a page of an origin nobody covered, publishing to the covered site. The network alone.
 */
export const GROUNDS = ['composer', 'bare', 'foreign'] as const;
export type Ground = (typeof GROUNDS)[number];
