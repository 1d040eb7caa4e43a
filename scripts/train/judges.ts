/** The posts each head is judged on, by source, and what counts there. Nobody learns from them. */
import type { Corpora } from './heads';
import type { Sides } from './thresholds';

export interface Said {
  text: string;
  label: 0 | 1;
}

export interface Judge {
  sources: Readonly<Record<string, readonly Said[]>>;
  /** Positives among a hundred posts that the threshold is chosen for: what public tests of the task hold. */
  share: number;
  measure(sides: Sides): number;
}

const macro = ({ yes, no }: Sides): number => (yes + no) / 2;
const some = (labels: ReadonlySet<string>, names: string): boolean => names.split(' ').some((name) => labels.has(name));
const asLabel = (yes: boolean): 0 | 1 => (yes ? 1 : 0);

const ANGRY = 'anger annoyance disgust';
const SAD = 'sadness grief disappointment remorse';
const GLAD = 'joy love excitement amusement admiration gratitude optimism';
const BAD = `${ANGRY} ${SAD} disapproval embarrassment fear nervousness`;
const GOOD = `${GLAD} approval caring pride relief desire`;

const mood = (name: 'negative' | 'positive', wanted: string, other: string) => ({ emotions, tone }: Corpora): Judge => ({
  sources: {
    'comments (GoEmotions)': emotions.map(({ text, labels }) => ({ text, label: asLabel(some(labels, wanted) && !some(labels, other)) })),
    'everyday posts (ours)': tone.map((post) => ({ text: post.text, label: asLabel(post.mood === name) })),
  },
  share: 0.33,
  measure: macro,
});

export const JUDGES: Record<'anger' | 'negative' | 'offensive' | 'positive', (held: Corpora) => Judge> = {
  offensive: ({ davidson, toxic, tone }) => ({
    sources: {
      'tweets (Davidson)': davidson.map(({ text, kind }) => ({ text, label: asLabel(kind !== 'neither') })),
      'comments (Toxic Spans)': toxic.map(({ text, toxic: bad }) => ({ text, label: asLabel(bad) })),
      'everyday posts (ours)': tone.map(({ text, offensive }) => ({ text, label: offensive })),
    },
    share: 0.3,
    measure: macro,
  }),
  anger: ({ emotions, tone }) => ({
    sources: {
      // Among posts that show one of three feelings, as SemEval-2018 affect in TweetEval's cut.
      'comments (GoEmotions)': emotions.flatMap(({ text, labels }) => {
        const [angry, other] = [some(labels, ANGRY), some(labels, SAD) || some(labels, GLAD)];
        return angry === other ? [] : [{ text, label: asLabel(angry) }];
      }),
      'everyday posts (ours)': tone.map(({ text, angry }) => ({ text, label: angry })),
    },
    share: 0.39,
    measure: ({ yes }) => yes,
  }),
  negative: mood('negative', BAD, GOOD),
  positive: mood('positive', GOOD, BAD),
};
