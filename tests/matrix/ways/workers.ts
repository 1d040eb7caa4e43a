/** Workers: realms that no content script reaches. */
import { heard } from '../way';
import type { Place, Way } from '../way';

const order = ({ json, body }: Place): { to: string; body: string } => ({ to: json, body });

/** The worker's whole program, the same as /worker.js. */
export const WORKER = `onmessage = ({ data }) => fetch(data.to, { method: 'POST', body: data.body }).then(() => postMessage('out'), () => postMessage('failed'));`;
export const SHARED = `onconnect = ({ ports: [port] }) => { port.onmessage = ({ data }) => fetch(data.to, { method: 'POST', body: data.body }).then(() => port.postMessage('out'), () => port.postMessage('failed')); };`;
/** The site's own service worker: sends by itself when asked, and turns a harmless call of its page into the publish call. */
export const SERVICE = `
let order = null;
const send = () => fetch(order.to, { method: 'POST', body: order.body });
oninstall = () => skipWaiting();
onactivate = (event) => event.waitUntil(clients.claim());
onmessage = (event) => { order = event.data; event.waitUntil(order.now ? send().catch(() => {}).then(() => event.ports[0].postMessage('out')) : event.ports[0].postMessage('ready')); };
onfetch = (event) => { if (new URL(event.request.url).pathname === '/relay') event.respondWith(send().catch(() => Response.error())); };`;

async function ask(worker: Worker, place: Place): Promise<void> {
  worker.postMessage(order(place), []);
  await heard(worker, 'message');
}

async function askShared(place: Place): Promise<void> {
  const { port } = new SharedWorker('/shared.js');
  port.start();
  port.postMessage(order(place));
  await heard(port, 'message');
}

async function askService(place: Place, now: boolean): Promise<void> {
  const registration = await navigator.serviceWorker.register('/service.js', { scope: location.pathname });
  const ready = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.start();
  (registration.active ?? ready.active)?.postMessage({ ...order(place), now }, [port2]);
  await heard(port1, 'message');
}

async function relayed(place: Place): Promise<void> {
  await askService(place, false);
  if (!navigator.serviceWorker.controller) await heard(navigator.serviceWorker, 'controllerchange');
  await fetch('/relay', { method: 'POST' });
}

export const WORKERS: Way[] = [
  { id: 'worker', words: 'dedicated worker', send: (place) => ask(new Worker('/worker.js'), place) },
  { id: 'worker-blob', words: 'blob worker', send: (place) => ask(new Worker(URL.createObjectURL(new Blob([WORKER]))), place) },
  { id: 'worker-shared', words: 'SharedWorker', has: () => 'SharedWorker' in globalThis, send: askShared },
  { id: 'service-direct', words: 'site service worker, direct', send: (place) => askService(place, true) },
  { id: 'service-proxy', words: 'site service worker, proxying', send: relayed },
];
