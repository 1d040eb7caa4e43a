/**
 * The shape of an adapter: what Countersign knows about one site, as data only.
 * Source: reference/platforms.md §6. Objects are strict, so a key that smells of code is refused;
 * imports from strangers go through the same door (see import.ts).
 */
import { z } from 'zod';
import { SURFACES } from '../review/model';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'use lower-case letters, digits and hyphens');
const selector = z.string().min(1).max(300);
const selectors = z.array(selector).min(1).max(12);
/** A regular expression source. Kept short and checked for nested repeats at import (guard.md §5). */
const pattern = z.string().min(1).max(200);

export const EDITOR_KINDS = ['draft', 'lexical', 'prosemirror', 'quill1', 'quill2', 'slate', 'textarea', 'input', 'plain'] as const;
export type EditorKind = (typeof EDITOR_KINDS)[number];

/**
 * Where a fact about the page is read. Sources of one list are tried in order; the first that yields something wins.
 * `pick` keeps the first capture group, so the pattern must have one.
 * - attr, text: the first matching element whose value passes `pick`, searched in the document, then in the shadow hosts' roots.
 * - closest: from the composer (itself included) up to `selector`, then down to `inner` when given; `attr`, or the element's text.
 * - url: `pick` over the page's address. localStorage, json: a path of path.ts inside parsed JSON
 *   (`json` reads the text of the first matching element that yields something).
 */
export const sourceSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('attr'), selector, attr: z.string().max(60), pick: pattern.optional() }),
  z.strictObject({ from: z.literal('text'), selector, pick: pattern.optional() }),
  z.strictObject({ from: z.literal('closest'), selector, attr: z.string().max(60).optional(), inner: selector.optional(), pick: pattern.optional() }),
  z.strictObject({ from: z.literal('url'), pick: pattern }),
  z.strictObject({ from: z.literal('localStorage'), key: z.string().max(100), path: z.string().max(120) }),
  z.strictObject({ from: z.literal('json'), selector, path: z.string().max(120) }),
  z.strictObject({ from: z.literal('fixed'), value: z.string().max(120) }),
]);

/**
 * Entries with the same role are alternatives: the first that matches inside the scope is taken.
 * Only `body` must be there; `title` and `warning` are read when present and empty otherwise.
 */
const editorSchema = z.strictObject({
  role: z.enum(['body', 'title', 'warning']),
  selectors,
  kind: z.enum(EDITOR_KINDS),
  /** Several editors in document order make one thread. */
  multi: z.boolean().optional(),
});

const sendSchema = z.strictObject({
  /** Empty when the site has no send control (a chat where Enter sends). */
  selectors: z.array(selector).max(12),
  /**
   * Exact names per locale, for sites without stable attributes. When given, a control must match a selector and bear
   * one of these names in any locale: aria-label, else visible text, with zero-width characters removed and ends trimmed.
   */
  labels: z.record(z.string().max(10), z.array(z.string().min(1).max(60)).min(1)).optional(),
  /** Look-alikes that must pass: toggles, schedule pickers. */
  exclude: z.array(selector).max(12).optional(),
  /** Extra events this control sends on, besides click, Enter and Space on the focused control. */
  events: z.array(z.enum(['pointerdown', 'mousedown', 'pointerup', 'mouseup'])).optional(),
});

const keySchema = z.strictObject({
  combo: z.enum(['enter', 'mod+enter', 'shift+enter', 'alt+enter', 'mod+s', 'alt+s']),
  in: z.enum(['body', 'title', 'warning']),
  /** While one of these matches, the key belongs to a list, not to the send. */
  unless: z.array(selector).max(8).optional(),
});

/** Surfaces are tried in order; the first whose paths, scope and body editor match the composer wins. */
const surfaceSchema = z.strictObject({
  id,
  kind: z.enum(SURFACES),
  /** Pathname patterns with `*`; absent means anywhere on the site. */
  paths: z.array(z.string().max(200)).max(12).optional(),
  /** Smallest container of one composer. Absent: nearest ancestor holding the editor and a send control. */
  scope: selectors.optional(),
  /** Hosts of shadow roots to look into, outermost first; the plain document is searched too. */
  shadowHosts: z.array(selector).max(4).optional(),
  editors: z.array(editorSchema).min(1).max(6),
  send: sendSchema,
  keys: z.array(keySchema).max(8),
  target: z.array(sourceSchema).max(6).optional(),
  targetLabel: z.array(sourceSchema).max(6).optional(),
  audience: z.array(sourceSchema).max(6).optional(),
  attachments: z.strictObject({ previews: selectors, alt: z.string().max(60).optional() }).optional(),
  restore: z.strictObject({ url: z.string().max(300).optional(), click: selector.optional() }).optional(),
  limit: z.strictObject({ counter: z.enum(['twitter', 'graphemes', 'utf16', 'codepoints', 'mastodon']), max: z.int().positive() }).optional(),
  feedback: z.strictObject({
    /** Appears when the site says it is out. `link` is an attribute on it or a descendant selector's href. */
    sent: z.strictObject({ selector, link: selector.optional() }).optional(),
    failed: z.strictObject({ selector }).optional(),
    /** The composer empties or leaves the page when the site accepted the post. */
    cleared: z.boolean().optional(),
  }).optional(),
  publish: z.array(id).max(8),
});

