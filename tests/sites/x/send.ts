/** X's calls from the page: GraphQL over XHR, media in three steps. */
import { call, callXhr, pick } from '../client';
import type { SiteAccount } from '../people';

export interface Attachment { name: string; mime: string; data: ArrayBuffer; preview: string }

export type SendResult = { state: 'sent'; id: string } | { state: 'empty' } | { state: 'failed' };

const QUERY_ID = { CreateTweet: 'xT36w0XM3A8jDynpkram2A', CreateNoteTweet: 'wE4NOMyvGLvZAn-tKRvAcw', CreateDraftTweet: 'cH9HZWz_EW9gnswvA4ZRiQ' };

const headers = (account: SiteAccount) => ({ 'content-type': 'application/json', 'x-act-as-user-id': account.numericId, 'x-twitter-active-user': 'yes' });
const uploadHost = () => (location.hostname === 'x.com' ? 'https://upload.x.com' : '');

async function uploadOne(file: Attachment): Promise<string> {
  const at = (query: string) => `${uploadHost()}/i/media/upload.json?command=${query}`;
  const started = await call(at(`INIT&total_bytes=${file.data.byteLength}`), { method: 'POST' });
  const id = String(pick(started.body, 'media_id_string'));
  await call(at(`APPEND&media_id=${id}&segment_index=0`), { method: 'POST', body: file.data, headers: { 'content-type': file.mime, 'x-file-name': encodeURIComponent(file.name) } });
  await call(at(`FINALIZE&media_id=${id}`), { method: 'POST' });
  return id;
}

export async function sendTweet(account: SiteAccount, text: string, replyTo: string | null, files: Attachment[]): Promise<SendResult> {
  const media: { media_id: string; tagged_users: string[] }[] = [];
  for (const file of files) media.push({ media_id: await uploadOne(file), tagged_users: [] });
  const operation = text.length > 280 ? 'CreateNoteTweet' : 'CreateTweet';
  const body = {
    variables: {
      tweet_text: text, dark_request: false, semantic_annotation_ids: [],
      media: { media_entities: media, possibly_sensitive: false },
      ...(replyTo ? { reply: { in_reply_to_tweet_id: replyTo, exclude_reply_user_ids: [] } } : {}),
    },
    features: { longform_notetweets_consumption_enabled: true }, queryId: QUERY_ID[operation],
  };
  const answer = await callXhr('POST', `/i/api/graphql/${QUERY_ID[operation]}/${operation}`, headers(account), JSON.stringify(body));
  if (!answer.ok) return { state: 'failed' };
  const root = operation === 'CreateTweet' ? 'create_tweet' : 'notetweet_create';
  const id = pick(answer.body, 'data', root, 'tweet_results', 'result', 'rest_id');
  return typeof id === 'string' ? { state: 'sent', id } : { state: 'empty' };
}

/** Fires while the draft is unsent; must pass the gate. */
export function saveDraft(account: SiteAccount, text: string): void {
  const body = JSON.stringify({ variables: { post_tweet_request: { auto_populate_reply_metadata: false, status: text } }, queryId: QUERY_ID.CreateDraftTweet });
  void callXhr('POST', `/i/api/graphql/${QUERY_ID.CreateDraftTweet}/CreateDraftTweet`, headers(account), body);
}

export function logTyping(account: SiteAccount): void {
  void callXhr('POST', '/i/api/1.1/jot/client_event.json', headers(account), '{"event":"compose:typing"}');
}
