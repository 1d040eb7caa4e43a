/** What the linear heads say about a draft. Too short a text says nothing. */
import { features, NEGATIONS, type Features } from '../model/features';
import { evidence, head, place, score, type Head, type HeadName } from '../model/heads';
import { languageOf } from '../text/language';
import { perScan } from '../text/per-scan';
import type { Scan } from '../text/scan';
import { findProfaneWords } from './profane-words';
import { onlyIdioms } from './idioms';
import type { Span } from '../finding';

const LEAST_WORDS = 2;
/** Below this a doubtful score is one word's doing ("Closed while posting"): only a clear one counts. */
const LEAST_WORDS_FOR_DOUBT = 4;
/** Weight of one word that says something by itself. Many small weights ("not", "but", "guys") make a sum that nobody can follow; anger is said in small words more often. */
const CLEAR_WORD: Readonly<Record<HeadName, number>> = { anger: 50, negative: 50, offensive: 60, positive: 0 };
const featuresOf = perScan((scan) => features(scan, findProfaneWords(scan), place));

export type Strength = 'strict' | 'loose' | 'none';

const saysClearly = ({ weights }: Head, { slots, first, last, words }: Features, least: number): boolean => slots.some((slot, i) => first[i] === last[i] && (weights[slot] as number) >= least && !NEGATIONS.has(words[first[i] as number]?.form ?? ''));

export function readTone(scan: Scan, name: HeadName): { strength: Strength; spans: Span[] } {
  const found = featuresOf(scan);
  // The heads learnt from English; format.language says so where another language is seen.
  const { language } = languageOf(scan);
  if (found.words.length < LEAST_WORDS || (language !== '' && language !== 'en')) return { strength: 'none', spans: [] };
  const weights = head(name);
  const value = score(weights, found.slots);
  const doubtful = value >= weights.loose && found.words.length >= LEAST_WORDS_FOR_DOUBT && saysClearly(weights, found, CLEAR_WORD[name]);
  const strength = value >= weights.strict ? 'strict' : doubtful ? 'loose' : 'none';
  if (strength === 'none') return { strength, spans: [] };
  const spans = evidence(weights, found);
  return strength === 'loose' && onlyIdioms(scan.text, spans) ? { strength: 'none', spans: [] } : { strength, spans };
}
