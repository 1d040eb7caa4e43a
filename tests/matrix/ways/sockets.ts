/** Frames on a WebSocket. No network rule sees them; only the handshake is a request. */
import { heard } from '../way';
import type { Place, Way } from '../way';

let open: WebSocket | null = null;
let kept: ((text: string) => void) | null = null;

async function connect({ socket }: Place): Promise<WebSocket> {
  const made = new WebSocket(socket);
  await heard(made, 'open');
  return made;
}

async function connectFirst(place: Place): Promise<void> {
  open = await connect(place);
  // What a page of any age may have kept: the browser's own function, bound to its own socket.
  kept = WebSocket.prototype.send.bind(open);
}

async function inWorker({ socket, body }: Place): Promise<void> {
  const code = `const s = new WebSocket(${JSON.stringify(socket)}); s.onopen = () => { s.send(${JSON.stringify(body)}); postMessage('out'); }; s.onerror = () => postMessage('failed');`;
  await heard(new Worker(URL.createObjectURL(new Blob([code]))), 'message');
}

export const SOCKETS: Way[] = [
  { id: 'socket', words: 'WebSocket opened after', send: async (place) => (await connect(place)).send(place.body) },
  { id: 'socket-worker', words: 'WebSocket in a worker', send: inWorker },
  { id: 'socket-before', words: 'WebSocket already open before the site was covered', before: true, prepare: connectFirst, send: ({ body }) => open?.send(body) },
  { id: 'socket-before-kept', words: 'WebSocket already open, its own send() kept by the page', before: true, prepare: connectFirst, send: ({ body }) => kept?.(body) },
];
