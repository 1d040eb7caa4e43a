/** What this project's checks say about a text, in the words of the evaluation. */
import { checkDraft } from '../checks/index';
import type { CheckContext, Finding } from '../checks/finding';
import { features } from '../checks/model/features';
import { head, place, score } from '../checks/model/heads';
import { scan } from '../checks/text/scan';
import { findProfaneWords } from '../checks/tone/profane-words';
import type { Mood } from './eval-peers';

export const CONTEXT: CheckContext = { platform: 'instagram', surface: 'post', account: null, media: [], now: 0 };
export const findings = (text: string, context: Partial<CheckContext> = {}): Finding[] => checkDraft({ text }, { ...CONTEXT, ...context });

const TONE = /^tone\.(?:offensive|hate|threat|slur|profanity)$/;

export function offensive(text: string) {
  const found = findings(text).filter(({ id }) => TONE.test(id));
  return {
    /** Anything a reader could call offensive, notes included. */
    any: found.some(({ severity }) => severity !== 'info'),
    /** What would hold the post. */
    held: found.some(({ severity }) => severity === 'hold' || severity === 'block'),
    profane: found.some(({ id }) => id === 'tone.profanity' || id === 'tone.slur'),
    /** Blocked as an attack, or held because it may be one. */
    hateful: found.some(({ id, severity }) => (severity === 'block' || severity === 'hold') && (id === 'tone.hate' || id === 'tone.threat' || id === 'tone.slur')),
    blocked: found.some(({ id, severity }) => severity === 'block' && (id === 'tone.hate' || id === 'tone.threat' || id === 'tone.slur')),
    angry: findings(text).some(({ id }) => id === 'tone.anger'),
  };
}

/** The mood the two heads agree on. */
export function moodOf(text: string): Mood {
  const scanned = scan(text);
  const { slots } = features(scanned, findProfaneWords(scanned), place);
  const over = (name: 'negative' | 'positive') => score(head(name), slots) - head(name).even;
  const [bad, good] = [over('negative'), over('positive')];
  if (bad <= 0 && good <= 0) return 'neutral';
  return bad > good ? 'negative' : 'positive';
}
