/** Files a person attaches, hashed from the File itself before any upload, and small pictures for the reviewer. */
import type { MediaRef } from '../review/model';
import type { ComposerMatch } from './composer';
import { previewsOf } from './snapshot';
import { sha256 } from './text';

export interface Thumb {
  sha256: string;
  dataUrl: string;
}

interface Item {
  file: File | null;
  ref: MediaRef;
  thumb: string | null;
  preview: Element | null;
  at: number;
  ready: Promise<void>;
}

const UNREADABLE = 'unreadable';
/** A preview needs a moment to appear; until then a new file counts without one. */
const SETTLE_MS = 2_000;
const THUMB_SIDE = 480;
const THUMB_MAX = 300_000;

/** SHA-256 of the file, or 'unreadable' where it cannot be computed (no secure context, file gone). */
export const hashFile = async (file: Blob): Promise<string> => (await sha256(() => file.arrayBuffer())) ?? UNREADABLE;

/** A small picture as data URL, or null for what is no picture or too large. */
export async function thumbnail(file: Blob): Promise<string | null> {
  if (!file.type.startsWith('image/')) return null;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, THUMB_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const url = canvas.toDataURL('image/jpeg', 0.8);
    return url.length <= THUMB_MAX && url.startsWith('data:image/') ? url : null;
  } catch {
    return null;
  }
}

const sameFile = (a: File | null, b: File): boolean => a !== null && a.name === b.name && a.size === b.size && a.lastModified === b.lastModified && a.type === b.type;

/** Files of an input, a drop or a paste; empty for every other event. */
export function filesOf(event: Event): File[] {
  if (event instanceof DragEvent) return [...(event.dataTransfer?.files ?? [])];
  if (event instanceof ClipboardEvent) return [...(event.clipboardData?.files ?? [])];
  const input = event.composedPath()[0];
  return input instanceof HTMLInputElement && input.type === 'file' ? [...(input.files ?? [])] : [];
}

const unknown = (at: number): Item => ({ file: null, preview: null, thumb: null, at, ready: Promise.resolve(), ref: { sha256: UNREADABLE, bytes: 0, mime: '', name: '', alt: '' } });

/** The attachments of one composer. What the page previews decides how many there are; hashes say which. */
export class MediaShelf {
  private items: Item[] = [];

  constructor(private readonly now: () => number) {}

  add(files: readonly File[], changed: () => void): void {
    for (const file of files) {
      // A drop is often handed on to a file input by the site: the same file within a moment is one file.
      if (this.items.some((item) => sameFile(item.file, file) && this.now() - item.at < SETTLE_MS)) continue;
      const item: Item = {
        file, preview: null, thumb: null, at: this.now(), ready: Promise.resolve(),
        ref: { sha256: UNREADABLE, bytes: file.size, mime: file.type.slice(0, 100), name: file.name.slice(0, 200), alt: '' },
      };
      item.ready = Promise.all([hashFile(file), thumbnail(file)]).then(([digest, thumb]) => {
        item.ref.sha256 = digest;
        item.thumb = thumb;
        changed();
      });
      this.items.push(item);
    }
    if (files.length) changed();
  }

  clear(): void {
    this.items = [];
  }

  get size(): number {
    return this.items.length;
  }

  /** Pairs what the page shows with what was attached. A preview nobody attached here is 'unreadable', never invented. */
  private pair(match: ComposerMatch): Item[] {
    const { previews, surface } = match.compiled;
    if (!previews) return this.items;
    const shown = previewsOf(match);
    const stable = this.items.some((item) => item.preview?.isConnected);
    if (!stable && shown.length < this.items.length) this.items = this.afterLoss(shown.length);
    // A site that redraws replaces all previews at once: then only their order is left to go by.
    if (!stable) for (const item of this.items) item.preview = null;
    const waiting = this.items.filter((item) => item.preview === null);
    const fresh = waiting.filter((item) => this.now() - item.at < SETTLE_MS);
    const kept = shown.map((preview) => this.items.find((item) => item.preview === preview) ?? waiting.shift() ?? unknown(this.now()));
    shown.forEach((preview, index) => {
      const item = kept[index] as Item;
      item.preview = preview;
      const alt = surface.attachments?.alt;
      if (alt) item.ref.alt = (preview.getAttribute(alt) ?? preview.querySelector(`[${CSS.escape(alt)}]`)?.getAttribute(alt) ?? '').slice(0, 5_000);
    });
    kept.push(...fresh.filter((item) => !kept.includes(item)));
    this.items = kept;
    return kept;
  }

  /**
   * Every preview is new and there are fewer of them: something was taken away or exchanged. Either only what was
   * never shown is shown now, or nobody can tell which is which; a picture never gets another one's digest.
   */
  private afterLoss(shown: number): Item[] {
    const never = this.items.filter((item) => item.preview === null);
    return never.length === this.items.length || never.length === shown || shown === 0 ? never : [];
  }

  /** As things stand now; hashes still being computed are 'unreadable'. */
  list(match: ComposerMatch): MediaRef[] {
    return this.pair(match).map(({ ref }) => ({ ...ref }));
  }

  /** After every hash is known. */
  async settled(match: ComposerMatch): Promise<{ media: MediaRef[]; thumbs: Thumb[] }> {
    await Promise.all(this.items.map((item) => item.ready));
    const items = this.pair(match);
    const thumbs = items.flatMap(({ ref, thumb }) => (thumb && ref.sha256 !== UNREADABLE ? [{ sha256: ref.sha256, dataUrl: thumb }] : []));
    return { media: items.map(({ ref }) => ({ ...ref })), thumbs: thumbs.slice(0, 12) };
  }
}
