/** A comment or reply box: Tiptap with a componentkey button, over LinkedIn's two comment transports. */
import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { call, el } from '../client';
import type { SiteAccount } from '../people';
import type { Words } from './words';

export interface CommentContext {
  account: SiteAccount;
  words: Words;
  threadUrn: string;
  /** Set for a reply: the box opens with the author's name in it, and another call publishes it. */
  replyTo: string | null;
  onDone(text: string | null): void;
}

const plain = (editor: Editor) => editor.getText({ blockSeparator: '\n' });

function publishComment({ account, threadUrn }: CommentContext, text: string) {
  const body = {
    requestId: 'com.linkedin.sdui.comments.createComment',
    requestedArguments: {
      payload: { threadUrn, isReply: false, filler: 'x'.repeat(9_000) },
      requestMetadata: { currentActor: `urn:li:fsd_profile:${account.numericId}` },
      states: [
        { key: `commentBoxState-${threadUrn}`, value: { isExpanded: true } },
        { key: `commentBoxText-${threadUrn}`, value: { commentary: { text, attributes: [] } } },
        { key: `identitySwitcherActorContext-urn:li:fsd_profile:${account.numericId}`, value: {} },
      ],
    },
  };
  return call('/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.comments.createComment', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
  });
}

function publishReply({ account, threadUrn }: CommentContext, text: string) {
  return call('/voyager/api/voyagerSocialDashNormComments?decorationId=com.linkedin.voyager.dash.deco.social.NormComment-43', {
    method: 'POST', headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify({ commentary: { text, attributesV2: [] }, threadUrn, actorUrn: `urn:li:fsd_profile:${account.numericId}` }),
  });
}

export function commentBox(context: CommentContext): HTMLElement {
  const { words, replyTo, threadUrn } = context;
  const wrapper = el('div', { 'data-testid': 'ui-core-tiptap-text-editor-wrapper' });
  const bar = el('div', { class: 'bar' });
  const box = el('div', { componentkey: `commentBox-${threadUrn}`, class: 'comment-box' }, wrapper, bar);
  let busy = false;

  async function send(editor: Editor) {
    const text = plain(editor);
    if (busy || !text.trim()) return;
    busy = true;
    const answer = replyTo ? await publishReply(context, text) : await publishComment(context, text);
    busy = false;
    if (answer.ok) editor.commands.clearContent(true);
    context.onDone(answer.ok ? text : null);
  }

  function draw(editor: Editor) {
    const emoji = el('button', { type: 'button', 'aria-label': 'Open Emoji Keyboard' }, 'Emoji');
    const button = el('button', { type: 'button', componentkey: `commentButtonSection-${threadUrn}` }, replyTo ? words.reply : words.comment);
    button.addEventListener('click', () => void send(editor));
    // The send button is only there when there is something to send.
    bar.replaceChildren(emoji, ...(plain(editor).trim() ? [button] : []));
  }

  const editor = new Editor({
    element: wrapper,
    extensions: [StarterKit],
    content: replyTo ? { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `@${replyTo} ` }] }] } : '',
    editorProps: {
      attributes: { class: 'tiptap', role: 'textbox', 'aria-multiline': 'true', 'aria-label': words.add },
      handleKeyDown: (_view, event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
        void send(editor);
        return true;
      },
    },
  });
  let stage = -1;
  editor.on('update', () => {
    const now = Math.ceil(plain(editor).length / 4);
    if (now !== stage) draw(editor);
    if (now % 3 === 1 && now !== stage) void call('/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.comments.typing', { method: 'POST', body: '{}' });
    stage = now;
  });
  draw(editor);
  return box;
}
