/** Closed shadow roots, which only an extension may open: through `chrome.dom` in Chromium, on the element in Firefox (platforms.md §2.1). */

interface ShadowApi {
  dom?: { openOrClosedShadowRoot?(host: Element): ShadowRoot | null };
}

/** The shadow root of `host`, open or closed, or null. May throw for elements that cannot host one. */
export function anyShadowRoot(host: Element): ShadowRoot | null {
  const api = (globalThis as { chrome?: ShadowApi }).chrome?.dom?.openOrClosedShadowRoot;
  if (api) return host instanceof HTMLElement ? api(host) : null;
  return (host as Element & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? host.shadowRoot;
}
