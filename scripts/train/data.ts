/** Reads the public labelled files of a data folder. Only permissive licences; see docs/checks-data.md. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Labelled {
  text: string;
  label: number;
  weight: number;
}

/** RFC 4180. */
export function parseCsv(raw: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < raw.length; i += 1) {
    const char = raw.charAt(i);
    if (quoted) {
      if (char === '"' && raw.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else if (char === '"') quoted = false;
      else cell += char;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\n') {
      row.push(cell.replace(/\r$/, ''));
      rows.push(row);
      row = [];
      cell = '';
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');
const unescape = (text: string) => text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');

export interface Davidson {
  text: string;
  kind: 'hate' | 'offensive' | 'neither';
}

export function davidson(folder: string): Davidson[] {
  const [, ...rows] = parseCsv(read(folder, 'davidson_hate_offensive.csv'));
  return rows.flatMap((row) => {
    const kind = (['hate', 'offensive', 'neither'] as const)[Number(row[5])];
    const text = unescape(row[6] ?? '').replace(/^[!\s]*RT @\w+:?\s*/, '');
    return kind && text ? [{ text, kind }] : [];
  });
}

export interface Sentence {
  text: string;
  toxic: boolean;
}

/** Sentences of the Toxic Spans posts: those that hold a marked span, and those of the same posts that do not. */
export function toxicSentences(folder: string): Sentence[] {
  const [, ...rows] = parseCsv(read(folder, 'toxic_spans_train.csv'));
  const out: Sentence[] = [];
  const splitter = new Intl.Segmenter('en', { granularity: 'sentence' });
  for (const [spans = '[]', text = ''] of rows) {
    const marked = new Set<number>(JSON.parse(spans) as number[]);
    // Offsets count code points there and UTF-16 units here; posts with astral characters are left out.
    if ([...text].length !== text.length || marked.size === 0) continue;
    for (const { segment, index } of splitter.segment(text)) {
      if (segment.trim().length < 12) continue;
      let inside = 0;
      for (let i = index; i < index + segment.length; i += 1) if (marked.has(i)) inside += 1;
      out.push({ text: segment.trim(), toxic: inside >= 3 });
    }
  }
  return out;
}

export interface Emotion {
  text: string;
  labels: Set<string>;
}

export function emotions(folder: string, split: 'train' | 'dev'): Emotion[] {
  const names = read(folder, 'goemotions_labels.txt').split('\n').map((name) => name.trim()).filter(Boolean);
  return read(folder, `goemotions_${split}.tsv`).split('\n').flatMap((line) => {
    const [text, ids] = line.split('\t');
    if (!text || ids === undefined) return [];
    return [{ text, labels: new Set(ids.split(',').map((id) => names[Number(id)] ?? '')) }];
  });
}

export interface TonePost {
  text: string;
  offensive: 0 | 1;
  angry: 0 | 1;
  mood: 'negative' | 'neutral' | 'positive';
}

const TONE = fileURLToPath(new URL('../../data/tone/', import.meta.url));
const KEPT_BACK = new Set(['mixed', 'calm', 'groups']);
type Numbered = TonePost & { id: string };
const toneFile = (name: string): Numbered[] => read(TONE, `${name}.jsonl`).trim().split('\n').map((line) => JSON.parse(line) as Numbered);
const odd = ({ id }: Numbered): boolean => Number(id.split('-')[1]) % 2 === 1;

/** Everyday posts written for this project and labelled for tone (data/tone, CC0), without the files that nobody learns from. */
export const tonePosts = (): TonePost[] => readdirSync(TONE).filter((name) => name.endsWith('.jsonl') && !KEPT_BACK.has(name.slice(0, -6))).sort().flatMap((name) => toneFile(name.slice(0, -6)));

/** What nobody learns from: posts with odd numbers choose thresholds and were looked at beside the rules, the others are for `npm run eval` alone. */
export const keptBack = (file: 'mixed' | 'calm' | 'groups', half: 'odd' | 'even'): TonePost[] => toneFile(file).filter((one) => odd(one) === (half === 'odd'));

/** Near misses and clean posts of our own gold set, tune half only: what brands write on an ordinary day. CC0. */
export function brandPosts(): string[] {
  const folder = fileURLToPath(new URL('../../data/gold/', import.meta.url));
  return readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort().flatMap((name) =>
    read(folder, name).trim().split('\n').map((line) => JSON.parse(line) as { text: string; half: string; labels: string[] }).filter((one) => one.half === 'tune' && one.labels.length === 0).map(({ text }) => text));
}
