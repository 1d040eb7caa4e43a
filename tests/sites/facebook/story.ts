/** A story in the feed with its comment box: Enter sends, Shift with Enter makes a line. */
import { el } from '../client';
import type { OTHERS, SiteAccount } from '../people';
import { graphql } from './graphql';
import { lexicalBox, roleButton } from './lexical';
import type { Words } from './words';

export function story(other: (typeof OTHERS)[number], account: SiteAccount, words: Words): HTMLElement {
  // The reply toggle bears only visible words; the share button is named otherwise than it reads.
  const listed = (name: string, text: string) => el(
    'div', { role: 'article', 'aria-label': `${words.comment} ${name}` },
    el('b', {}, name), ` ${text}`, el('div', { role: 'button', tabindex: '0', class: 'reply-toggle' }, words.reply),
  );
  const comments = el('div', { class: 'comments' }, listed('Priya Nair', 'Asking for the same reason.'));
  const bar = el('div', { class: 'send-row' });
  const list = el('div');
  let busy = false;
  let stage = -1;
  let picking = false;

  async function send() {
    const text = box.text();
    if (busy || !text.trim()) return;
    busy = true;
    const input = { feedback_id: btoa(`feedback:${other.id}`), message: { ranges: [], text }, actor_id: account.numericId, attachments: null, feedback_source: 'NEWS_FEED', client_mutation_id: '2' };
    const answer = await graphql(account, 'useCometUFICreateCommentMutation', { input, feedLocation: 'NEWSFEED' });
    busy = false;
    if (!answer.ok) return;
    comments.append(listed(account.name, text));
    box.clear();
  }

  function draw(text: string) {
    bar.replaceChildren(roleButton('Emoji', '☺', () => {}), roleButton(words.comment, '➤', () => void send(), text.trim() ? {} : { 'aria-disabled': 'true' }));
  }

  const box = lexicalBox({
    rich: false,
    label: `${words.as} ${account.name}`,
    onEnter() {
      // Enter picks a name while the list of names is open.
      if (picking) list.replaceChildren();
      else void send();
      picking = false;
      return true;
    },
    onChange(text) {
      picking = /(^|\s)@\w*$/.test(text);
      list.replaceChildren(...(picking ? [el('ul', { role: 'listbox' }, el('li', { role: 'option' }, other.name))] : []));
      const now = Math.ceil(text.length / 4);
      if (now !== stage) draw(text);
      if (now % 3 === 1 && now !== stage) void graphql(account, 'CometUFILiveTypingBroadcastMutation_StartMutation', { input: { feedback_id: btoa(`feedback:${other.id}`) } });
      stage = now;
    },
  });
  draw('');
  return el(
    'div', { role: 'article', 'aria-posinset': '1', class: 'story' },
    el('h3', {}, el('a', { href: `/${other.handle}/posts/${other.id}`, role: 'link' }, other.name)),
    el('p', {}, other.text),
    el('div', { class: 'actions' },
      roleButton(words.like, words.like, () => void graphql(account, 'CometUFIFeedbackReactMutation', { input: {} })),
      roleButton(words.leave, words.comment, () => box.element.focus()),
      roleButton(words.sendThis, words.share, () => {})),
    comments,
    el('form', { role: 'presentation' }, box.element, list, bar),
  );
}
