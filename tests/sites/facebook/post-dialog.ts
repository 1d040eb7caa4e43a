/** The dialog that publishes a post. */
import { call, debounce, el, pick } from '../client';
import type { SiteAccount } from '../people';
import { graphql } from './graphql';
import { lexicalBox, roleButton } from './lexical';
import type { Words } from './words';

export function postDialog(account: SiteAccount, words: Words, onDone: (url: string | null, ok: boolean) => void): HTMLElement {
  const photos: { id: string; preview: string }[] = [];
  const holder = el('div', { class: 'send-row' });
  const previews = el('div', { class: 'previews' });
  const file = el('input', { type: 'file', accept: 'image/*', hidden: '' });
  const layer = el('div', { class: 'layer' });
  let busy = false;
  let stage = -1;

  async function send() {
    if (busy || (!box.text().trim() && photos.length === 0)) return;
    busy = true;
    const input = {
      composer_entry_point: 'inline_composer', source: 'WWW', audience: { privacy: { base_state: 'EVERYONE', allow: [], deny: [] } },
      message: { ranges: [], text: box.text() }, actor_id: account.numericId, attachments: photos.map(({ id }) => ({ photo: { id } })), client_mutation_id: '1',
    };
    const answer = await graphql(account, 'ComposerStoryCreateMutation', { input });
    busy = false;
    const url = pick(answer.body, 'data', 'story_create', 'story', 'url');
    if (answer.ok) layer.remove();
    onDone(typeof url === 'string' ? url : null, answer.ok);
  }

  function draw() {
    const empty = !box.text().trim() && photos.length === 0;
    holder.replaceChildren(
      roleButton(words.add, words.add, () => file.click()),
      roleButton('Emoji', '☺', () => {}),
      roleButton(words.post, words.post, () => void send(), empty ? { 'aria-disabled': 'true' } : {}),
    );
  }

  const autosave = debounce(700, () => void graphql(account, 'ComposerSaveDraftMutation', { input: { message: { text: box.text() } } }));
  const box = lexicalBox({
    rich: true,
    label: words.start,
    onChange(text) {
      autosave();
      const now = Math.ceil(text.length / 4);
      if (now !== stage) draw();
      stage = now;
    },
  });
  file.addEventListener('change', () => {
    for (const one of file.files ?? []) {
      void one.arrayBuffer().then(async (data) => {
        const answer = await call('/ajax/react_composer/attachments/photo/upload', { method: 'POST', body: data, headers: { 'content-type': one.type, 'x-file-name': encodeURIComponent(one.name) } });
        photos.push({ id: String(pick(answer.body, 'payload', 'photoID')), preview: URL.createObjectURL(one) });
        previews.replaceChildren(...photos.map((photo) => el('img', { src: photo.preview, alt: '' })));
        draw();
      });
    }
  });
  const who = el('div', { class: 'who' }, el('b', {}, account.name), roleButton(`Edit privacy. Sharing with ${words.audience}.`, words.audience, () => {}));
  const form = el('form', { method: 'POST' }, who, box.element, previews, holder, file);
  layer.append(el('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': words.create, class: 'dialog' }, el('h2', {}, words.create), roleButton(words.close, '×', () => layer.remove()), form));
  draw();
  queueMicrotask(() => box.element.focus());
  return layer;
}
