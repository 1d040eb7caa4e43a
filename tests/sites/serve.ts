/**
 * The common server of the practice sites. `createSite(id)` answers requests in memory, so the same site
 * serves Playwright routing on the real origin (route.ts) and a loopback HTTP server (`listen`).
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assetOf } from './build';
import { createApiContext, readBody, storePost } from './state';
import type { SiteState } from './state';
import { SITES } from './sites';
import { htmlOf } from './html';
import type { ApiCall, LoggedRequest, PublishedPost, RequestKind, SiteAnswer, SiteDefinition, SiteMode, SiteRequest } from './site';

export type { LoggedRequest, PublishedPost, SiteAnswer, SiteMode, SiteRequest } from './site';

export interface Site {
  id: string;
  definition: SiteDefinition;
  handle(request: SiteRequest): Promise<SiteAnswer>;
  /** What the server received and published, oldest first. The only witness tests may trust. */
  posts(): PublishedPost[];
  /** Every request, oldest first. */
  requests(kind?: RequestKind): LoggedRequest[];
  /** Publish calls that arrived and wait for their answer (mode `slow`). */
  underway(): number;
  setMode(mode: SiteMode, delayMs?: number): void;
  /** Forgets posts, requests, uploads and the mode. */
  reset(): void;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const wait = (ms: number) => new Promise<void>((done) => { setTimeout(done, ms); });

function corsHeaders(request: SiteRequest): Record<string, string> {
  const origin = request.headers.origin;
  if (!origin) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, PUT, OPTIONS',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
  };
}

function json(status: number, value: unknown): SiteAnswer {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { status, headers: { 'content-type': JSON_TYPE }, body: text };
}

async function answerPublish(state: SiteState, call: Extract<ApiCall, { kind: 'publish' }>): Promise<SiteAnswer> {
  if (state.mode === 'refused') return json(403, { errors: [{ message: 'This post was refused.' }] });
  if (state.mode === 'slow') {
    state.underway += 1;
    await wait(state.delayMs);
    state.underway -= 1;
  }
  storePost(state, call.post);
  if (state.mode === 'posted-500') return json(500, { error: 'internal' });
  return json(200, state.mode === 'empty' ? call.empty : call.answer);
}

/** @param id folder name under tests/sites with a server.ts. Throws on an unknown id: that is a bug in the test. */
export function createSite(id: string): Site {
  const definition = SITES[id];
  if (!definition) throw new Error(`There is no practice site "${id}". Known: ${Object.keys(SITES).join(', ')}.`);
  const state: SiteState = { mode: 'normal', delayMs: 0, posts: [], requests: [], uploads: new Map(), counter: 0, underway: 0 };

  async function answer(request: SiteRequest, url: URL): Promise<{ kind: RequestKind; answer: SiteAnswer }> {
    if (request.method === 'OPTIONS') return { kind: 'read', answer: { status: 204, headers: {}, body: '' } };
    const asset = await assetOf(definition!.id, url.pathname);
    if (asset) return { kind: 'asset', answer: asset };
    const call = definition!.api(request, createApiContext(state, request, url));
    if (call?.kind === 'publish') return { kind: 'publish', answer: await answerPublish(state, call) };
    if (call) {
      const bytes = call.answer instanceof Uint8Array ? call.answer : null;
      if (bytes) return { kind: call.kind, answer: { status: 200, headers: { 'content-type': 'image/png' }, body: bytes } };
      return { kind: call.kind, answer: json(call.status ?? 200, call.answer) };
    }
    const page = request.method === 'GET' ? definition!.page(url) : null;
    if (page) {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': definition!.csp, 'x-frame-options': 'DENY', 'cache-control': 'no-store' };
      return { kind: 'page', answer: { status: 200, headers, body: htmlOf(page) } };
    }
    return { kind: 'unknown', answer: json(404, { error: 'not found' }) };
  }

  return {
    id,
    definition,
    async handle(request) {
      const url = new URL(request.url);
      const done = await answer(request, url);
      const body = done.kind === 'upload' ? '' : readBody(request.body);
      state.requests.push({ method: request.method, url: request.url, kind: done.kind, body, status: done.answer.status, at: Date.now() });
      return { ...done.answer, headers: { ...done.answer.headers, ...corsHeaders(request) } };
    },
    posts: () => state.posts.map((post) => ({ ...post })),
    underway: () => state.underway,
    requests: (kind) => state.requests.filter((entry) => !kind || entry.kind === kind),
    setMode(mode, delayMs = 1_000) {
      state.mode = mode;
      state.delayMs = delayMs;
    },
    reset() {
      Object.assign(state, { mode: 'normal', delayMs: 0, posts: [], requests: [], uploads: new Map() });
    },
  };
}

export interface Listening {
  site: Site;
  /** For example http://localhost:40123, no slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Serves a site over plain HTTP on the loopback. Port 0 takes a free one. */
export async function listen(id: string, port = 0, site: Site = createSite(id)): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
      const url = `http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`;
      const request = { method: incoming.method ?? 'GET', url, headers, body: new Uint8Array(Buffer.concat(chunks)) };
      site.handle(request).then(
        (done) => outgoing.writeHead(done.status, done.headers).end(done.body),
        (error: unknown) => outgoing.writeHead(500).end(String(error)),
      );
    });
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    site,
    url: `http://localhost:${bound}`,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
