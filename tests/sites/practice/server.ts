/** Commons, the practice community site: `npm start` serves it on localhost. */
import { ACCOUNTS, accountOf, langOf } from '../people';
import type { ApiCall, ApiContext, SiteDefinition, SiteRequest } from '../site';

interface NewPost { text?: string; account?: string; replyTo?: string | null; media?: { id: string; alt: string }[] }

export interface TimelinePost { id: string; account: string; name: string; text: string; replyTo: string | null; media: { src: string; alt: string }[]; at: number }

/** What the community said before you came; minutes ago. */
const SEEDS: (Omit<TimelinePost, 'at'> & { minutes: number })[] = [
  { id: 'seed-1', account: 'danareyes', name: 'Dana Reyes', text: 'Eleven drugstore balms on eczema-prone skin, one month. Northmoor came out softest, but the label is vague. Is it a treatment or a moisturiser?', replyTo: null, media: [], minutes: 38 },
  { id: 'seed-2', account: 'otisvale', name: 'Otis Vale', text: 'The repair café is back on Thursday, six to nine, in the old post office. Bring the toaster nobody dares to open.', replyTo: null, media: [], minutes: 126 },
  { id: 'seed-3', account: 'priyanair', name: 'Priya Nair', text: 'Seed swap is on the long table again. Tomatoes are gone, but there is plenty of borage.', replyTo: 'seed-2', media: [], minutes: 95 },
];
const STARTED = Date.now();

const nameOf = (handle: string) => ACCOUNTS.find((account) => account.handle === handle)?.name ?? handle;

function timeline(context: ApiContext): TimelinePost[] {
  const seeds = SEEDS.map(({ minutes, ...post }) => ({ ...post, at: STARTED - minutes * 60_000 }));
  const posted = context.posts.map((post) => ({
    id: post.id, account: post.account, name: nameOf(post.account), text: post.text, replyTo: post.target, at: post.at,
    media: post.media.map((one) => ({ src: `/api/media/${one.name.split('/')[0]}`, alt: one.alt })),
  }));
  return [...posted, ...seeds].sort((a, b) => b.at - a.at);
}

function publish(context: ApiContext): ApiCall {
  const body = (context.json() ?? {}) as NewPost;
  const text = body.text ?? '';
  const account = body.account ?? '';
  if (!text.trim() && !body.media?.length) return { kind: 'read', status: 422, answer: { error: 'A post needs words or a picture.' } };
  const permalink = `${context.url.origin}/posts/${context.nextId}`;
  const media = (body.media ?? []).map((one) => ({ name: `${one.id}/${context.uploads.get(one.id)?.name ?? 'missing'}`, bytes: context.uploads.get(one.id)?.bytes ?? 0, alt: one.alt }));
  return {
    kind: 'publish',
    post: { surface: body.replyTo ? 'reply' : 'post', account, text, target: body.replyTo ?? null, permalink, media },
    answer: { id: context.nextId, url: permalink },
    empty: {},
  };
}

function api(request: SiteRequest, context: ApiContext): ApiCall | null {
  const { pathname } = context.url;
  if (pathname === '/api/posts') return request.method === 'POST' ? publish(context) : { kind: 'read', answer: timeline(context) };
  if (/^\/api\/posts\/[\w-]+\/like$/.test(pathname)) return { kind: 'reaction', answer: { liked: true } };
  if (pathname === '/api/draft') return { kind: 'autosave', answer: { saved: true } };
  if (pathname === '/api/media') {
    const id = `m${context.uploads.size + 1}`;
    context.uploads.set(id, { name: decodeURIComponent(context.header('x-file-name')), bytes: context.bytes.byteLength, data: context.bytes, mime: context.header('content-type') });
    return { kind: 'upload', answer: { id } };
  }
  const media = /^\/api\/media\/(m\d+)$/.exec(pathname)?.[1];
  if (media) return { kind: 'read', answer: context.uploads.get(media)?.data ?? { error: 'not found' } };
  return null;
}

export const practice: SiteDefinition = {
  id: 'practice',
  origin: 'https://commons.example',
  otherOrigins: [],
  home: '/',
  csp: "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  page(url) {
    if (!/^\/(posts\/[\w-]+)?$/.test(url.pathname)) return null;
    return { lang: langOf(url), title: 'Commons', root: '<div id="commons"></div>', data: { account: accountOf(url), accounts: ACCOUNTS } };
  },
  api,
};
