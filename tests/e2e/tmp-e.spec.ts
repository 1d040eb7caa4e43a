import { test } from '@playwright/test';
import { TestBrowser } from '../support/browser';
import { setUpWorkspace } from '../support/workspace';
import { LENA, MARA, PopupPage } from '../support/pages';

test('look', async () => {
  test.setTimeout(180_000);
  const browser = await TestBrowser.open();
  const welcome = await setUpWorkspace(browser);
  await welcome.page.close();
  const popup = await PopupPage.open(browser);
  const problems: string[] = [];
  popup.page.on('console', (m) => { if (m.type() !== 'log') problems.push(`${m.type()} ${m.text()}`); });
  popup.page.on('pageerror', (e) => problems.push(String(e)));
  await popup.signIn(LENA);
  await popup.signIn(MARA);
  await popup.page.screenshot({ path: '/tmp/shots/real-empty.png' });
  // create a hold through the page door
  const made = await popup.page.evaluate(async () => {
    const b = (globalThis as never as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }).chrome;
    return b.runtime.sendMessage({ countersign: 1, name: 'hold.create', input: { commandId: crypto.randomUUID(), composerId: 'c', urgency: 'normal', voluntary: true, thumbs: [], snapshot: { platform: 'practice', origin: location.origin, url: location.href, surfaceId: 'post', surface: 'post', account: { id: 'p', handle: '@practice' }, target: null, audience: 'public', text: 'A first post', title: '', warning: '', media: [] } } });
  });
  console.log(JSON.stringify(made).slice(0, 400));
  await popup.page.waitForTimeout(500);
  await popup.page.screenshot({ path: '/tmp/shots/real-queue.png' });
  console.log(problems.join('\n'));
  // many
  const count = await popup.page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((ok) => { const r = indexedDB.open('countersign'); r.onsuccess = () => ok(r.result); });
    const all = <T,>(s: string) => new Promise<T[]>((ok) => { const r = db.transaction(s).objectStore(s).getAll(); r.onsuccess = () => ok(r.result as T[]); });
    const [hold] = await all<{ id: string; queueKeys: string[]; createdAt: number }>('holds'); const [rev] = await all<Record<string, unknown>>('revisions'); const [log] = await all<Record<string, unknown>>('log'); const members = await all<{ id: string; name: string }>('members');
    if (!hold || !rev) return 0;
    const mara = members.find((m) => m.name.startsWith('Mara'))?.id;
    const tx = db.transaction(['holds', 'revisions', 'log'], 'readwrite');
    for (let n = 0; n < 5000; n += 1) { const at = 1_000_000 + n; tx.objectStore('holds').put({ ...hold, id: `n${n}`, queueKeys: [`${mara}|1|${String(at).padStart(15, '0')}`] }); tx.objectStore('revisions').put({ ...rev, holdId: `n${n}` }); }
    for (let n = 0; n < 10000; n += 1) tx.objectStore('log').put({ ...log, seq: 1000 + n });
    await new Promise((ok) => { tx.oncomplete = ok; }); db.close();
    return 5000;
  });
  console.log('seeded', count);
  for (let run = 0; run < 6; run += 1) {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 400, height: 600 });
    await page.addInitScript(() => { const t = performance.now(); const o = new MutationObserver(() => { if (document.querySelectorAll('[data-row]').length > 3) { o.disconnect(); requestAnimationFrame(() => { (globalThis as never as { took: number }).took = performance.now(); }); } }); o.observe(document, { childList: true, subtree: true }); void t; });
    await page.goto(browser.url('popup.html'));
    await page.waitForSelector('[data-row]');
    await page.waitForTimeout(300);
    console.log(await page.evaluate(() => ({ took: Math.round((globalThis as never as { took: number }).took), fcp: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1) })));
    if (run === 0) await page.screenshot({ path: '/tmp/shots/real-5000.png' });
    await page.close();
  }
  await browser.close();
});
