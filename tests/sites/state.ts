/** What a practice site remembers, and helpers to read a request. */
import type { ApiContext, LoggedRequest, PostDraft, PublishedPost, SiteMode, SiteRequest } from './site';

export interface SiteState {
  mode: SiteMode;
  delayMs: number;
  posts: PublishedPost[];
  requests: LoggedRequest[];
  underway: number;
  uploads: Map<string, { name: string; bytes: number; data: Uint8Array; mime: string }>;
  /** Never goes back, so that ids stay unique over a reset. */
  counter: number;
}

const decoder = new TextDecoder();

export const readBody = (bytes: Uint8Array): string => decoder.decode(bytes);

export function storePost(state: SiteState, draft: PostDraft): void {
  state.counter += 1;
  state.posts.push({
    title: '', warning: '', audience: '', media: [], at: Date.now(),
    ...draft,
    id: draft.id ?? nextId(state.counter - 1),
  });
}

/** Looks like the long numeric ids the real sites use. */
function nextId(counter: number): string {
  return String(1_986_000_000_000_000_000n + BigInt(counter));
}

export function createApiContext(state: SiteState, request: SiteRequest, url: URL): ApiContext {
  const text = readBody(request.body);
  return {
    url,
    text,
    bytes: request.body,
    nextId: nextId(state.counter),
    posts: state.posts,
    uploads: state.uploads,
    json() {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return null;
      }
    },
    form: () => new URLSearchParams(text),
    header: (name) => request.headers[name] ?? '',
  };
}
