/** Shows one panel state next to a composer: `?state=held&dark&open&dir=rtl`. For looking at, and for pictures. */
import { mountPanel } from '../../../../gate/panel/mount';
import { DRAFT, samples } from '../samples';

const query = new URLSearchParams(location.search);
document.body.classList.toggle('dark', query.has('dark'));
document.documentElement.dir = query.get('dir') ?? 'ltr';
const editor = document.querySelector('#editor');
if (editor) editor.textContent = DRAFT;

const panel = mountPanel({
  anchor: () => (query.has('alone') ? null : document.querySelector('#composer')),
  send: () => document.querySelector('#send'),
  onAction: (action) => console.log(JSON.stringify(action)),
  signal: new AbortController().signal,
});
const all = samples(Date.now());
const state = all[query.get('state') ?? 'held'];
if (state) panel.show(state);
document.title = Object.keys(all).join(' ');
