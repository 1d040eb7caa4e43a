/** XML in a socket frame, such as XMPP stanzas (RFC 7395: a frame is one whole element, so it can be read by itself). */

/**
 * Texts of the elements at `path`, for example `message.body`, without namespaces. A typing notice is a `message` too,
 * but has no `body`. null when the frame is no XML, or nobody here can read XML.
 */
export function stanzaTexts(frame: string, path: string): string[] | null {
  if (typeof DOMParser === 'undefined') return null;
  const whole = new DOMParser().parseFromString(`<frame>${frame.replace(/^\s*<\?xml[^>]*\?>/, '')}</frame>`, 'text/xml');
  if (whole.getElementsByTagName('parsererror').length) return null;
  let found = [whole.documentElement];
  for (const name of path.split('.')) found = found.flatMap((element) => [...element.children].filter(({ localName }) => localName === name) as HTMLElement[]);
  return found.map(({ textContent }) => textContent);
}
