/**
 * Runs the real background over a fake extension API and a fake IndexedDB. `die()` is a worker death: every
 * module is loaded anew, and only what was persisted (database, storage areas, alarms, registrations) remains.
 */
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';
import { signDecision } from '../../identity/decide';
import { generateDeviceKey, importSigningKey } from '../../identity/keys';
import { sealKey } from '../../identity/vault';
import type { Answer, HoldView, Input, MessageName, Output } from '../../review/contract';
import type { DecisionBody, Member, Role } from '../../review/model';
import { EXTENSION_ID, EXTENSION_ORIGIN, fakeExtension, install } from './fake-extension';
import type { FakeExtension } from './fake-extension';

export const START = Date.UTC(2026, 10, 23, 9, 0, 0);
export const HOST = 'forum.example';
export const ORIGIN = `https://${HOST}`;
export const URL_HERE = `${ORIGIN}/compose`;

export interface Person {
  member: Member;
  vault: unknown;
  key: CryptoKey;
}

/** A person with a real device key, sealed under a real passphrase. */
export async function makePerson(id: string, name: string, roles: Role[]): Promise<Person> {
  const { publicKey, deviceKeyId, pkcs8 } = await generateDeviceKey();
  const vault = await sealKey(pkcs8, `correct horse ${id} battery`, id);
  return { member: { id, name, roles, publicKey, deviceKeyId, createdAt: 0, removedAt: null }, vault, key: await importSigningKey(pkcs8) };
}

type Serve = (message: unknown, sender: unknown) => Promise<Answer<unknown> | undefined>;

export interface Rig {
  fake: FakeExtension;
  serve: Serve;
  settled: () => Promise<void>;
  die: () => Promise<void>;
}

export const PAGE = { id: EXTENSION_ID, url: `${EXTENSION_ORIGIN}/popup.html`, origin: EXTENSION_ORIGIN };
export function gateIn(tabId: number, origin = ORIGIN, frameId = 0) {
  return { id: EXTENSION_ID, url: `${origin}/compose`, origin, frameId, tab: { id: tabId, url: `${origin}/compose` } };
}

async function load(rig: Rig): Promise<void> {
  vi.resetModules();
  vi.doMock('../../runtime/browser', () => ({ browser: rig.fake.browser }));
  const [{ startBackground }, { serve }, { settled }, { closeDatabase }, { mirrorSettled }] = await Promise.all([
    import('../../entrypoints/background/start'), import('../../entrypoints/background/serve'), import('../../entrypoints/background/after'),
    import('../../storage/db'), import('../../storage/mirror'),
  ]);
  startBackground();
  rig.serve = serve as Serve;
  rig.settled = async () => {
    await settled();
    await mirrorSettled();
  };
  rig.die = async () => {
    await rig.settled();
    await closeDatabase();
    for (const event of everyEvent(rig.fake)) event.listeners.clear();
    await load(rig);
  };
  await rig.settled();
}

function everyEvent({ browser }: FakeExtension) {
  const { runtime, tabs, notifications, alarms, idle, permissions, webRequest } = browser;
  return [runtime.onMessage, runtime.onInstalled, runtime.onStartup, runtime.onUpdateAvailable, tabs.onRemoved, tabs.onActivated, tabs.onUpdated,
    notifications.onClicked, alarms.onAlarm, idle.onStateChanged, permissions.onAdded, permissions.onRemoved, webRequest.onBeforeRequest, webRequest.onCompleted, webRequest.onErrorOccurred, webRequest.onBeforeRedirect];
}

/** A new profile: empty database, empty storage, the clock at START. */
export async function boot(): Promise<Rig> {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  const fake = fakeExtension();
  install(fake);
  const rig = { fake } as Rig;
  await load(rig);
  return rig;
}

export async function ask<N extends MessageName>(rig: Rig, sender: unknown, name: N, input: Input<N>): Promise<Answer<Output<N>>> {
  return (await rig.serve({ countersign: 1, name, input }, sender)) as Answer<Output<N>>;
}

