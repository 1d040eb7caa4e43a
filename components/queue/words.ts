/** Words for rows and headings. Pure: the clock and the locale come as arguments. */
import type { Hold, Member, MemberId, Surface, Target } from '../../review/model';

const PLATFORMS: Record<string, string> = {
  x: 'X', linkedin: 'LinkedIn', facebook: 'Facebook', instagram: 'Instagram', reddit: 'Reddit', youtube: 'YouTube', bluesky: 'Bluesky', mastodon: 'Mastodon',
  tiktok: 'TikTok', threads: 'Threads', discord: 'Discord', discourse: 'Discourse', practice: 'Practice',
};

/** What people call the site. Taught and self-hosted sites are called by their id, which is made from their name. */
export function platformName(platform: string): string {
  return PLATFORMS[platform] ?? platform.replace(/-/g, ' ').replace(/^\p{L}/u, (first) => first.toLocaleUpperCase());
}

const PLAIN: Record<Surface, string> = { post: 'post', reply: 'reply', comment: 'comment', message: 'message', thread: 'thread', edit: 'edit of a post', schedule: 'scheduled post', repost: 'repost' };
const AIMED: Partial<Record<Surface, string>> = { reply: 'reply to', comment: 'comment on', message: 'message to', post: 'post in', edit: 'edit of', repost: 'repost of', thread: 'thread in' };

/** "reply to @danareyes", "post, 1 photo". */
export function surfaceWords(surface: Surface, targetLabel: string, mediaCount: number): string {
  const aimed = targetLabel ? AIMED[surface] : undefined;
  const base = aimed ? `${aimed} ${targetLabel}` : PLAIN[surface];
  if (mediaCount === 0) return base;
  return `${base}, ${mediaCount === 1 ? '1 attachment' : `${mediaCount} attachments`}`;
}

/** What to call a target whose label the site did not show. */
export function targetWords(target: Target | null): string {
  return target === null ? '' : (target.label ?? target.id);
}

/** Given names where they are enough to tell people apart, whole names otherwise. */
export function shortNames(members: readonly Member[]): (id: MemberId) => string {
  const given = (name: string) => name.trim().split(/\s+/)[0] ?? name;
  const taken = new Map<string, number>();
  for (const { name } of members) taken.set(given(name), (taken.get(given(name)) ?? 0) + 1);
  const names = new Map(members.map(({ id, name }) => [id, taken.get(given(name)) === 1 ? given(name) : name]));
  return (id) => names.get(id) ?? 'somebody who left';
}

/** "Mara", "Mara or Tim", "Mara, Tim or Jo". */
export function listNames(names: readonly string[], joiner: 'or' | 'and'): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${joiner} ${names.at(-1) ?? ''}`;
}

export function clockTime(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** Time of day today, day and time otherwise. */
export function momentWords(at: number, now: number, locale?: string): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) return clockTime(at, locale);
  return `${new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at)}, ${clockTime(at, locale)}`;
}

const MINUTE = 60_000;

/** "just now", "4 min", "3 h", "2 days". */
export function spanWords(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h`;
  return `${Math.floor(hours / 24)} days`;
}

export function agoWords(at: number, now: number): string {
  return now - at < MINUTE ? 'just now' : `${spanWords(now - at)} ago`;
}

/** TI5 targets: the same figures that colour the badge. */
const TARGET_MS = { urgent: 15 * MINUTE, normal: 60 * MINUTE };
const SOON_MS = 20 * MINUTE;

export type Urgency = { kind: 'over' | 'soon' | 'calm'; words: string };

/** How long this has waited, measured against the target of its urgency. */
export function urgencyOf(hold: Pick<Hold, 'urgency' | 'createdAt' | 'workflow' | 'expiresAt'>, now: number): Urgency {
  const due = hold.createdAt + TARGET_MS[hold.urgency];
  if (now > due) return { kind: 'over', words: `${spanWords(now - due)} over` };
  if (due - now <= SOON_MS) return { kind: 'soon', words: `Due in ${Math.max(1, Math.ceil((due - now) / MINUTE))} min` };
  return { kind: 'calm', words: agoWords(hold.createdAt, now) };
}
