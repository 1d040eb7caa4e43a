/** Rows written straight into the page's own database, and the pages on top of them. */
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';
import { OptionsApp } from '../../../components/options/OptionsApp';
import { Toasts } from '../../../components/ui';
import '../../../components/ui/base.css';
import { mountSprite } from '../../../components/ui/sprite';
import { WelcomeApp } from '../../../components/welcome/WelcomeApp';
import { DEFAULT_RULES } from '../../../review/model';
import type { AccountRule, LogEntry, LogType, Member, Role, RuleSet } from '../../../review/model';
import { database } from '../../../storage/db';
import type { SiteCover } from '../../../review/coverage/look';
import { answer, browser, resetPage } from './fake-page';

export async function empty(): Promise<void> {
  resetPage();
  const db = await database();
  await Promise.all(db.tables.map((table) => table.clear()));
}

export async function workspace(rules: Partial<RuleSet> = {}): Promise<void> {
  await (await database()).workspace.put({ id: 'w-1', name: 'Northmoor', createdAt: 1, rules: { ...DEFAULT_RULES, ...rules } });
}

export async function person(id: string, name: string, roles: Role[], removedAt: number | null = null): Promise<Member> {
  const db = await database();
  const member: Member = { id, name, roles, publicKey: `key-${id}`, deviceKeyId: '7f3a91c2e0b44d10', createdAt: await db.members.count(), removedAt };
  await db.members.put(member);
  return member;
}

export async function signedIn(memberId: string | null): Promise<void> {
  const now = Date.now();
  if (memberId === null) await browser.storage.session.remove('session');
  else await browser.storage.session.set({ session: { memberId, kek: 'A'.repeat(43), unlockedAt: now, idleUntil: now + 300_000, absoluteUntil: now + 3_600_000 } });
}

/** Mara owns the rules and approves, Lena writes; Mara is signed in. */
export async function usual(rules: Partial<RuleSet> = {}): Promise<void> {
  await workspace(rules);
  await person('mara', 'Mara Okafor', ['approver', 'ruleOwner']);
  await person('lena', 'Lena Ortiz', ['author']);
  await signedIn('mara');
}

export const account = (part: Partial<AccountRule>): AccountRule => ({ platform: 'x', account: 'northmoor', handle: '@northmoor', covered: true, strength: 'hold', approvers: [], quorum: 1, ...part });

export async function covered(platform: string, host: string | null = null): Promise<void> {
  const db = await database();
  await db.sites.put({ key: `${platform}|${host ?? ''}`, platform, host, coveredAt: 1 });
}

/** The background's answer to every look at coverage from now on. */
export function look(sites: SiteCover[]): void {
  answer((name) => (name === 'coverage.look' ? { ok: true, value: { sites, tab: null } } : undefined));
}

export async function log(entries: { type: LogType; actor?: string; body?: Record<string, unknown>; at?: number; holdId?: string }[]): Promise<void> {
  const db = await database();
  const first = (await db.log.count()) + 1;
  const rows = entries.map((entry, index): LogEntry => ({
    seq: first + index, prev: '0'.repeat(64), at: entry.at ?? Date.now() - (entries.length - index) * 60_000, type: entry.type, actor: entry.actor ?? 'mara',
    holdId: entry.holdId ?? null, body: entry.body ?? {}, hash: String(first + index).padStart(64, 'c'), sig: 'sig',
  }));
  await db.log.bulkPut(rows);
  const last = rows.at(-1);
  if (last) await db.meta.put({ name: 'logHead', value: { seq: last.seq, hash: last.hash } });
}

async function show(view: React.ReactNode, name: 'options' | 'welcome', hash: string, width: number) {
  await page.viewport(width, 800);
  location.hash = hash;
  document.documentElement.dataset['theme'] = 'light';
  document.body.dataset['page'] = name;
  mountSprite();
  return render(<Toasts>{view}</Toasts>);
}

export const showOptions = (hash: string, width = 1280) => show(<OptionsApp />, 'options', hash, width);
export const showWelcome = (hash = '', width = 1280) => show(<WelcomeApp />, 'welcome', hash, width);
