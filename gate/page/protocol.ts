/**
 * What the page world and the gate say to each other: strings on a private, detached node.
 * The page may lie in all of it. It can ask that one call passes; it can never decide (guard.md §3.5).
 */

/** Handed over once, while no script of the page has run: a random name, and a node nobody else holds. */
export const HAND_OVER = 'countersign:hand-over';
export const CALL_GATE = 'countersign:call-gate';

/** Gate to page: which calls to report. `url` is the source of a regular expression over the whole address. */
export interface PageRules {
  publish: { adapter: string; id: string; method: string; url: string; socket: boolean; answer: boolean }[];
  pass: string[];
}

/** How the page wants to send it. */
export type Way = 'fetch' | 'fetch-later' | 'xhr' | 'beacon' | 'socket';

/** Page to gate: a call that may publish is about to start. The answer is given before the dispatch returns. */
export interface CallAsked {
  /** Number of the call, for the notice that ends it. */
  call: number;
  /** Empty while the rules are not known; `id` is the method then. */
  adapter: string;
  id: string;
  way: Way;
  /** Absolute address. */
  url: string;
  /** Text, or fields as JSON pairs, or null when it cannot be read here. */
  body: string | null;
  fields: boolean;
  headers: Record<string, string>;
}

/** Gate to page. `wait`: the gate opens the network lock for it first and then says yes or no to this call by its number. */
export type CallAnswer = 'yes' | 'no' | 'wait';

/** Page to gate: how that call ended. Status 0: no answer. */
export interface CallEnded {
  call: number;
  status: number;
  /** Body of the answer when the adapter reads an address from it, at most 200 000 characters. */
  body: string | null;
  /** The site's own word for "refused, send again" (MediaWiki's error header). */
  refused: boolean;
}
