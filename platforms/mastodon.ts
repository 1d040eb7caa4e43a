import type { AdapterNotes, BareAdapter } from './schema';

const form = 'form.compose-form';
const rest = {
  editors: [
    { role: 'body' as const, selectors: ['textarea.autosuggest-textarea__textarea'], kind: 'textarea' as const },
    { role: 'warning' as const, selectors: ['input#cw-spoiler-input:not([disabled])'], kind: 'input' as const },
  ],
  send: { selectors: ['.compose-form__submit button[type="submit"]', '.compose-form__publish-button-wrapper button[type="submit"]'] },
  keys: [
    { combo: 'mod+enter' as const, in: 'body' as const },
    { combo: 'mod+enter' as const, in: 'warning' as const },
  ],
  audience: [{ from: 'closest' as const, selector: form, inner: '.compose-form__dropdowns .dropdown-button__label' }],
  attachments: { previews: ['.compose-form__upload'], alt: 'aria-label' },
  limit: { counter: 'mastodon' as const, max: 500 },
  feedback: { failed: { selector: '.notification-bar-error' }, cleared: true },
};

export const mastodon = {
  schemaVersion: 1,
  id: 'mastodon',
  title: 'Mastodon',
  icon: 'site-mastodon',
  hosts: [],
  detect: '#mastodon',
  surfaces: [
    {
      ...rest,
      id: 'edit',
      kind: 'edit',
      scope: [`${form}:has(.edit-indicator)`],
      target: [{ from: 'closest', selector: form, inner: '.edit-indicator__display-name a[href]:last-of-type', attr: 'href', pick: '/(\\d+)$' }],
      publish: ['edit'],
    },
    {
      ...rest,
      id: 'reply',
      kind: 'reply',
      scope: [`${form}:has(.reply-indicator)`],
      target: [{ from: 'closest', selector: form, inner: 'a.reply-indicator__display-name, .reply-indicator a.detailed-status__display-name', attr: 'href' }],
      targetLabel: [{ from: 'closest', selector: form, inner: '.reply-indicator .display-name__account' }],
      publish: ['create'],
    },
    { ...rest, id: 'post', kind: 'post', scope: [form], restore: { url: '/publish' }, publish: ['create'] },
  ],
  publish: [
    { id: 'create', method: 'POST', url: '^https?://[^/]+/api/v1/statuses(\\?|$)', transport: 'request', bodyType: 'json', text: ['status'], permalink: { path: 'url' } },
    { id: 'edit', method: 'PUT', url: '^https?://[^/]+/api/v1/statuses/\\d+(\\?|$)', transport: 'request', bodyType: 'json', text: ['status'], permalink: { path: 'url' } },
  ],
  passThrough: ['/api/v[12]/media', '/api/v2/search', '/api/v1/markers'],
  identity: {
    handle: [
      { from: 'json', selector: '#initial-state', path: 'accounts.{meta.me}.acct' },
      { from: 'text', selector: '.navigation-bar .display-name__account', pick: '@?([\\w.@-]+)' },
    ],
    id: [{ from: 'json', selector: '#initial-state', path: 'meta.me' }],
  },
  release: 'replay',
  verified: '2026-11-22',
} satisfies BareAdapter;

export const mastodonNotes = {
  evidence: [
    { claim: 'form, send control, reply and edit markers, initial state', source: 'mastodon and glitch-soc source', year: 2026 },
    { claim: 'publish call and body', source: 'glitch-soc source', year: 2026 },
  ],
  gaps: [
    'A reply is bound to the author it answers, not to the single post: the form does not show which one.',
    'The limit is 500 unless the server says otherwise; the button stays the judge.',
    'Boosts without text and other front ends (Phanpy, Elk) are not covered.',
  ],
} satisfies AdapterNotes;
