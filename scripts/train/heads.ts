/** What each head learns from: text, label and weight per source. Sources and licences: docs/checks-model.md. */
import { scan } from '../../checks/text/scan';
import { findProfaneWords } from '../../checks/tone/profane-words';
import type { Davidson, Emotion, Sentence, TonePost } from './data';
import { readText } from './dictionary';
import type { Example } from './logistic';

export interface Corpora {
  davidson: Davidson[];
  toxic: Sentence[];
  emotions: Emotion[];
  /** Ordinary brand posts of the tune half of data/gold: none is offensive or angry. */
  brand: string[];
  tone: TonePost[];
}

const FRIENDLY = new Set('admiration amusement approval caring curiosity desire excitement gratitude joy love optimism pride relief surprise neutral realization'.split(' '));
const GLAD = new Set('admiration amusement approval caring excitement gratitude joy love optimism pride relief desire'.split(' '));
const SAD = new Set('anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness'.split(' '));
const ANGRY = new Set('anger annoyance disgust'.split(' '));

const some = (labels: Set<string>, of: Set<string>) => [...labels].some((label) => of.has(label));
const all = (labels: Set<string>, of: Set<string>) => [...labels].every((label) => of.has(label));

const example = (text: string, label: 0 | 1, weight = 1): Example => ({ ...readText(text), label, weight });
export const isFriendly = ({ text, labels }: Emotion): boolean => all(labels, FRIENDLY) && findProfaneWords(scan(text)).length === 0;

/** Ours are few beside the public ones, and labelled with more care. */
const OWN_WEIGHT = 2;

export const HEADS: Record<'anger' | 'negative' | 'offensive' | 'positive', (data: Corpora) => Example[]> = {
  /** Offensive to a reader: sentences with a marked toxic span, and posts that annotators called offensive or hateful. */
  offensive: ({ davidson, toxic, emotions, brand, tone }) => [
    ...tone.map(({ text, offensive }) => example(text, offensive, OWN_WEIGHT)),
    ...brand.map((text) => example(text, 0, 2)),
    ...davidson.map(({ text, kind }) => (kind === 'neither' ? example(text, 0, 1) : example(text, 1, 0.3))),
    ...toxic.map(({ text, toxic: bad }) => example(text, bad ? 1 : 0, 1)),
    ...emotions.flatMap((one) => (isFriendly(one) ? [example(one.text, 0, 0.5)] : some(one.labels, ANGRY) ? [example(one.text, 1, 0.15)] : [])),
  ],
  /** Angry rather than merely unhappy: the other bad moods are its near misses. */
  anger: ({ emotions, toxic, brand, tone }) => [
    ...tone.map(({ text, angry }) => example(text, angry, OWN_WEIGHT)),
    ...brand.map((text) => example(text, 0, 2)),
    ...emotions.map(({ text, labels }) => (some(labels, ANGRY) ? example(text, 1, 1.5) : example(text, 0, some(labels, SAD) ? 1.5 : 0.7))),
    ...toxic.filter((one) => one.toxic).map(({ text }) => example(text, 1, 0.3)),
  ],
  negative: ({ emotions, toxic, brand, tone }) => [
    ...tone.map(({ text, mood }) => example(text, mood === 'negative' ? 1 : 0, OWN_WEIGHT)),
    ...brand.map((text) => example(text, 0, 1)),
    ...emotions.flatMap(({ text, labels }) => (some(labels, SAD) && !some(labels, GLAD) ? [example(text, 1, 1.6)] : [example(text, 0)])),
    ...toxic.filter((one) => one.toxic).map(({ text }) => example(text, 1, 0.4)),
  ],
  positive: ({ emotions, tone }) => [
    ...tone.map(({ text, mood }) => example(text, mood === 'positive' ? 1 : 0, OWN_WEIGHT)),
    ...emotions.flatMap(({ text, labels }) => (some(labels, GLAD) && !some(labels, SAD) ? [example(text, 1)] : [example(text, 0)])),
  ],
};
