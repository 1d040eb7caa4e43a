import type { SiteExample } from '../examples';
import { LANGS } from '../people';

const account = { handle: 'northmoor.bsky.social', id: 'did:plc:northmoor2f5q7xk3c' };
const editor = '[data-testid="composePostView"] .ProseMirror >> nth=0';
const decoys = [
  { selector: '[data-testid="composeFAB"]', is: 'control', why: 'opens the composer' },
  { selector: '[data-testid="openMediaBtn"]', is: 'control', why: 'adds a picture' },
  { selector: '[data-testid="likeBtn"] >> nth=0', is: 'control', why: 'likes' },
  { selector: '[role="searchbox"]', is: 'editor', why: 'search' },
] as const;

export const examples: SiteExample[] = [
  { surface: 'post', name: 'the composer', path: '/', langs: LANGS, open: ['[data-testid="composeFAB"]'], editor, bodies: 1, account, target: null, decoys },
  { surface: 'post', name: 'a thread', path: '/intent/compose', langs: ['en'], open: ['[aria-label="Add another post"]'], editor, bodies: 2, account, target: null, decoys },
  {
    surface: 'reply', name: 'an answer', path: '/', langs: ['en'], open: ['[data-testid="replyBtn"] >> nth=0'], editor, bodies: 1, account, targetLabel: 'Dana Reyes',
    target: 'Dana ReyesEleven drugstore balms on eczema-prone skin, one month. @northmoor came out softest, but the label is vague. Is it a treatment or a moisturiser?',
    decoys: [...decoys, { selector: '[data-testid="replyBtn"] >> nth=0', is: 'control', why: 'opens the answer' }],
  },
  // The gap the adapter admits: in other languages an answer is held as a post.
  { surface: 'post', name: 'an answer in another language', path: '/', langs: ['de', 'pt'], open: ['[data-testid="replyBtn"] >> nth=0'], editor, bodies: 1, account, target: null, decoys },
];
