import type { SiteExample } from '../examples';

const account = { handle: '@northmoor' };

export const examples: SiteExample[] = [
  {
    surface: 'post', name: 'the compose box', path: '/', langs: ['en'], open: [], editor: 'textarea[name="post"]', bodies: 1, account, target: null,
    decoys: [
      { selector: '.compose .quiet', is: 'control', why: 'attaches a picture' },
      { selector: 'input[name="q"]', is: 'editor', why: 'search' },
    ],
  },
  {
    surface: 'reply', name: 'an answer in the timeline', path: '/', langs: ['en'], open: ['[data-post="seed-1"] button.quiet'], editor: 'textarea[name="reply"]', bodies: 1, account, target: 'seed-1', targetLabel: 'Dana Reyes',
    decoys: [{ selector: '[data-post="seed-1"] button[aria-expanded]', is: 'control', why: 'opens the answer' }],
  },
];
