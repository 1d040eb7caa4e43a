import type { SiteExample } from '../examples';
import { LANGS } from '../people';

const account = { handle: 'northmoor', id: '100000000001001' };
const editor = 'textarea.autosuggest-textarea__textarea';
const decoys = [
  { selector: 'form.search button[type="submit"]', is: 'control', why: 'submits the search' },
  { selector: '.search__input', is: 'editor', why: 'search' },
  { selector: '.icon-button', is: 'control', why: 'switches the warning field' },
] as const;

export const examples: SiteExample[] = [
  { surface: 'post', name: 'the compose form', path: '/home', langs: LANGS, open: [], editor, bodies: 1, account, target: null, decoys },
  { surface: 'post', name: 'the compose form with a warning', path: '/publish', langs: ['en'], open: ['.icon-button'], editor, bodies: 1, account, target: null, audience: 'Public', decoys },
  { surface: 'reply', name: 'an answer', path: '/home', langs: LANGS, open: ['article >> nth=1 >> button'], editor, bodies: 1, account, target: 'http://127.0.0.1/@danareyes', targetLabel: '@danareyes', decoys: [...decoys, { selector: '.reply-indicator button', is: 'control', why: 'cancels the answer' }] },
  { surface: 'edit', name: 'a change to an own post', path: '/home', langs: LANGS, open: ['article >> nth=0 >> button'], editor, bodies: 1, account, target: '1985000000000000900', decoys: [...decoys, { selector: '.edit-indicator button', is: 'control', why: 'cancels the change' }] },
];