/** The value of an answer that has to be good. */
export function good<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.code}: ${answer.detail}`);
  return answer.value;
}

export function code(answer: Answer<unknown>): string {
  return answer.ok ? 'ok' : answer.code;
}

export function later(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

/** Somebody unlocks in a page of ours, as components/session does. */
export async function unlockAs(rig: Rig, person: Person): Promise<void> {
  const now = Date.now();
  await rig.fake.browser.storage.session.set({ session: { memberId: person.member.id, kek: 'AAAA', unlockedAt: now, idleUntil: now + 300_000, absoluteUntil: now + 8 * 3_600_000 } });
  good(await ask(rig, PAGE, 'session.changed', {}));
  await rig.settled();
}

export async function lockAll(rig: Rig): Promise<void> {
  await rig.fake.browser.storage.session.remove('session');
  good(await ask(rig, PAGE, 'session.changed', {}));
}

/** A custom adapter for a forum: data only, the shape platforms/schema asks for. */
export const FORUM = {
  schemaVersion: 1, id: 'forum', title: 'Forum', hosts: [], verified: '2026-11-23', evidence: [], gaps: [], release: 'replay',
  surfaces: [{ id: 'post', kind: 'post', editors: [{ role: 'body', selectors: ['textarea#body'], kind: 'textarea' }], send: { selectors: ['button#send'] }, keys: [], publish: ['save'] }],
  publish: [{ id: 'save', method: 'POST', url: '/api/posts$', transport: 'request', bodyType: 'json', text: ['text'] }],
  identity: { handle: [{ from: 'text', selector: '.me' }] },
};

/** Workspace with an author who owns the rules, an approver, and the forum covered. The author is unlocked. */
export async function setUp(rig: Rig, author: Person, ...others: Person[]): Promise<void> {
  rig.fake.state.granted.add(`${ORIGIN}/*`);
  good(await ask(rig, PAGE, 'workspace.create', { name: 'Northmoor', member: author.member, vault: author.vault }));
  await unlockAs(rig, author);
  for (const { member, vault } of others) good(await ask(rig, PAGE, 'member.add', { member, vault }));
  good(await ask(rig, PAGE, 'adapter.import', { adapter: FORUM, host: HOST }));
  await rig.settled();
}

export function snapshot(text: string, change: Partial<Input<'hold.create'>['snapshot']> = {}): Input<'hold.create'>['snapshot'] {
  return {
    platform: 'forum', origin: ORIGIN, url: URL_HERE, surfaceId: 'post', surface: 'post', account: { id: 'northmoor', handle: '@northmoor' },
    target: null, audience: 'public', text, title: '', warning: '', media: [], ...change,
  };
}

let counter = 0;
export const freshId = () => `c${(counter += 1)}-${Math.random().toString(36).slice(2)}`;

export async function press(rig: Rig, tabId: number, text: string, change: Partial<Input<'hold.create'>> = {}): Promise<Answer<HoldView>> {
  rig.fake.state.tabs.set(tabId, { id: tabId, url: URL_HERE, active: true, windowId: 1 });
  const answer = await ask(rig, gateIn(tabId), 'hold.create', { commandId: freshId(), composerId: 'c', snapshot: snapshot(text), thumbs: [], urgency: 'normal', voluntary: false, ...change });
  await rig.settled();
  return answer;
}

/** A decision as the popup signs it. */
export async function signed(person: Person, view: HoldView, change: Partial<DecisionBody> = {}) {
  return signDecision(person.key, {
    type: 'countersign/decision/v1', id: freshId(), workspaceId: change.workspaceId ?? '', holdId: view.id, revision: view.revision, digest: view.digest,
    kind: 'approve', approver: person.member.id, deviceKeyId: person.member.deviceKeyId, reasons: [], text: '', suggestion: null, approveIfTaken: false,
    acknowledged: [], seen: { text: true, media: view.media.map(({ sha256 }) => sha256), dwellMs: 4_000 }, withdraws: null, policyVersion: 1,
    identity: 'passphrase', sameDevice: true, issuedAt: Date.now(), nonce: freshId(), ...change,
  });
}

export async function decide(rig: Rig, person: Person, view: HoldView, change: Partial<DecisionBody> = {}) {
  const { database } = await import('../../storage/db');
  const workspaceId = (await (await database()).workspace.toCollection().first())?.id ?? '';
  const answer = await ask(rig, PAGE, 'review.decide', { decision: await signed(person, view, { workspaceId, ...change }) });
  await rig.settled();
  return answer;
}
