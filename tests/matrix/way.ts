/**
 * One way a page can publish: what it is called, who starts it, and what the page does. The same entry runs in
 * the page (bundled by server.ts) and names a row in the table. Source: reference/guard.md §3.1.
 */

/** What a way finds in its page. Every address carries the number of this run, so a late arrival is still known. */
export interface Place {
  json: string;
  form: string;
  multipart: string;
  /** A native form's target: the server answers with a page. */
  page: string;
  pixel: string;
  socket: string;
  /** A page on this page's own origin that sends `body` to `json` by itself. */
  frame: string;
  /** The same page on an origin that nobody covered. */
  elsewhere: string;
  /** The text to publish, and the same as the JSON body. */
  text: string;
  body: string;
  /** The send control, also inside a closed root. */
  control: HTMLElement;
  /** The composer's form; null in a composer without one. */
  native: HTMLFormElement | null;
  /** Nothing an extension did so far kept the site's own code from running. */
  tried(): void;
}

/** `form`: textarea in a form. `box`: contenteditable and a button. `quick`: its button sends on pointerdown. `shadow`: a form in a closed root. `line`: an input in a form. */
export type Composer = 'form' | 'box' | 'quick' | 'shadow' | 'line';

/** A person's act, which the browser carries out with its own input. Without one, a script of the page starts the way. */
export type Act = { do: 'click' } | { do: 'key'; key: string; on: 'control' | 'editor' };

export interface Way {
  id: string;
  words: string;
  composer?: Composer;
  act?: Act;
  /** A script sets off an event that the site handles; only the handler counts as the site's try. */
  event?: boolean;
  /** False when this browser has no such thing. */
  has?: () => boolean;
  /** Runs when the page is built. */
  prepare?: (place: Place) => void | Promise<void>;
  /** Runs when a script starts the way. What it throws is noted, not raised. */
  send?: (place: Place) => unknown;
  /** Started in the page's first moments, before anything could have told the extension what this page is. */
  early?: boolean;
  /** The tab has to be open, and the way prepared, before the site is covered. */
  before?: boolean;
}

export const post = (place: Pick<Place, 'json' | 'body'>): Promise<Response> => fetch(place.json, { method: 'POST', body: place.body });

/** Resolves with the first such event; rejects on `error` or after two seconds. */
export function heard(target: EventTarget, type: string): Promise<Event> {
  return new Promise((resolve, reject) => {
    target.addEventListener(type, resolve, { once: true });
    target.addEventListener('error', () => reject(new Error(`${type} failed`)), { once: true });
    setTimeout(() => reject(new Error(`no ${type}`)), 2_000);
  });
}

/** What a run publishes. */
export const textOf = (number: string): string => `The mill opens at nine. ${number}`;
