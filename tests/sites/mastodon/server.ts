/** A Mastodon server's own web client, as reference/platforms.md §3.10 describes its calls. */
import { ACCOUNTS, OTHERS, accountOf, langOf } from '../people';
import { scriptJson } from '../html';
import type { ApiCall, ApiContext, SiteDefinition, SiteRequest } from '../site';

interface StatusBody { status?: string; spoiler_text?: string; in_reply_to_id?: string | null; visibility?: string; media_ids?: string[] }

/** Any server may run Mastodon; this one has an address that the automation build is granted (platforms/hosts.ts). */
const ORIGIN = 'http://127.0.0.1';

function publish(context: ApiContext, edited: string | null): ApiCall {
  const body = (context.json() ?? {}) as StatusBody;
  const account = ACCOUNTS.find((one) => `Bearer token-${one.key}` === context.header('authorization')) ?? ACCOUNTS[0]!;
  const id = edited ?? context.nextId;
  const permalink = `${ORIGIN}/@${account.handle}/${id}`;
  return {
    kind: 'publish',
    post: {
      surface: edited ? 'edit' : body.in_reply_to_id ? 'reply' : 'post',
      account: account.handle,
      text: body.status ?? '',
      warning: body.spoiler_text ?? '',
      target: edited ?? body.in_reply_to_id ?? null,
      audience: body.visibility ?? '',
      permalink,
      media: (body.media_ids ?? []).map((media) => {
        const upload = context.uploads.get(media);
        return { name: upload?.name ?? 'missing', bytes: upload?.bytes ?? 0, alt: '' };
      }),
    },
    answer: { id, uri: `${ORIGIN}/users/${account.handle}/statuses/${id}`, url: permalink, content: body.status },
    empty: {},
  };
}

function api(request: SiteRequest, context: ApiContext): ApiCall | null {
  const { pathname } = context.url;
  if (pathname === '/api/v1/statuses' && request.method === 'POST') return publish(context, null);
  const edited = /^\/api\/v1\/statuses\/(\d+)$/.exec(pathname)?.[1];
  if (edited && request.method === 'PUT') return publish(context, edited);
  if (/^\/api\/v1\/statuses\/\d+\/favourite$/.test(pathname)) return { kind: 'reaction', answer: { favourited: true } };
  if (/^\/api\/v1\/(statuses\/\d+|timelines\/home)$/.test(pathname)) return { kind: 'read', answer: [] };
  if (pathname === '/api/v2/search') return { kind: 'typing', answer: { accounts: [], statuses: [], hashtags: [] } };
  if (pathname === '/api/v1/markers') return { kind: 'autosave', answer: {} };
  if (pathname === '/api/v2/media') {
    const id = String(9_000 + context.uploads.size);
    context.uploads.set(id, { name: context.header('x-file-name'), bytes: context.bytes.byteLength, data: context.bytes, mime: context.header('content-type') });
    return { kind: 'upload', answer: { id, type: 'image' } };
  }
  return null;
}

export const mastodon: SiteDefinition = {
  id: 'mastodon',
  origin: ORIGIN,
  otherOrigins: [],
  home: '/home',
  csp: "base-uri 'none'; default-src 'none'; frame-ancestors 'none'; font-src 'self'; img-src 'self' data: blob:; media-src 'self' data:; style-src 'self' 'unsafe-inline'; form-action 'none'; connect-src 'self' data: blob:; script-src 'self'; worker-src 'self' blob:",
  page(url) {
    if (!/^\/(home|publish|deck\/.*|@\w+\/\d+)$/.test(url.pathname)) return null;
    const account = accountOf(url);
    // The owner comes first on purpose: the acting account is the one meta.me names.
    const accounts = Object.fromEntries(ACCOUNTS.map((one) => [one.numericId, { id: one.numericId, username: one.handle, acct: one.handle, display_name: one.name }]));
    const state = { meta: { me: account.numericId, domain: 'social.example', locale: langOf(url) }, compose: { me: account.numericId, default_privacy: 'public' }, accounts };
    return {
      lang: langOf(url),
      title: 'social.example',
      head: `<script id="initial-state" type="application/json">${scriptJson(state)}</script>`,
      root: `<div class="app-holder" id="mastodon" data-props='{"locale":"${langOf(url)}"}'></div>`,
      data: { account, accounts: ACCOUNTS, others: OTHERS, lang: langOf(url) },
    };
  },
  api,
};
