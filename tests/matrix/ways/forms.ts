/** Forms that the browser itself sends. The site's `submit` listener is the only code of the site that runs. */
import type { Place, Way } from '../way';

/** The site notices its own submit, after whoever listened before it. */
function noticed({ native, tried }: Place): void {
  native?.addEventListener('submit', tried);
}

function intoFrame(place: Place): void {
  const sink = document.createElement('iframe');
  sink.name = 'sink';
  document.body.append(sink);
  if (place.native) place.native.target = 'sink';
  noticed(place);
}

/** A form's method from a realm of its own, where nobody replaced anything. */
function cleanSubmit(form: HTMLFormElement): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  document.body.append(frame);
  const realm = frame.contentWindow as unknown as { HTMLFormElement: typeof HTMLFormElement } | null;
  realm?.HTMLFormElement.prototype.submit.call(form);
}

export const FORMS: Way[] = [
  { id: 'form-click', words: 'form: click on submit', composer: 'form', act: { do: 'click' }, prepare: noticed },
  { id: 'form-enter', words: 'form: Enter in an input', composer: 'line', act: { do: 'key', key: 'Enter', on: 'editor' }, prepare: noticed },
  { id: 'form-frame', words: 'form with target=iframe', composer: 'form', act: { do: 'click' }, prepare: intoFrame },
  { id: 'form-request-submit', words: 'requestSubmit()', composer: 'form', event: true, prepare: noticed, send: ({ native }) => native?.requestSubmit() },
  { id: 'form-submit', words: 'form.submit()', composer: 'form', send: ({ native }) => native?.submit() },
  { id: 'form-submit-clean', words: 'form.submit() of a clean realm', composer: 'form', send: ({ native }) => native && cleanSubmit(native) },
  { id: 'form-synthetic', words: 'synthetic click() on submit', composer: 'form', event: true, prepare: noticed, send: ({ control }) => control.click() },
];
