import type { SiteExample } from '../examples';
import { LANGS } from '../people';

const account = { handle: 'Northmoor' };
const first = '[role="listitem"] >> nth=0';

export const examples: SiteExample[] = [
  {
    surface: 'post', name: 'the share box in its shadow root', path: '/feed/', langs: LANGS, open: ['[componentkey="draft-text-replaceable-component"]'], editor: '#interop-outlet .ql-editor', bodies: 1, account, target: null,
    decoys: [
      { selector: '.share-actions__scheduled-post-btn', is: 'control', why: 'opens the date picker' },
      { selector: '.share-unified-settings-entry-button', is: 'control', why: 'chooses who may see it' },
      { selector: '.ql-clipboard', is: 'editor', why: 'the editor’s own hidden clipboard' },
    ],
  },
  {
    surface: 'post', name: 'the share box of a company page', path: '/company/4711/admin/page-posts/', langs: ['en'], open: ['[componentkey="draft-text-replaceable-component"]'], editor: '#interop-outlet .ql-editor', bodies: 1, account: { handle: 'Northmoor', id: '4711' }, target: null, audience: 'Post to Anyone',
    decoys: [{ selector: '.artdeco-modal__dismiss', is: 'control', why: 'closes the box' }],
  },
  {
    surface: 'comment', name: 'a comment under a post', path: '/feed/', langs: LANGS, open: [], editor: `${first} >> .tiptap >> nth=0`, bodies: 1, account, target: 'urn:li:activity:1985000000000000101', targetLabel: 'Dana Reyes',
    decoys: [
      { selector: `${first} >> .social-actions [aria-expanded]`, is: 'control', why: 'the toolbar button with the same word' },
      { selector: '.search-global-typeahead__input', is: 'editor', why: 'search' },
    ],
  },
  {
    surface: 'comment', name: 'a reply to a comment', path: '/feed/', langs: ['en', 'de'], open: [`${first} >> .reply-toggle`], editor: `${first} >> .comment .tiptap`, bodies: 1, account, target: 'urn:li:activity:1985000000000000101',
    decoys: [{ selector: `${first} >> .reply-toggle`, is: 'control', why: 'opens the reply box' }],
  },
];
