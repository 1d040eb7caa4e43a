/** X, as reference/platforms.md §3.1 describes its calls. */
import { ACCOUNTS, OTHERS, accountOf, langOf } from '../people';
import type { ApiCall, ApiContext, SiteDefinition, SiteRequest } from '../site';

interface TweetVariables {
  tweet_text?: string;
  post_tweet_request?: { status?: string; execute_at?: number };
  reply?: { in_reply_to_tweet_id?: string };
  media?: { media_entities?: { media_id: string }[] };
}

const handleOf = (context: ApiContext) =>
  ACCOUNTS.find((account) => account.numericId === context.header('x-act-as-user-id'))?.handle ?? 'unknown';

function publish(operation: string, context: ApiContext): ApiCall {
  const variables = (context.json() as { variables?: TweetVariables } | null)?.variables ?? {};
  const scheduled = operation === 'CreateScheduledTweet';
  const handle = handleOf(context);
  const target = variables.reply?.in_reply_to_tweet_id ?? null;
  const result = { rest_id: context.nextId, core: { user_results: { result: { rest_id: context.header('x-act-as-user-id') } } } };
  const answers: Record<string, unknown> = {
    CreateTweet: { data: { create_tweet: { tweet_results: { result } } } },
    CreateNoteTweet: { data: { notetweet_create: { tweet_results: { result } } } },
    CreateScheduledTweet: { data: { tweet: { rest_id: context.nextId } } },
  };
  return {
    kind: 'publish',
    post: {
      surface: target ? 'reply' : 'post',
      account: handle,
      text: (scheduled ? variables.post_tweet_request?.status : variables.tweet_text) ?? '',
      target,
      permalink: `https://x.com/${handle}/status/${context.nextId}`,
      media: (variables.media?.media_entities ?? []).map((entity) => {
        const file = context.uploads.get(entity.media_id);
        return { name: file?.name ?? 'missing', bytes: file?.bytes ?? 0, alt: '' };
      }),
    },
    answer: answers[operation],
    empty: { data: { create_tweet: { tweet_results: {} } } },
  };
}

function upload(context: ApiContext): ApiCall {
  const command = context.url.searchParams.get('command');
  const id = context.url.searchParams.get('media_id') ?? String(7_000_000 + context.uploads.size);
  if (command === 'APPEND') {
    context.uploads.set(id, { name: context.header('x-file-name'), bytes: context.bytes.byteLength, data: context.bytes, mime: context.header('content-type') });
  }
  return { kind: 'upload', answer: { media_id_string: id } };
}

function api(request: SiteRequest, context: ApiContext): ApiCall | null {
  const { pathname, host } = context.url;
  if (pathname === '/i/media/upload.json' && (host === 'upload.x.com' || host.startsWith('localhost'))) return upload(context);
  const operation = /^\/i\/api\/graphql\/[\w-]+\/(\w+)$/.exec(pathname)?.[1];
  if (operation === 'CreateDraftTweet') return { kind: 'autosave', answer: { data: { tweet: { rest_id: '1' } } } };
  if (operation && ['CreateTweet', 'CreateNoteTweet', 'CreateScheduledTweet'].includes(operation)) return publish(operation, context);
  if (operation === 'FavoriteTweet') return { kind: 'reaction', answer: { data: { favorite_tweet: 'Done' } } };
  if (operation === 'UserTweets') {
    const posts = context.posts.map(({ id, account, text, at }) => ({ id, handle: account, text, at }));
    return { kind: 'read', answer: { posts } };
  }
  if (operation && request.method === 'GET') return { kind: 'read', answer: { data: {} } };
  if (pathname === '/i/api/1.1/search/typeahead.json') return { kind: 'read', answer: { users: [{ screen_name: 'danareyes', name: 'Dana Reyes' }] } };
  if (pathname === '/i/api/1.1/jot/client_event.json') return { kind: 'typing', answer: {} };
  return null;
}

export const x: SiteDefinition = {
  id: 'x',
  origin: 'https://x.com',
  otherOrigins: ['https://upload.x.com'],
  home: '/home',
  csp: "default-src 'self'; connect-src 'self' https://upload.x.com; img-src 'self' data: blob:; script-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
  page(url) {
    if (!/^\/(home|compose\/post|\w+|\w+\/status\/\d+)$/.test(url.pathname)) return null;
    return {
      lang: langOf(url),
      title: 'Home / X',
      root: '<div id="react-root"></div>',
      data: { account: accountOf(url), accounts: ACCOUNTS, others: OTHERS, lang: langOf(url) },
    };
  },
  api,
};
