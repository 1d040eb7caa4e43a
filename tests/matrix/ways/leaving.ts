/** What goes out while the page is being left. */
import type { Place, Way } from '../way';

function ping({ json }: Place): void {
  const link = document.createElement('a');
  link.href = '#left';
  link.ping = json;
  document.body.append(link);
  link.click();
}

function leave(work: () => void): void {
  window.addEventListener('pagehide', work);
  location.assign('/quiet');
}

export const LEAVING: Way[] = [
  { id: 'ping', words: 'a[ping]', send: ping },
  { id: 'pagehide-beacon', words: 'beacon in pagehide', send: ({ json, body }) => leave(() => navigator.sendBeacon(json, body)) },
  { id: 'pagehide-keepalive', words: 'keepalive fetch in pagehide', send: ({ json, body }) => leave(() => void fetch(json, { method: 'POST', body, keepalive: true }).catch(() => {})) },
];