const publishSchema = z.strictObject({
  id,
  method: z.enum(['POST', 'PUT', 'PATCH', 'GET']),
  /** Source of a regular expression over the whole URL. */
  url: pattern,
  transport: z.enum(['request', 'navigation', 'socket']),
  /**
   * When one URL serves everything: the header, form field or JSON path whose value, or one of whose values, is listed.
   * frame: a path in the JSON of a socket frame (any prefix before the first bracket is skipped), or with an empty key
   * how the frame begins. xml: the elements of a frame, `message.body`; the value `*` stands for any.
   */
  operation: z.strictObject({ in: z.enum(['json', 'form', 'header', 'frame', 'xml']), key: z.string().max(80), values: z.array(z.string().max(120)).min(1).max(20) }).optional(),
  /** The site's own service worker sends this call: no tab is known for it, so its window is open to workers too (guard.md §3.4). */
  worker: z.boolean().optional(),
  /**
   * A socket the site opens when something is published, and that carries nothing else: its opening is locked like a call.
   * Never for one that also brings news or stays open, because reading would stop with it.
   */
  dedicated: z.boolean().optional(),
  bodyType: z.enum(['json', 'form', 'multipart', 'formJson', 'query', 'frame', 'xml', 'opaque']),
  /**
   * Where the text sits: paths of path.ts; the first path that yields a string wins, several values make one thread.
   * form and multipart: the first segment names the field. formJson: that field holds JSON and the rest goes into it.
   * frame: a path inside the JSON of a socket frame. xml: elements of a frame, from the outermost inwards. opaque: cannot be read, keep the list empty.
   */
  text: z.array(z.string().max(120)).max(6),
  /** The new post's address in the answer: a path, a pattern whose groups fill {1} {2} of the template; {id} is the whole value. */
  permalink: z.strictObject({ path: z.string().max(120), pick: pattern.optional(), template: z.string().max(200).optional() }).optional(),
});

/**
 * Pages on which the signed-in account's own posts stand, read after the fact to find posts without a receipt.
 * `link`, `author` and `at` are read from inside one item (their `closest` starts there). A post whose time cannot be
 * read is not judged: it may be older than the coverage of the site.
 */
export const ownPostsSchema = z.strictObject({
  /** Pathname patterns with `*`. */
  paths: z.array(z.string().max(200)).min(1).max(6),
  item: selector,
  text: selector,
  link: z.array(sourceSchema).min(1).max(4),
  /** Compared with the signed-in account's handle or id; an item of somebody else (a repost) is left alone. */
  author: z.array(sourceSchema).min(1).max(4),
  at: z.array(sourceSchema).min(1).max(4),
  /** date: RFC 3339 or what Date.parse takes. snowflake: an id whose bits above 22 are Unix ms minus `epoch`. tid: an atproto record key (µs). */
  atForm: z.enum(['date', 'snowflake', 'tid']),
  epoch: z.int().nonnegative().optional(),
});

export const adapterSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id,
  title: z.string().min(1).max(60),
  /** Sprite symbol, `site-*`, or absent for the globe. */
  icon: z.string().regex(/^site-[a-z]+$/).optional(),
  /** Match patterns. Self-hosted software has none: the person names the host. */
  hosts: z.array(z.string().regex(/^(\*|https?):\/\/[^/]+\/\*$/, 'use a match pattern such as https://example.org/*')).max(12),
  /** Other hosts the publish calls go to, when not the site's own. Nothing runs there; the browser only lets us watch calls to hosts it was asked for. */
  callHosts: z.array(z.string().regex(/^(\*|https?):\/\/[^/]+\/\*$/, 'use a match pattern such as https://example.org/*')).max(4).optional(),
  /** Marks a page of self-hosted software. */
  detect: selector.optional(),
  surfaces: z.array(surfaceSchema).min(1).max(12),
  publish: z.array(publishSchema).max(16),
  /** Calls that look like publishing and are not: autosave, typing, prechecks (URL patterns). */
  passThrough: z.array(pattern).max(16).optional(),
  /** First source that yields something wins. `id` falls back to the handle. */
  identity: z.strictObject({ handle: z.array(sourceSchema).min(1).max(8), id: z.array(sourceSchema).max(8).optional() }),
  ownPosts: ownPostsSchema.optional(),
  /** replay: the suppressed send is repeated by us. press: the person presses once more. */
  release: z.enum(['replay', 'press']),
  verified: z.iso.date(),
  evidence: z.array(z.strictObject({ claim: z.string().max(300), source: z.string().max(200), year: z.int() })).max(30),
  gaps: z.array(z.string().max(300)).max(20),
});

export type Adapter = z.infer<typeof adapterSchema>;
/** Where the facts come from and what is missing: for people, not for pages. */
export type AdapterNotes = Pick<Adapter, 'evidence' | 'gaps'>;
export type BareAdapter = Omit<Adapter, keyof AdapterNotes>;
export type SurfaceSpec = Adapter['surfaces'][number];
export type EditorSpec = SurfaceSpec['editors'][number];
export type PublishSpec = Adapter['publish'][number];
export type OwnPosts = z.infer<typeof ownPostsSchema>;
export type Source = z.infer<typeof sourceSchema>;
