/**
 * Posts seen on a covered account's own pages, against what left through here. A post that was made before the site was
 * covered is nobody's business; one without a receipt is an incident, told once (guard.md §1, A3: reconciliation).
 */
import { Dexie } from 'dexie';
import { THREAD_SEPARATOR, trivialText } from '../../review/canonical';
import { sha256Hex } from '../../review/digest';
import type { Answer } from '../../review/contract';
import type { Account, Incident } from '../../review/model';
import { accountKey } from '../../review/names';
import { commit } from '../commit';
import type { NewEntry } from '../commit';
import type { Desk } from '../desk';
import { readRevision } from '../read-rows';
import { postKey } from '../rows';
import type { IncidentRow, StoredHold } from '../rows';
import { planIncident } from './incidents';

export interface SeenPost {
  permalink: string;
  text: string;
  at: number;
}

/** A site stamps its posts by its own clock, and a release may take its time. */
const SLACK_MS = 10 * 60_000;

interface Left {
  permalink: string | null;
  parts: string[];
  from: number;
  until: number;
}

/** The part of an address that names the post: hosts and handles in it may be written in more than one way. */
const tail = (permalink: string): string => permalink.replace(/[/?#]+$/, '').split('/').at(-1) ?? '';

/** Shorter beginnings say nothing. */
const FOLDED_FROM = 20;

/** A page folds long texts ("… more"); what it shows must then be how the text begins. */
function sameText(shown: string, parts: readonly string[]): boolean {
  const seen = trivialText(shown);
  const folded = /^(.*?)\s*(?:…|\.{3})[^…]{0,30}$/su.exec(seen)?.[1] ?? '';
  return parts.some((part) => part === seen || (folded.length >= FOLDED_FROM && part.startsWith(folded)));
}

/** Whether this post is one that left through here: by its address, or by its text at about that time. */
function isReceipted(post: SeenPost, left: readonly Left[]): boolean {
  return left.some(({ permalink, parts, from, until }) =>
    (permalink !== null && tail(permalink) === tail(post.permalink)) || (post.at >= from - SLACK_MS && post.at <= until + SLACK_MS && sameText(post.text, parts)));
}

const LEFT = new Set(['sent', 'verified', 'unknown', 'releasing']);

async function leftOf(desk: Desk, platform: string, account: Account, since: number, base: number): Promise<Left[]> {
  const key = accountKey(account);
  const range = (shelf: 'open' | 'done') => desk.db.holds.where('[shelf+updatedAt]').between([shelf, since], [shelf, Dexie.maxKey]).toArray();
  const ours = (hold: StoredHold) => hold.platform === platform && hold.accountKey === key && LEFT.has(hold.publication) && hold.grantId !== null;
  const holds = [...(await range('open')), ...(await range('done'))].filter(ours);
  return Promise.all(holds.map(async (hold): Promise<Left> => {
    const [{ manifest }, grant] = await Promise.all([readRevision(desk.db, hold.id, hold.revision), desk.db.grants.get(hold.grantId ?? '')]);
    const at = hold.receipt?.at ?? base;
    return { permalink: hold.receipt?.permalink ?? null, parts: trivialText(manifest.text).split(THREAD_SEPARATOR), from: grant?.consumedAt ?? at, until: at };
  }));
}

export interface SeenPosts {
  platform: string;
  host: string;
  account: Account;
  /** When this site was covered, Unix ms. */
  coveredAt: number;
  posts: readonly SeenPost[];
}

/** @returns the incidents that are new. */
export function reconcilePosts(desk: Desk, { platform, host, account, coveredAt, posts }: SeenPosts): Promise<Answer<Incident[]>> {
  return commit<Incident[]>(desk, async (base) => {
    const nothing = { ok: true as const, value: [], writes: {}, entries: [] };
    const ours = posts.filter(({ at }) => at > coveredAt && at <= base.now + SLACK_MS);
    const known = await desk.db.seenPosts.bulkGet(ours.map(({ permalink }) => postKey(platform, permalink)));
    const fresh = ours.filter((_, index) => known[index] === undefined);
    if (fresh.length === 0) return nothing;
    const left = await leftOf(desk, platform, account, coveredAt, base.now);
    const rows: IncidentRow[] = [];
    const entries: NewEntry[] = [];
    for (const post of fresh) {
      if (isReceipted(post, left)) continue;
      const about = { kind: 'unmatched' as const, platform, host, account: account.handle, way: 'page', digest: await sha256Hex(trivialText(post.text)), holdId: null, permalink: post.permalink };
      const incident = await planIncident(desk, base, about);
      rows.push(incident.row);
      entries.push(...incident.entries);
    }
    const seenPosts = fresh.map(({ permalink }) => ({ key: postKey(platform, permalink), at: base.now }));
    return { ok: true, value: rows, writes: { seenPosts, ...(rows.length > 0 ? { incidents: rows } : {}) }, entries };
  });
}
