/** What else changed between two versions besides the text; unchanged things are listed too. Pure. */
import type { Manifest, MediaRef } from '../../review/model';

export interface Fact {
  name: string;
  before: string;
  after: string;
  changed: boolean;
}

export function compareFacts(before: Manifest, after: Manifest): Fact[] {
  const fact = (name: string, was: string, is: string): Fact => ({ name, before: was, after: is, changed: was !== is });
  const optional = [
    fact('Title', before.title, after.title),
    fact('Content warning', before.warning, after.warning),
  ].filter((item) => item.before || item.after);
  return [
    ...optional,
    { ...fact('Media', mediaWords(before.media), mediaWords(after.media)), changed: !sameFiles(before.media, after.media) },
    fact('Alt text', altWords(before.media), altWords(after.media)),
    fact('Account', before.account.handle, after.account.handle),
    fact('Audience', before.audience || 'As the site sets it', after.audience || 'As the site sets it'),
  ];
}

/** How many things changed, the text counting as one: the number on the tab. */
export function countChanges(before: Manifest, after: Manifest): number {
  return compareFacts(before, after).filter(({ changed }) => changed).length + (before.text === after.text ? 0 : 1);
}

function sameFiles(a: readonly MediaRef[], b: readonly MediaRef[]): boolean {
  return a.length === b.length && a.every((item, index) => item.sha256 === b[index]?.sha256 && item.sha256 !== 'unreadable');
}

function mediaWords(media: readonly MediaRef[]): string {
  if (media.length === 0) return 'None';
  return media.map(({ name, mime }) => name || kindWords(mime)).join(', ');
}

function altWords(media: readonly MediaRef[]): string {
  const texts = media.map(({ alt }) => alt.trim()).filter(Boolean);
  return texts.length > 0 ? texts.join(' · ') : media.length > 0 ? 'Missing' : 'None';
}

/** "Photo", "Video", "File". */
export function kindWords(mime: string): string {
  if (mime === 'image/gif') return 'GIF';
  if (mime.startsWith('image/')) return 'Photo';
  if (mime.startsWith('video/')) return 'Video';
  if (mime.startsWith('audio/')) return 'Audio';
  return 'File';
}

export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** First eight hex digits in two groups: short enough to read out to each other. */
export function sealWords(digest: string): string {
  return `${digest.slice(0, 4)} ${digest.slice(4, 8)}`;
}
