/** Bluesky as reference/platforms.md §3.9 describes it: the app on bsky.app, records written to the account's own server. */
import { ACCOUNTS, OTHERS, accountOf, langOf } from '../people';
import type { ApiCall, ApiContext, SiteDefinition, SiteRequest } from '../site';

export const PDS = 'https://morel.us-east.host.bsky.network';

interface PostRecord { text?: string; reply?: { parent?: { uri?: string } }; embed?: { images?: { alt?: string; image?: { ref?: { $link?: string } } }[] } }
interface Write { collection?: string; rkey?: string; value?: PostRecord }
interface WriteBody { repo?: string; writes?: Write[]; collection?: string; record?: PostRecord }

const COLLECTION = 'app.bsky.feed.post';

function publish(context: ApiContext, repo: string | undefined, records: PostRecord[], rkeys: string[]): ApiCall {
  const account = ACCOUNTS.find((one) => one.did === repo);
  const uris = rkeys.map((rkey) => `at://${repo}/${COLLECTION}/${rkey}`);
  const target = records[0]?.reply?.parent?.uri ?? null;
  return {
    kind: 'publish',
    post: {
      surface: target ? 'reply' : 'post',
      account: account?.handle ?? 'unknown',
      text: records.map((record) => record.text ?? '').join('\u001E'),
      target,
      permalink: `https://bsky.app/profile/${repo}/post/${rkeys[0]}`,
      media: records.flatMap((record) => record.embed?.images ?? []).map((image) => {
        const upload = context.uploads.get(image.image?.ref?.$link ?? '');
        return { name: upload?.name ?? 'missing', bytes: upload?.bytes ?? 0, alt: image.alt ?? '' };
      }),
    },
    answer: { commit: { cid: 'bafyreicommit', rev: context.nextId }, results: uris.map((uri) => ({ $type: 'com.atproto.repo.applyWrites#createResult', uri, cid: 'bafyreipost', validationStatus: 'valid' })) },
    empty: { results: [] },
  };
}

function api(request: SiteRequest, context: ApiContext): ApiCall | null {
  const method = /^\/xrpc\/([\w.]+)$/.exec(context.url.pathname)?.[1];
  if (!method) return null;
  const body = (context.json() ?? {}) as WriteBody;
  if (method === 'com.atproto.repo.applyWrites') {
    const posts = (body.writes ?? []).filter((write) => write.collection === COLLECTION);
    if (posts.length === 0) return { kind: 'reaction', answer: { results: [] } };
    return publish(context, body.repo, posts.map((write) => write.value ?? {}), posts.map((write) => write.rkey ?? context.nextId));
  }
  if (method === 'com.atproto.repo.createRecord') {
    if (body.collection !== COLLECTION) return { kind: 'reaction', answer: { uri: `at://${body.repo}/${body.collection}/1` } };
    const single = publish(context, body.repo, [body.record ?? {}], [context.nextId]);
    return { ...single, answer: { uri: `at://${body.repo}/${COLLECTION}/${context.nextId}`, cid: 'bafyreipost', validationStatus: 'valid' } };
  }
  if (method === 'com.atproto.repo.uploadBlob') {
    const link = `bafkrei${context.uploads.size + 1}`;
    context.uploads.set(link, { name: context.header('x-file-name'), bytes: context.bytes.byteLength, data: context.bytes, mime: context.header('content-type') });
    return { kind: 'upload', answer: { blob: { $type: 'blob', ref: { $link: link }, mimeType: context.header('content-type'), size: context.bytes.byteLength } } };
  }
  if (method.startsWith('app.bsky.draft.')) return { kind: 'autosave', answer: { id: '1' } };
  if (method === 'app.bsky.actor.searchActorsTypeahead') return { kind: 'typing', answer: { actors: [] } };
  return { kind: 'read', answer: {} };
}

export const bluesky: SiteDefinition = {
  id: 'bluesky',
  origin: 'https://bsky.app',
  otherOrigins: [PDS],
  home: '/',
  csp: "default-src 'self'; connect-src *; img-src * data: blob:; script-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'",
  page(url) {
    if (!/^\/(intent\/compose|profile\/[\w.:]+(\/post\/\w+)?)?$/.test(url.pathname)) return null;
    return {
      lang: langOf(url),
      title: 'Bluesky',
      data: { account: accountOf(url), accounts: ACCOUNTS, others: OTHERS, lang: langOf(url), pds: url.origin === 'https://bsky.app' ? PDS : '' },
    };
  },
  api,
};
