/** A policy that is slow to come keeps nobody waiting, and what was known last holds meanwhile. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeExtension } from '../../support/fake-extension';

type Policy = Record<string, unknown>;
const REQUIRED: Policy = { requiredSites: [{ platform: 'x' }], idleMinutes: 2 };

let fake: ReturnType<typeof fakeExtension>;
let answer: (policy: Policy) => void;

/** A browser that has not loaded its policies yet. */
function slow(): void {
  fake.browser.storage.managed.get = () => new Promise((resolve) => { answer = resolve; });
}
async function start() {
  vi.resetModules();
  vi.doMock('../../../runtime/browser', () => ({ browser: fake.browser }));
  return await import('../../../storage/queries/managed');
}
const settled = () => new Promise((resolve) => { setTimeout(resolve, 20); });

beforeEach(() => { fake = fakeExtension(); });

test('a browser that answers is believed, and its answer is kept for the next start', async () => {
  fake.state.managed = REQUIRED;
  const first = await start();
  expect(await first.readManaged()).toEqual({ values: REQUIRED, problems: [], known: true });
  await settled();
  slow();
  const second = await start();
  const began = performance.now();
  expect(await second.readManaged()).toEqual({ values: REQUIRED, problems: [], known: true });
  expect(performance.now() - began).toBeLessThan(1_500);
});

test('nobody waits twice for the same silence, and everybody hears the answer when it comes', async () => {
  slow();
  const { onManaged, readManaged } = await start();
  const heard = vi.fn<() => void>();
  const end = new AbortController();
  onManaged(heard, end.signal);
  expect(await readManaged()).toEqual({ values: {}, problems: [], known: false });
  const began = performance.now();
  await readManaged();
  expect(performance.now() - began).toBeLessThan(200);
  expect(heard).not.toHaveBeenCalled();
  answer(REQUIRED);
  await settled();
  expect(heard).toHaveBeenCalledOnce();
  fake.browser.storage.managed.get = async () => REQUIRED;
  expect(await readManaged()).toMatchObject({ values: REQUIRED, known: true });
  end.abort();
  await fake.browser.storage.onChanged.fire({ idleMinutes: { newValue: 3 } }, 'managed');
  expect(heard).toHaveBeenCalledOnce();
});

test('a policy that was taken away is forgotten, and an answer in time tells nobody anything new', async () => {
  fake.state.managed = REQUIRED;
  const { onManaged, readManaged } = await start();
  const heard = vi.fn<() => void>();
  onManaged(heard);
  await readManaged();
  fake.state.managed = {};
  expect(await readManaged()).toMatchObject({ values: {}, known: true });
  await settled();
  expect(heard).not.toHaveBeenCalled();
  slow();
  expect(await (await start()).readManaged()).toEqual({ values: {}, problems: [], known: true });
});

test('what cannot be made good later waits longer', async () => {
  slow();
  const { readManaged } = await start();
  await readManaged();
  const asked = readManaged(2_000);
  setTimeout(() => answer(REQUIRED), 100);
  expect(await asked).toMatchObject({ values: REQUIRED, known: true });
});

test('a browser without a policy for us may refuse to answer', async () => {
  fake.browser.storage.managed.get = async () => await Promise.reject(new Error('Managed storage manifest not found'));
  expect(await (await start()).readManaged()).toEqual({ values: {}, problems: [], known: true });
});
