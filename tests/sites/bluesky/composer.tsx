/** Bluesky's composer: react-native-web buttons around Tiptap boxes; a thread is one call with several writes. */
import { useMemo, useRef, useState } from 'react';
import { Pressable, Text, View } from 'react-native-web';
import { call, debounce, pick } from '../client';
import type { OTHERS, SiteAccount } from '../people';
import { WriteBox } from './write-box';
import type { Words } from './words';

type Other = (typeof OTHERS)[number];

interface Props {
  account: SiteAccount;
  words: Words;
  pds: string;
  replyTo: Other | null;
  onCancel(): void;
  onDone(uri: string | null): void;
}

interface Picture { blob: unknown; preview: string }

const JSON_HEADERS = { 'content-type': 'application/json' };
export const uriOf = (other: Other) => `at://did:plc:${other.handle}/app.bsky.feed.post/${other.id}`;
const rkey = () => `3l${Math.random().toString(36).slice(2, 13)}`;

export function Composer({ account, words, pds, replyTo, onCancel, onDone }: Props) {
  const [parts, setParts] = useState(['']);
  const [pictures, setPictures] = useState<Picture[]>([]);
  const [busy, setBusy] = useState(false);
  const latest = useRef(parts);
  latest.current = parts;
  const file = useRef<HTMLInputElement>(null);
  const autosave = useMemo(() => debounce(700, () => {
    void call(`${pds}/xrpc/app.bsky.draft.createDraft`, { method: 'POST', headers: JSON_HEADERS, body: JSON.stringify({ draft: { posts: latest.current.map((text) => ({ text })) } }) });
  }), [pds]);
  const empty = parts.every((part) => !part.trim()) && pictures.length === 0;

  async function publish() {
    if (busy || empty) return;
    setBusy(true);
    const parent = replyTo ? { uri: uriOf(replyTo), cid: 'bafyreiparent' } : null;
    const writes = latest.current.map((text, index) => ({
      $type: 'com.atproto.repo.applyWrites#create', collection: 'app.bsky.feed.post', rkey: rkey(),
      value: {
        $type: 'app.bsky.feed.post', createdAt: new Date().toISOString(), text, langs: ['en'],
        ...(parent ? { reply: { root: parent, parent } } : {}),
        ...(index === 0 && pictures.length > 0 ? { embed: { $type: 'app.bsky.embed.images', images: pictures.map((one) => ({ image: one.blob, alt: '' })) } } : {}),
      },
    }));
    const answer = await call(`${pds}/xrpc/com.atproto.repo.applyWrites`, { method: 'POST', headers: JSON_HEADERS, body: JSON.stringify({ repo: account.did, writes, validate: true }) });
    setBusy(false);
    const uri = pick(answer.body, 'results', 0, 'uri');
    onDone(answer.ok && typeof uri === 'string' ? uri : null);
  }

  async function attach(files: FileList) {
    for (const one of files) {
      const answer = await call(`${pds}/xrpc/com.atproto.repo.uploadBlob`, { method: 'POST', body: await one.arrayBuffer(), headers: { 'content-type': one.type, 'x-file-name': encodeURIComponent(one.name) } });
      setPictures((old) => [...old, { blob: pick(answer.body, 'blob'), preview: URL.createObjectURL(one) }]);
    }
  }

  const name = replyTo ? words.publishReply : parts.length > 1 ? words.publishPosts : words.publishPost;
  const label = replyTo ? words.reply : parts.length > 1 ? words.all : words.post;
  const stage = Math.ceil(parts.join('').length / 4);
  return (
    <div role="dialog" aria-modal="true" className="layer">
      <View testID="composePostView" style={{ backgroundColor: '#fff', borderRadius: 10, padding: 14, width: 560, maxWidth: '94vw' }}>
        {/* The bar is built again while a person types. */}
        <View key={stage} style={{ flexDirection: 'row', justifyContent: 'space-between', marginBottom: 10 }}>
          <Pressable role="button" aria-label={words.cancel} onPress={onCancel}><Text>{words.cancel}</Text></Pressable>
          <Pressable
            role="button" testID="composerPublishBtn" aria-label={name} disabled={busy || empty} onPress={() => void publish()}
            style={{ backgroundColor: '#0a6cff', opacity: empty ? 0.5 : 1, borderRadius: 999, paddingVertical: 7, paddingHorizontal: 16 }}
          >
            <Text style={{ color: '#fff', fontWeight: '600' }}>{label}</Text>
          </Pressable>
        </View>
        {replyTo && (
          <View aria-label={words.expand} style={{ borderBottomWidth: 1, borderBottomColor: '#dce2ea', paddingBottom: 8, marginBottom: 8 }}>
            <Text style={{ fontWeight: '700' }}>{replyTo.name}</Text>
            <Text>{replyTo.text}</Text>
          </View>
        )}
        {parts.map((_, index) => (
          <WriteBox
            key={index}
            placeholder={replyTo ? words.writeReply : index > 0 ? words.add : words.whatsUp}
            onPublish={() => void publish()}
            onText={(text) => {
              setParts((old) => old.map((part, at) => (at === index ? text : part)));
              autosave();
              const word = /@(\w+)$/.exec(text)?.[1];
              if (word) void call(`${pds}/xrpc/app.bsky.actor.searchActorsTypeahead?q=${word}`, {});
            }}
          />
        ))}
        {pictures.length > 0 && <div className="pictures">{pictures.map((one) => <img key={one.preview} src={one.preview} alt="" />)}</div>}
        <View style={{ flexDirection: 'row', gap: 14, borderTopWidth: 1, borderTopColor: '#dce2ea', paddingTop: 8 }}>
          <Pressable role="button" testID="openMediaBtn" aria-label={words.images} onPress={() => file.current?.click()}><Text>{words.images}</Text></Pressable>
          {!replyTo && <Pressable role="button" aria-label={words.add} onPress={() => setParts((old) => [...old, ''])}><Text>+</Text></Pressable>}
        </View>
        <input ref={file} type="file" accept="image/*" multiple hidden onChange={(event) => event.target.files && void attach(event.target.files)} />
      </View>
    </div>
  );
}
