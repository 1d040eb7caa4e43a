/** Puts a practice site on its real origin inside a Playwright browser context. */
import type { BrowserContext, Route } from '@playwright/test';
import { createSite } from './serve';
import type { Site } from './serve';

/**
 * Every request to the site's real origins is answered by the practice server; nothing reaches the network.
 * @returns the site, so that a test can ask what the server received.
 */
export async function routeSite(context: BrowserContext, id: string, site: Site = createSite(id)): Promise<Site> {
  const answer = async (route: Route) => {
    const request = route.request();
    const done = await site.handle({
      method: request.method(),
      url: request.url(),
      headers: await request.allHeaders(),
      body: new Uint8Array(request.postDataBuffer() ?? []),
    });
    const body = typeof done.body === 'string' ? done.body : Buffer.from(done.body);
    // The page may have gone while the answer was being made; that is not the test's business.
    await route.fulfill({ status: done.status, headers: done.headers, body }).catch(() => {});
  };
  for (const origin of [site.definition.origin, ...site.definition.otherOrigins]) await context.route(`${origin}/**`, answer);
  return site;
}

/** Fails every request that no practice site answers, so that a test never depends on the outside. Call it before routeSite. */
export async function refuseNetwork(context: BrowserContext): Promise<string[]> {
  const refused: string[] = [];
  await context.route(/^https?:\/\/(?!localhost|127\.0\.0\.1)/, async (route) => {
    refused.push(route.request().url());
    await route.abort('internetdisconnected').catch(() => {});
  });
  return refused;
}
