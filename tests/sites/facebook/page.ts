/** Practice Facebook: the inline prompt that opens the post dialog, and stories with comment boxes. */
import { el, reloadWith, siteData } from '../client';
import type { OTHERS, SiteAccount } from '../people';
import { graphql } from './graphql';
import { roleButton } from './lexical';
import { postDialog } from './post-dialog';
import { story } from './story';
import { WORDS } from './words';
import './page.css';

interface Data { account: SiteAccount; accounts: SiteAccount[]; others: typeof OTHERS; lang: keyof typeof WORDS }

const { account, accounts, others, lang } = siteData<Data>();
const words = WORDS[lang];
const notices = el('div', { class: 'notices' });
const mount = document.getElementById('root')!;

function done(url: string | null, ok: boolean): void {
  const link = url ? [' ', el('a', { href: url, role: 'link' }, '→')] : [];
  notices.replaceChildren(el('div', { role: 'alert', class: ok ? 'ok' : 'bad' }, ok ? words.sent : words.failed, ...link));
}

const prompt = roleButton(words.start, words.start, () => mount.append(postDialog(account, words, done)), { class: 'prompt' });
const other = accounts.find((one) => one.key !== account.key)!;
mount.append(
  el('div', { role: 'banner' }, el('b', {}, 'facebook'), el('input', { type: 'search', 'aria-label': 'Search Facebook' }), roleButton('Your profile', account.name, () => reloadWith('account', other.key))),
  el('div', { role: 'main' }, el('div', { role: 'region', 'aria-label': words.region }, prompt), ...others.map((one) => story(one, account, words))),
  notices,
);
void graphql(account, 'CometNewsFeedPaginationQuery', { count: 5 });
