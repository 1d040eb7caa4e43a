/** Practice LinkedIn: a feed with comment boxes, and the share box in a shadow root. */
import { call, el, reloadWith, siteData } from '../client';
import type { OTHERS, SiteAccount } from '../people';
import { commentBox } from './comment-box';
import { openShareBox } from './share-box';
import { WORDS } from './words';
import './page.css';

interface Data { account: SiteAccount; accounts: SiteAccount[]; others: typeof OTHERS; lang: keyof typeof WORDS }

const { account, accounts, others, lang } = siteData<Data>();
const words = WORDS[lang];

function toast(urn: string | null, ok: boolean): void {
  const link = urn ? [' ', el('a', { href: `/feed/update/${urn}/`, class: 'artdeco-toast-item__cta' }, words.view)] : [];
  const item = el('div', { class: `artdeco-toast-item ${ok ? 'artdeco-toast-item--success' : 'artdeco-toast-item--error'}`, role: 'alert' }, el('p', { class: 'artdeco-toast-item__message' }, ok ? words.sent : words.failed, ...link));
  document.getElementById('artdeco-toasts')!.replaceChildren(item);
}

function story(other: Data['others'][number]): HTMLElement {
  const urn = `urn:li:activity:${other.id}`;
  const comments = el('div', { class: 'comments', role: 'list' });
  const listed = (name: string, text: string) => {
    const reply = el('button', { type: 'button', 'aria-expanded': 'false', class: 'reply-toggle' }, words.reply);
    const item = el('div', { class: 'comment' }, el('b', {}, name), el('p', {}, text), reply);
    reply.addEventListener('click', () => {
      if (reply.getAttribute('aria-expanded') === 'true') return;
      reply.setAttribute('aria-expanded', 'true');
      item.append(commentBox({ account, words, threadUrn: `urn:li:comment:(${urn},1)`, replyTo: name, onDone: (sent) => sent && comments.append(el('div', { class: 'comment' }, sent)) }));
    });
    return item;
  };
  comments.append(listed('Otis Vale', 'Following this.'));
  const toggle = el('button', { type: 'button', 'aria-expanded': 'true', 'aria-label': words.comment }, words.comment);
  const like = el('button', { type: 'button', 'aria-label': 'Like' }, 'Like');
  like.addEventListener('click', () => void call('/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.reactions.create', { method: 'POST', body: '{}' }));
  const box = commentBox({ account, words, threadUrn: urn, replyTo: null, onDone: (sent) => (sent ? comments.append(listed(account.name, sent)) : toast(null, false)) });
  return el(
    'div', { role: 'listitem', componentkey: `feed-${other.id}` },
    el('a', { href: `/feed/update/${urn}/` }, el('b', {}, other.name)), el('p', {}, other.text),
    el('div', { class: 'social-actions' }, like, toggle), box, comments,
  );
}

const start = el('div', { componentkey: 'draft-text-replaceable-component', role: 'button', tabindex: '0', class: 'start' }, words.start);
start.addEventListener('click', () => void openShareBox({ account, words, onDone: (urn, ok) => toast(urn, ok) }));
const other = accounts.find((one) => one.key !== account.key)!;
const me = el('button', { type: 'button', class: 'global-nav__me' }, el('img', { class: 'global-nav__me-photo', alt: account.name, width: '20', height: '20', src: 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7' }), account.name);
me.addEventListener('click', () => reloadWith('account', other.key));

document.getElementById('root')!.append(
  el('header', { id: 'global-nav' }, el('b', {}, 'LinkedIn'), el('input', { class: 'search-global-typeahead__input', role: 'combobox', 'aria-label': 'Search', placeholder: 'Search' }), me),
  el('main', {}, start, el('div', { role: 'list', 'data-testid': 'mainFeed' }, ...others.map(story))),
);
document.body.append(el('div', { id: 'interop-outlet' }), el('div', { id: 'artdeco-toasts' }));
