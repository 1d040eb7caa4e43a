/** The packages that are measured in the same run, each behind one small function. */
import { profanity as toad } from '@2toad/profanity';
import { Redactor } from '@redactpii/node';
import BadWordsNext from 'bad-words-next';
import badWordsEnglish from 'bad-words-next/lib/en';
import leo from 'leo-profanity';
import { RegExpMatcher, englishDataset, englishRecommendedTransformers } from 'obscenity';
import Sentiment from 'sentiment';
import winkSentiment from 'wink-sentiment';

export type Flags = (text: string) => boolean;

/** Says whether a text is offensive. */
export function profanityPeers(): Record<string, Flags> {
  const obscenity = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
  const next = new BadWordsNext({ data: badWordsEnglish });
  return {
    'obscenity 0.4.6': (text) => obscenity.hasMatch(text),
    'bad-words-next 3.2.0': (text) => next.check(text),
    '@2toad/profanity 3.3.0': (text) => toad.exists(text),
    'leo-profanity 1.9.0': (text) => leo.check(text),
  };
}

export type Mood = 'negative' | 'neutral' | 'positive';

const mood = (score: number): Mood => (score > 0 ? 'positive' : score < 0 ? 'negative' : 'neutral');

export function sentimentPeers(): Record<string, (text: string) => Mood> {
  const afinn = new Sentiment();
  return {
    'wink-sentiment 5.0.2': (text) => mood(winkSentiment(text).score),
    'sentiment 5.0.2': (text) => mood(afinn.analyze(text).score),
  };
}

/** Says what is left of a text after personal data were removed. */
export function redactPeers(): Record<string, (text: string) => string> {
  const redactor = new Redactor();
  return { '@redactpii/node 1.0.17': (text) => redactor.redact(text) };
}
