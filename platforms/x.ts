import type { Adapter, AdapterNotes, BareAdapter } from './schema';

const editors: Adapter['surfaces'][number]['editors'] = [
  { role: 'body', selectors: ['[data-testid^="tweetTextarea_"][contenteditable="true"]'], kind: 'draft', multi: true },
  { role: 'body', selectors: ['textarea[data-testid^="tweetTextarea_"]'], kind: 'textarea', multi: true },
];
const send = { selectors: ['[data-testid="tweetButton"]', '[data-testid="tweetButtonInline"]'] };
const rest = {
  editors,
  send,
  keys: [{ combo: 'mod+enter' as const, in: 'body' as const }],
  attachments: { previews: ['[data-testid="attachments"] img', '[data-testid="attachments"] video'], alt: 'alt' },
  limit: { counter: 'twitter' as const, max: 280 },
  feedback: {
    sent: { selector: '[data-testid="toast"]:has(a[href*="/status/"])', link: 'a[href*="/status/"]' },
    failed: { selector: '[data-testid="toast"]:not(:has(a[href*="/status/"]))' },
    cleared: true,
  },
  publish: ['create', 'note', 'scheduled'],
};
const api = (operation: string) => `^https://(mobile\\.)?(x|twitter)\\.com/i/api/graphql/[\\w-]+/${operation}(\\?|$)`;

export const x = {
  schemaVersion: 1,
  id: 'x',
  title: 'X',
  icon: 'site-x',
  hosts: ['https://x.com/*', 'https://twitter.com/*', 'https://mobile.x.com/*', 'https://mobile.twitter.com/*'],
  surfaces: [
    {
      ...rest,
      id: 'reply-dialog',
      kind: 'reply',
      scope: ['[role="dialog"]:has(article[data-testid="tweet"])'],
      target: [
        { from: 'closest', selector: '[role="dialog"]', inner: 'article[data-testid="tweet"] a[href*="/status/"]', attr: 'href', pick: '/status/(\\d+)' },
        { from: 'url', pick: '[?&]in_reply_to=(\\d+)' },
      ],
      targetLabel: [{ from: 'closest', selector: '[role="dialog"]', inner: 'article[data-testid="tweet"] [data-testid="User-Name"]', pick: '(@\\w+)' }],
      restore: { url: 'https://x.com/compose/post?in_reply_to={target}' },
    },
    {
      ...rest,
      id: 'reply',
      kind: 'reply',
      paths: ['/*/status/*'],
      target: [{ from: 'url', pick: '/status/(\\d+)' }],
      targetLabel: [{ from: 'url', pick: '://[^/]+/(\\w+)/status/' }],
    },
    { ...rest, id: 'post', kind: 'post', restore: { url: 'https://x.com/compose/post' } },
  ],
  publish: [
    { id: 'create', method: 'POST', url: api('CreateTweet'), transport: 'request', bodyType: 'json', text: ['variables.tweet_text'], permalink: { path: 'data.create_tweet.tweet_results.result.rest_id', template: 'https://x.com/i/status/{id}' } },
    { id: 'note', method: 'POST', url: api('CreateNoteTweet'), transport: 'request', bodyType: 'json', text: ['variables.tweet_text'], permalink: { path: 'data.notetweet_create.tweet_results.result.rest_id', template: 'https://x.com/i/status/{id}' } },
    { id: 'scheduled', method: 'POST', url: api('CreateScheduledTweet'), transport: 'request', bodyType: 'json', text: ['variables.post_tweet_request.status'] },
  ],
  passThrough: [api('CreateDraftTweet'), '/i/media/upload\\.json', '/i/api/1\\.1/jot/'],
  identity: {
    handle: [
      { from: 'text', selector: '[data-testid="SideNav_AccountSwitcher_Button"]', pick: '(@\\w+)' },
      { from: 'attr', selector: 'a[data-testid="AppTabBar_Profile_Link"]', attr: 'href', pick: '^/(\\w+)' },
    ],
  },
  release: 'replay',
  verified: '2026-11-22',
} satisfies BareAdapter;

export const xNotes = {
  evidence: [
    { claim: 'editor and send control test ids, Ctrl/Cmd+Enter', source: 'sun-pit, opencli', year: 2026 },
    { claim: 'operation names and text paths', source: 'OldTwitter scripts/apis.js, twikit', year: 2026 },
    { claim: 'draft editor answers a repeated untrusted click', source: 'lab, platforms.md 2.1', year: 2026 },
  ],
  gaps: [
    'Reposts without text, direct messages, articles and pro.x.com are not covered.',
    'An edited post uses the same call as a new one and is held as a post.',
    'A 200 answer with an empty result may have posted: the receipt is unknown.',
  ],
} satisfies AdapterNotes;
