import type { AdapterNotes, BareAdapter } from './schema';

const update = '(urn:li:\\w+:\\d+)';
const feedback = {
  sent: { selector: '.artdeco-toast-item:has(a[href*="/feed/update/"])', link: 'a[href*="/feed/update/"]' },
  failed: { selector: '.artdeco-toast-item--error' },
  cleared: true,
};
const graphql = (query: string) => `^https://www\\.linkedin\\.com/voyager/api/graphql\\?([^#]*&)?queryId=${query}\\.`;

export const linkedin = {
  schemaVersion: 1,
  id: 'linkedin',
  title: 'LinkedIn',
  icon: 'site-linkedin',
  hosts: ['https://www.linkedin.com/*'],
  surfaces: [
    {
      id: 'comment',
      kind: 'comment',
      scope: ['[componentkey*="commentBox" i]', '.comments-comment-box__form'],
      editors: [
        { role: 'body', selectors: ['[data-testid="ui-core-tiptap-text-editor-wrapper"] .ProseMirror[contenteditable="true"]'], kind: 'prosemirror' },
        { role: 'body', selectors: ['.ql-editor[contenteditable="true"]'], kind: 'quill1' },
      ],
      send: { selectors: ['button[componentkey*="commentButtonSection" i]', 'button[class*="comments-comment-box__submit-button"]'], exclude: ['[aria-expanded]'] },
      keys: [{ combo: 'mod+enter', in: 'body', unless: ['[role="listbox"]'] }],
      target: [
        { from: 'closest', selector: '[role="listitem"]', inner: 'a[href*="/feed/update/"]', attr: 'href', pick: update },
        { from: 'closest', selector: '[data-urn]', attr: 'data-urn' },
        { from: 'url', pick: `/feed/update/${update}` },
      ],
      targetLabel: [{ from: 'closest', selector: '[role="listitem"]', inner: 'a[href*="/feed/update/"]' }],
      limit: { counter: 'utf16', max: 1250 },
      feedback,
      publish: ['comment', 'reply'],
    },
    {
      id: 'post',
      kind: 'post',
      scope: ['[role="dialog"]', '.share-box'],
      shadowHosts: ['#interop-outlet'],
      editors: [{ role: 'body', selectors: ['.ql-editor[contenteditable="true"]'], kind: 'quill1' }],
      send: { selectors: ['button.share-actions__primary-action'] },
      keys: [{ combo: 'mod+enter', in: 'body', unless: ['[role="listbox"]'] }],
      audience: [{ from: 'closest', selector: '[role="dialog"]', inner: '.share-unified-settings-entry-button p' }],
      attachments: { previews: ['.share-media-container img', '.share-creation-state__media img'], alt: 'alt' },
      restore: { url: '/feed/', click: '[componentkey="draft-text-replaceable-component"]' },
      limit: { counter: 'utf16', max: 3000 },
      feedback,
      publish: ['share'],
    },
  ],
  publish: [
    { id: 'share', method: 'POST', url: graphql('voyagerContentcreationDashShares'), transport: 'request', bodyType: 'json', text: ['variables.post.commentary.text'], permalink: { path: '**.resourceKey', pick: `^${update}$`, template: 'https://www.linkedin.com/feed/update/{1}/' } },
    { id: 'comment', method: 'POST', url: '^https://www\\.linkedin\\.com/flagship-web/rsc-action/actions/server-request\\?([^#]*&)?sduiid=com\\.linkedin\\.sdui\\.comments\\.createComment(&|$)', transport: 'request', bodyType: 'json', text: ['**.commentary.text', '**.commentary'] },
    { id: 'reply', method: 'POST', url: '^https://www\\.linkedin\\.com/voyager/api/voyagerSocialDashNormComments(\\?|$)', transport: 'request', bodyType: 'json', text: ['commentary.text'] },
  ],
  passThrough: ['/dms-uploads/', 'Drafts(\\?|$)'],
  identity: {
    handle: [
      { from: 'closest', selector: '[role="dialog"]', inner: '.share-unified-settings-entry-button h2' },
      { from: 'attr', selector: 'img.global-nav__me-photo', attr: 'alt' },
    ],
    id: [{ from: 'url', pick: '/company/(\\d+)/admin' }],
  },
  release: 'replay',
  verified: '2026-11-22',
} satisfies BareAdapter;

export const linkedinNotes = {
  evidence: [
    { claim: 'share box in the shadow root of #interop-outlet, Quill', source: 'MultiPost', year: 2026 },
    { claim: 'comment box component keys, three transports', source: 'three extensions and captures', year: 2026 },
  ],
  gaps: [
    'The acting account is read from the share box chip and the navigation picture: check on a live company page.',
    'Posts made elsewhere are looked for on activity and company pages by their data-urn; where the new page no longer has it, none is found.',
    'Messaging, articles and instant reposts are not covered.',
    'Whether Ctrl or Cmd with Enter sends was not seen; it is held.',
    'A reply may answer 5xx after it was created: the receipt is unknown.',
  ],
} satisfies AdapterNotes;
