/** LinkedIn as reference/platforms.md §3.5 describes it: three transports for post, comment and reply. */
import { ACCOUNTS, OTHERS, accountOf, langOf } from '../people';
import type { ApiCall, ApiContext, SiteDefinition, SiteRequest } from '../site';

interface ShareBody { variables?: { post?: { commentary?: { text?: string }; visibilityDataUnion?: { visibilityType?: string }; media?: { mediaUrn?: string }[]; actor?: string } } }
interface CommentBody { requestedArguments?: { requestMetadata?: { currentActor?: string }; payload?: { threadUrn?: string }; states?: { value?: { commentary?: { text?: string } } }[] } }
interface ReplyBody { commentary?: { text?: string }; threadUrn?: string; actorUrn?: string }

const byUrn = (urn: string | undefined) => ACCOUNTS.find((account) => urn?.endsWith(account.numericId))?.handle ?? 'unknown';
const permalink = (id: string) => `https://www.linkedin.com/feed/update/urn:li:share:${id}/`;

function share(context: ApiContext): ApiCall {
  const post = (context.json() as ShareBody | null)?.variables?.post ?? {};
  return {
    kind: 'publish',
    post: {
      surface: 'post', account: byUrn(post.actor), text: post.commentary?.text ?? '', target: null, permalink: permalink(context.nextId),
      audience: post.visibilityDataUnion?.visibilityType ?? '',
      media: (post.media ?? []).map((one) => ({ name: context.uploads.get(one.mediaUrn ?? '')?.name ?? 'missing', bytes: context.uploads.get(one.mediaUrn ?? '')?.bytes ?? 0, alt: '' })),
    },
    answer: { data: { createContentcreationDashShares: { resourceKey: `urn:li:share:${context.nextId}` } } },
    empty: { data: {} },
  };
}

function comment(context: ApiContext): ApiCall {
  const body = (context.json() as CommentBody | null)?.requestedArguments;
  const text = body?.states?.find((state) => state.value?.commentary)?.value?.commentary?.text ?? '';
  return {
    kind: 'publish',
    post: { surface: 'comment', account: byUrn(body?.requestMetadata?.currentActor), text, target: body?.payload?.threadUrn ?? null, permalink: permalink(context.nextId) },
    answer: { status: 'SUCCESS' },
    empty: {},
  };
}

function reply(context: ApiContext): ApiCall {
  const body = (context.json() ?? {}) as ReplyBody;
  return {
    kind: 'publish',
    post: { surface: 'comment', account: byUrn(body.actorUrn), text: body.commentary?.text ?? '', target: body.threadUrn ?? null, permalink: permalink(context.nextId) },
    answer: { data: { urn: `urn:li:comment:${context.nextId}` } },
    empty: {},
  };
}

function api(request: SiteRequest, context: ApiContext): ApiCall | null {
  const { pathname, searchParams } = context.url;
  if (pathname === '/voyager/api/graphql') {
    if (request.method === 'POST' && searchParams.get('queryId')?.startsWith('voyagerContentcreationDashShares.')) return share(context);
    return { kind: 'read', answer: { data: {} } };
  }
  if (pathname === '/flagship-web/rsc-action/actions/server-request') {
    if (searchParams.get('sduiid') === 'com.linkedin.sdui.comments.createComment') return comment(context);
    return { kind: searchParams.get('sduiid')?.includes('typing') ? 'typing' : 'reaction', answer: {} };
  }
  if (pathname === '/voyager/api/voyagerSocialDashNormComments') return reply(context);
  if (pathname === '/voyager/api/voyagerContentcreationDashDrafts') return { kind: 'autosave', answer: {} };
  if (pathname === '/dms-uploads/upload') {
    const id = `urn:li:digitalmediaAsset:${context.uploads.size + 1}`;
    context.uploads.set(id, { name: context.header('x-file-name'), bytes: context.bytes.byteLength, data: context.bytes, mime: context.header('content-type') });
    return { kind: 'upload', answer: { urn: id } };
  }
  return null;
}

export const linkedin: SiteDefinition = {
  id: 'linkedin',
  origin: 'https://www.linkedin.com',
  otherOrigins: [],
  home: '/feed/',
  csp: "default-src 'none'; connect-src 'self'; img-src 'self' data: blob:; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; frame-ancestors 'self'",
  page(url) {
    if (!/^\/(feed\/(update\/urn:li:\w+:\d+\/)?|company\/\d+\/admin\/\S*)$/.test(url.pathname)) return null;
    return { lang: langOf(url), title: 'Feed | LinkedIn', data: { account: accountOf(url), accounts: ACCOUNTS, others: OTHERS, lang: langOf(url) } };
  },
  api,
};
