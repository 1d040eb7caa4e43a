import type { SiteExample } from '../examples';
import { LANGS } from '../people';

const account = { handle: '@northmoor' };
const decoys = [
  { selector: '[data-testid="SideNav_NewTweet_Button"]', is: 'control', why: 'opens the composer and bears the same word' },
  { selector: '[data-testid="scheduleOption"]', is: 'control', why: 'opens the date picker' },
  { selector: '[data-testid="SearchBox_Search_Input"]', is: 'editor', why: 'search' },
] as const;

export const examples: SiteExample[] = [
  { surface: 'post', name: 'the home box', path: '/home', langs: LANGS, open: [], editor: '[data-testid="tweetTextarea_0"]', bodies: 1, account, target: null, decoys: [...decoys, { selector: '[data-testid="reply"] >> nth=0', is: 'control', why: 'opens a reply' }] },
  { surface: 'post', name: 'a thread in the dialog', path: '/compose/post', langs: ['en'], open: ['[data-testid="addButton"]'], editor: '[data-testid="tweetTextarea_1"]', bodies: 2, account, target: null, decoys: [{ selector: '[data-testid="app-bar-close"]', is: 'control', why: 'closes the dialog' }] },
  { surface: 'post', name: 'the dialog with the date picker open', path: '/compose/post', langs: ['de'], open: ['[data-testid="scheduleOption"]'], editor: '[data-testid="tweetTextarea_0"]', bodies: 1, account, target: null, decoys: [{ selector: '[data-testid="scheduledConfirmationPrimaryAction"]', is: 'control', why: 'sets a date, sends nothing' }] },
  { surface: 'reply', name: 'the box under a post', path: '/danareyes/status/1985000000000000101', langs: LANGS, open: [], editor: '[data-testid="tweetTextarea_0"]', bodies: 1, account, target: '1985000000000000101', targetLabel: 'danareyes', decoys },
  { surface: 'reply-dialog', name: 'the reply dialog', path: '/home', langs: LANGS, open: ['[data-testid="reply"] >> nth=1'], editor: '[role="dialog"] [data-testid="tweetTextarea_0"]', bodies: 1, account, target: '1985000000000000102', targetLabel: '@otisvale', decoys },
];
