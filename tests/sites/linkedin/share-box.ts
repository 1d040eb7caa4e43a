/** The share box: Quill 1 inside the open shadow root of #interop-outlet. */
import Quill from 'quill';
import { call, debounce, el, pick } from '../client';
import type { SiteAccount } from '../people';
import type { Words } from './words';

const STYLE = `
.share-box { position: fixed; inset: 60px auto auto 50%; translate: -50%; width: 560px; max-width: 94vw; background: #fff; border: 1px solid #b8b8b8; border-radius: 10px; padding: 18px; z-index: 9; box-shadow: 0 8px 30px rgb(0 0 0 / 25%); font: 15px/1.45 system-ui, sans-serif; }
.ql-container { position: relative; }
.ql-editor { min-height: 140px; outline: none; white-space: pre-wrap; overflow-wrap: break-word; }
.ql-editor p { margin: 0; }
.ql-clipboard { position: absolute; left: -100000px; height: 1px; overflow: hidden; }
.ql-editor.ql-blank::before { content: attr(data-placeholder); color: #666; position: absolute; pointer-events: none; }
h2 { font-size: 17px; margin: 0; } p { margin: 0; }
footer { display: flex; gap: 10px; align-items: center; border-top: 1px solid #ddd; padding-top: 12px; }
.share-actions__primary-action { margin-left: auto; background: #0a5cb8; color: #fff; border: 0; border-radius: 20px; padding: 8px 18px; font: inherit; font-weight: 600; }
.share-actions__primary-action:disabled { background: #ccc; color: #666; }
img { max-width: 140px; border-radius: 6px; }`;

export interface ShareContext { account: SiteAccount; words: Words; onDone(urn: string | null, closed: boolean): void }

const QUERY = 'voyagerContentcreationDashShares.279996efa5064c01775d5aff003d9377';

/** Opens the share box and returns a function that closes it. */
export function openShareBox({ account, words, onDone }: ShareContext): () => void {
  const outlet = document.getElementById('interop-outlet')!;
  const root = outlet.shadowRoot ?? outlet.attachShadow({ mode: 'open' });
  const media: { urn: string; preview: string }[] = [];
  const holder = el('div', { class: 'ql-container-host' });
  const previews = el('div', { class: 'share-media-container' });
  const footer = el('footer', { class: 'share-box_actions' });
  const file = el('input', { type: 'file', accept: 'image/*', hidden: '' });
  const chip = el('button', { type: 'button', class: 'share-unified-settings-entry-button' }, el('h2', {}, account.name), el('p', {}, words.anyone));
  const close = el('button', { type: 'button', class: 'artdeco-modal__dismiss', 'aria-label': 'Dismiss' }, '×');
  const box = el('div', { class: 'share-box', role: 'dialog', 'aria-labelledby': 'share-to-linkedin-modal__header' }, close, chip, holder, previews, footer, file);
  root.replaceChildren(el('style', {}, STYLE), box);

  const quill = new Quill(holder, { modules: { toolbar: false }, placeholder: words.talk });
  quill.root.setAttribute('role', 'textbox');
  quill.root.setAttribute('aria-label', 'Text editor for creating content');
  quill.root.setAttribute('aria-multiline', 'true');
  const text = () => quill.getText().replace(/\n$/, '');
  let busy = false;

  async function send() {
    if (busy || (!text().trim() && media.length === 0)) return;
    busy = true;
    const post = {
      actor: `urn:li:fsd_profile:${account.numericId}`, allowedCommentersScope: 'ALL', intendedShareLifeCycleState: 'PUBLISHED', origin: 'FEED',
      visibilityDataUnion: { visibilityType: 'ANYONE' }, commentary: { text: text(), attributesV2: [] }, media: media.map((one) => ({ category: 'IMAGE', mediaUrn: one.urn })),
    };
    const answer = await call(`/voyager/api/graphql?action=execute&queryId=${QUERY}`, {
      method: 'POST', headers: { 'content-type': 'application/json; charset=UTF-8' }, body: JSON.stringify({ variables: { post }, queryId: QUERY, includeWebMetadata: true }),
    });
    busy = false;
    const urn = pick(answer.body, 'data', 'createContentcreationDashShares', 'resourceKey');
    if (answer.ok) root.replaceChildren();
    onDone(typeof urn === 'string' ? urn : null, answer.ok);
  }

  function drawFooter() {
    const add = el('button', { type: 'button', 'aria-label': words.media }, words.media);
    const schedule = el('button', { type: 'button', class: 'share-actions__scheduled-post-btn', 'aria-label': words.schedule }, '🕒');
    const primary = el('button', { type: 'button', class: 'share-actions__primary-action artdeco-button' }, el('span', { class: 'artdeco-button__text' }, words.post));
    primary.disabled = !text().trim() && media.length === 0;
    primary.addEventListener('click', () => void send());
    add.addEventListener('click', () => file.click());
    footer.replaceChildren(add, schedule, primary);
  }

  const autosave = debounce(700, () => void call('/voyager/api/voyagerContentcreationDashDrafts', { method: 'POST', body: JSON.stringify({ draft: text() }) }));
  let drawn = -1;
  quill.on('text-change', () => {
    autosave();
    // The bar is built again while a person types.
    const stage = Math.ceil(text().length / 4);
    if (stage !== drawn) drawFooter();
    drawn = stage;
  });
  quill.root.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
  });
  file.addEventListener('change', () => {
    for (const one of file.files ?? []) {
      void one.arrayBuffer().then(async (data) => {
        const answer = await call('/dms-uploads/upload', { method: 'POST', body: data, headers: { 'content-type': one.type, 'x-file-name': encodeURIComponent(one.name) } });
        media.push({ urn: String(pick(answer.body, 'urn')), preview: URL.createObjectURL(one) });
        previews.replaceChildren(...media.map((item) => el('img', { src: item.preview, alt: '' })));
        drawFooter();
      });
    }
  });
  close.addEventListener('click', () => root.replaceChildren());
  drawFooter();
  quill.root.focus();
  return () => root.replaceChildren();
}
