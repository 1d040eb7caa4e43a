/** Calls that a script of the page makes without any press. */
import { post } from '../way';
import type { Place, Way } from '../way';

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer;
const blob = (text: string): Blob => new Blob([text], { type: 'text/plain' });

function upload({ text }: Place): FormData {
  const form = new FormData();
  form.append('text', text);
  form.append('file', new File(['a picture of the mill'], 'mill.txt', { type: 'text/plain' }));
  return form;
}

function stream({ body }: Place): RequestInit {
  const chunks = new ReadableStream({ start(to) {
    to.enqueue(new TextEncoder().encode(body));
    to.close();
  } });
  // `duplex` is not in the DOM types yet; browsers demand it for a stream.
  return { method: 'POST', body: chunks, duplex: 'half' } as RequestInit;
}

function xhr({ json, body }: Place, later: boolean): Promise<Event> | null {
  const request = new XMLHttpRequest();
  request.open('POST', json, later);
  const ended = later ? new Promise<Event>((resolve) => { request.addEventListener('loadend', resolve); }) : null;
  request.send(body);
  return ended;
}

/** Says one address when it is looked at and another when it is used. */
function changing({ json }: Place): string {
  let looks = 0;
  const address = { toString: (): string => ((looks += 1) === 1 ? `${location.origin}/quiet` : json) };
  return address as unknown as string;
}

type Later = (url: string, options: RequestInit & { activateAfter: number }) => unknown;
const later = (): Later | undefined => (globalThis as { fetchLater?: Later }).fetchLater;

export const CALLS: Way[] = [
  { id: 'fetch-string', words: 'fetch: string', send: (place) => post(place) },
  { id: 'fetch-early', words: 'fetch: in the page’s first script', early: true, send: (place) => post(place) },
  { id: 'fetch-request', words: 'fetch: Request', send: ({ json, body }) => fetch(new Request(json, { method: 'POST', body })) },
  { id: 'fetch-buffer', words: 'fetch: ArrayBuffer', send: ({ json, body }) => fetch(json, { method: 'POST', body: bytes(body) }) },
  { id: 'fetch-keepalive', words: 'fetch: keepalive', send: ({ json, body }) => fetch(json, { method: 'POST', body, keepalive: true }) },
  { id: 'fetch-put', words: 'fetch: PUT', send: ({ json, body }) => fetch(json, { method: 'PUT', body }) },
  { id: 'fetch-urlencoded', words: 'fetch: urlencoded', send: ({ form, text }) => fetch(form, { method: 'POST', body: new URLSearchParams({ text }) }) },
  { id: 'fetch-multipart', words: 'fetch: FormData with a file', send: (place) => fetch(place.multipart, { method: 'POST', body: upload(place) }) },
  { id: 'fetch-blob', words: 'fetch: Blob', send: ({ json, body }) => fetch(json, { method: 'POST', body: blob(body) }) },
  { id: 'fetch-stream', words: 'fetch: stream (needs HTTP/2)', send: (place) => fetch(place.json, stream(place)) },
  { id: 'fetch-changing', words: 'fetch: an address that changes between two looks', send: (place) => {
    const address = changing(place);
    return Promise.allSettled([fetch(address, { method: 'POST', body: place.body }), fetch(address, { method: 'POST', body: place.body })]);
  } },
  { id: 'xhr', words: 'XHR', send: (place) => xhr(place, true) },
  { id: 'xhr-sync', words: 'XHR, synchronous', send: (place) => xhr(place, false) },
  { id: 'beacon-string', words: 'sendBeacon: string', send: ({ json, body }) => navigator.sendBeacon(json, body) },
  { id: 'beacon-blob', words: 'sendBeacon: Blob', send: ({ json, body }) => navigator.sendBeacon(json, blob(body)) },
  { id: 'fetch-later', words: 'fetchLater', has: () => later() !== undefined, send: ({ json, body }) => later()?.(json, { method: 'POST', body, activateAfter: 0 }) },
  { id: 'image', words: 'image GET', send: ({ pixel }) => {
    const image = new Image();
    image.src = pixel;
    return image.decode();
  } },
];
