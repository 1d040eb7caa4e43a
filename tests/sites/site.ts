/**
 * What a practice site is: a small page on the real editor packages plus a server that models the
 * publish endpoint with its real path and body. The server's `posts()` is the only witness tests trust.
 */

export interface SiteRequest {
  method: string;
  /** Absolute address. */
  url: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface SiteAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** One post the server accepted. What is not here was not published. */
export interface PublishedPost {
  id: string;
  /** Adapter surface id the server saw the post arrive for. */
  surface: string;
  /** Acting account as the request named it. */
  account: string;
  /** Exact text from the request body, LF as sent. */
  text: string;
  title: string;
  warning: string;
  /** What it answers, or null. */
  target: string | null;
  audience: string;
  media: { name: string; bytes: number; alt: string }[];
  permalink: string;
  at: number;
}

/** page and asset: the site itself. publish: a call that publishes text. The rest (a like included) must pass while a post is held. */
export type RequestKind = 'page' | 'asset' | 'read' | 'autosave' | 'typing' | 'upload' | 'reaction' | 'publish' | 'unknown';

export interface LoggedRequest {
  method: string;
  url: string;
  kind: RequestKind;
  /** Body as text; '' for uploads. */
  body: string;
  status: number;
  at: number;
}

/**
 * normal; posted-500: published, yet answers 500 (LinkedIn's quirk); empty: published, answers 200 without a result
 * (X's quirk); refused: not published, answers 403; slow: published after `delayMs`.
 */
export type SiteMode = 'normal' | 'posted-500' | 'empty' | 'refused' | 'slow';

/** A page: the title of the document and JSON the script finds in `#site-data`. */
export interface SitePage {
  lang: string;
  title: string;
  data: Record<string, unknown>;
  /** Extra markup for the head, already escaped (a site's own state script). */
  head?: string;
  /** Element the site mounts on. */
  root?: string;
}

export type PostDraft = Pick<PublishedPost, 'surface' | 'account' | 'text' | 'target' | 'permalink'> & Partial<PublishedPost>;

/** What a call means. `publish` is stored by the common server, which also plays the modes. */
export type ApiCall =
  | { kind: 'publish'; post: PostDraft; answer: unknown; empty: unknown }
  | { kind: Exclude<RequestKind, 'page' | 'asset' | 'publish' | 'unknown'>; answer: unknown; status?: number };

export interface ApiContext {
  url: URL;
  text: string;
  bytes: Uint8Array;
  /** Number for the next post; the same one until a post is stored. */
  nextId: string;
  posts: readonly PublishedPost[];
  uploads: Map<string, { name: string; bytes: number; data: Uint8Array; mime: string }>;
  json(): unknown;
  form(): URLSearchParams;
  header(name: string): string;
}

export interface SiteDefinition {
  id: string;
  /** The real origin the page is served on. */
  origin: string;
  /** Other real origins the page calls (an upload host, a Bluesky PDS). */
  otherOrigins: string[];
  /** Content-Security-Policy of the page, in the shape the real site uses. */
  csp: string;
  /** Where a person lands. */
  home: string;
  page(url: URL): SitePage | null;
  /** Null when the address is not one of the site's calls. */
  api(request: SiteRequest, context: ApiContext): ApiCall | null;
}
