import type { AdapterNotes, BareAdapter } from './schema';

const view = '[data-testid="composePostView"]';
const rest = {
  editors: [{ role: 'body' as const, selectors: ['.ProseMirror[contenteditable="true"]'], kind: 'prosemirror' as const, multi: true }],
  keys: [{ combo: 'mod+enter' as const, in: 'body' as const }],
  attachments: { previews: [`${view} img[src^="blob:"]`, `${view} img[src^="data:"]`, `${view} video`], alt: 'alt' },
  limit: { counter: 'graphemes' as const, max: 300 },
  feedback: { cleared: true },
  publish: ['writes', 'record'],
};
const send = '[data-testid="composerPublishBtn"]';
const post = { in: 'json' as const, values: ['app.bsky.feed.post'] };
const link = { pick: '^at://(did:[^/]+)/app\\.bsky\\.feed\\.post/([^/]+)$', template: 'https://bsky.app/profile/{1}/post/{2}' };

export const bluesky = {
  schemaVersion: 1,
  id: 'bluesky',
  title: 'Bluesky',
  icon: 'site-bluesky',
  hosts: ['https://bsky.app/*'],
  callHosts: ['https://*.host.bsky.network/*'],
  surfaces: [
    {
      ...rest,
      id: 'reply',
      kind: 'reply',
      scope: [`${view}:has([data-testid="composerPublishBtn"][aria-label^="Publish repl"])`],
      send: { selectors: [send] },
      target: [
        { from: 'closest', selector: view, inner: '[aria-label^="Expand or collapse"]' },
        { from: 'url', pick: '/profile/([^/]+/post/[^/?#]+)' },
      ],
      targetLabel: [{ from: 'closest', selector: view, inner: '[aria-label^="Expand or collapse"] [dir="auto"]' }],
    },
    { ...rest, id: 'post', kind: 'post', scope: [view], send: { selectors: [send] }, restore: { url: '/intent/compose', click: '[data-testid="composeFAB"]' } },
  ],
  publish: [
    { id: 'writes', method: 'POST', url: '^https?://[^/]+/xrpc/com\\.atproto\\.repo\\.applyWrites$', transport: 'request', operation: { ...post, key: 'writes.*.collection' }, bodyType: 'json', text: ['writes.*.value.text'], permalink: { path: 'results.*.uri', ...link } },
    { id: 'record', method: 'POST', url: '^https?://[^/]+/xrpc/com\\.atproto\\.repo\\.createRecord$', transport: 'request', operation: { ...post, key: 'collection' }, bodyType: 'json', text: ['record.text'], permalink: { path: 'uri', ...link } },
  ],
  passThrough: ['/xrpc/app\\.bsky\\.draft\\.', '/xrpc/com\\.atproto\\.repo\\.uploadBlob'],
  identity: {
    handle: [{ from: 'localStorage', key: 'BSKY_STORAGE', path: 'session.currentAccount.handle' }],
    id: [{ from: 'localStorage', key: 'BSKY_STORAGE', path: 'session.currentAccount.did' }],
  },
  release: 'replay',
  verified: '2026-11-22',
} satisfies BareAdapter;

export const blueskyNotes = {
  evidence: [
    { claim: 'test ids, labels, shortcut, storage', source: 'social-app source', year: 2026 },
    { claim: 'applyWrites is the publish call', source: 'social-app e2e scripts', year: 2026 },
  ],
  gaps: [
    'In other interface languages a reply is held as a post: its target is not told apart.',
    'A reply is bound to the author and words it answers; the page does not show the record address.',
    'Accounts on a data server of their own (not bsky.network): what leaves cannot be read, so receipts there stay without a comparison.',
    'Direct messages and reposts without text are not covered.',
  ],
} satisfies AdapterNotes;
