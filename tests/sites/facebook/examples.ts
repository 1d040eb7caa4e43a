import type { SiteExample } from '../examples';
import { LANGS } from '../people';

const account = { handle: 'Northmoor', id: '100000000001001' };
const first = '[aria-posinset] >> nth=0';

export const examples: SiteExample[] = [
  {
    surface: 'post', name: 'the post dialog', path: '/', langs: LANGS, open: ['.prompt'], editor: '[role="dialog"] [role="textbox"]', bodies: 1, account, target: null,
    decoys: [
      { selector: '[role="dialog"] [role="button"] >> nth=0', is: 'control', why: 'closes the dialog' },
      { selector: '[role="dialog"] .who [role="button"]', is: 'control', why: 'chooses the audience' },
      { selector: '.send-row [role="button"] >> nth=0', is: 'control', why: 'adds a picture' },
      { selector: '.prompt', is: 'control', why: 'opens the dialog' },
      { selector: `${first} >> .actions [role="button"] >> nth=2`, is: 'control', why: 'shares somebody else’s story' },
    ],
  },
  {
    surface: 'post', name: 'the post dialog in a group', path: '/groups/2024/', langs: ['en'], open: ['.prompt'], editor: '[role="dialog"] [role="textbox"]', bodies: 1, account, target: '/groups/2024', audience: 'Public',
    decoys: [{ selector: '[type="search"]', is: 'editor', why: 'search' }],
  },
  {
    surface: 'comment', name: 'a comment under a story', path: '/', langs: LANGS, open: [], editor: `${first} >> form [role="textbox"]`, bodies: 1, account, target: '/danareyes/posts/1985000000000000101', targetLabel: 'Dana Reyes',
    decoys: [
      { selector: `${first} >> .actions [role="button"] >> nth=1`, is: 'control', why: 'moves into the comment box and bears the same word' },
      { selector: `${first} >> .reply-toggle`, is: 'control', why: 'opens a reply' },
      { selector: `${first} >> form [role="button"] >> nth=0`, is: 'control', why: 'opens the emoji list' },
    ],
  },
];
