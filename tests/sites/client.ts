/** Small things every practice page needs. Runs in the page. */

export function siteData<T>(): T {
  return JSON.parse(document.getElementById('site-data')?.textContent ?? '{}') as T;
}

export interface Answer { ok: boolean; status: number; body: unknown }

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/** fetch with a JSON answer; never throws, a network failure is status 0. */
export async function call(url: string, init: RequestInit): Promise<Answer> {
  try {
    const answer = await fetch(url, init);
    return { ok: answer.ok, status: answer.status, body: parse(await answer.text()) };
  } catch {
    return { ok: false, status: 0, body: null };
  }
}

/** The same over XMLHttpRequest, which X uses for its GraphQL calls. */
export function callXhr(method: string, url: string, headers: Record<string, string>, body: string): Promise<Answer> {
  return new Promise((done) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.addEventListener('loadend', () => done({ ok: xhr.status >= 200 && xhr.status < 300, status: xhr.status, body: parse(xhr.responseText) }));
    xhr.send(body);
  });
}

/** Calls `run` once typing has paused. */
export function debounce(ms: number, run: () => void): () => void {
  let timer = 0;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(run, ms);
  };
}

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Safe way down an unknown answer. */
export function pick(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined), value);
}

/** Goes to the same page as another account or in another language: the real sites reload too. */
export function reloadWith(name: string, value: string): void {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  location.assign(url.href);
}
