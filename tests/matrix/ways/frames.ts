/** Other documents and realms that the page can reach or make. */
import { heard } from '../way';
import type { Place, Way } from '../way';

type Realm = Window & typeof globalThis;

function add(change: (frame: HTMLIFrameElement) => void): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  change(frame);
  document.body.append(frame);
  return frame;
}

const from = (realm: Window | null, { json, body }: Place): Promise<Response> | undefined => (realm as Realm | null)?.fetch(json, { method: 'POST', body });
const program = ({ json, body }: Place): string => `fetch(${JSON.stringify(json)}, { method: 'POST', mode: 'no-cors', body: ${JSON.stringify(body)} }).catch(() => {});`;
const html = (place: Place): string => `<!doctype html><p>A frame</p><script>${program(place)}</script>`;
const settled = (frame: HTMLIFrameElement): Promise<Event> => heard(frame, 'load');

/** The fetch of a frame's first document, taken in the same step in which the frame came to be. */
function javascriptFrame(place: Place): Promise<Response> | undefined {
  const frame = document.createElement('iframe');
  frame.src = 'javascript:void 0';
  document.body.append(frame);
  return from(frame.contentWindow, place);
}

export const FRAMES: Way[] = [
  { id: 'frame-blank', words: 'iframe about:blank', send: (place) => from(add(() => {}).contentWindow, place) },
  { id: 'frame-srcdoc', words: 'iframe srcdoc', send: (place) => settled(add((frame) => { frame.srcdoc = html(place); })) },
  { id: 'frame-blob', words: 'iframe blob:', send: (place) => settled(add((frame) => { frame.src = URL.createObjectURL(new Blob([html(place)], { type: 'text/html' })); })) },
  { id: 'frame-same', words: 'iframe, same origin', send: (place) => settled(add((frame) => { frame.src = place.frame; })) },
  { id: 'frame-javascript', words: 'iframe javascript:', send: javascriptFrame },
  { id: 'frame-sandboxed', words: 'sandboxed (opaque) iframe', send: (place) => settled(add((frame) => {
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.srcdoc = html(place);
  })) },
  { id: 'frame-no-scripts', words: 'iframe sandbox=allow-same-origin, no scripts', send: (place) => from(add((frame) => frame.setAttribute('sandbox', 'allow-same-origin')).contentWindow, place) },
  { id: 'frame-elsewhere', words: 'cross-origin iframe', send: (place) => settled(add((frame) => { frame.src = place.elsewhere; })) },
  { id: 'window-open', words: 'window.open realm', send: (place) => from(window.open('about:blank'), place) },
];
