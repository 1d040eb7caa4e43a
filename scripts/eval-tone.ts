/** Figures on the half of data/tone/mixed.jsonl that neither training nor thresholds have seen, beside packages measured in the same run. */
import { findings, moodOf, offensive } from './eval-ours';
import { profanityPeers, sentimentPeers } from './eval-peers';
import { macroRecall, round, share, twoWay, type Two } from './eval-scores';
import { tonePosts } from './train/data';

const f1 = ({ precision, recall }: Two): number => (2 * precision * recall) / (precision + recall || 1);

export function measureTone(): Record<string, object> {
  const posts = tonePosts('eval');
  const friendly = posts.filter((post) => post.mood === 'positive' && post.offensive === 0);
  const rows: Record<string, Record<string, number>> = {};
  const flags = { 'Countersign, any flag': (text: string) => offensive(text).any, 'Countersign, held': (text: string) => offensive(text).held, ...profanityPeers() };
  for (const [who, flag] of Object.entries(flags)) {
    const told = twoWay(posts.map(({ text, offensive: want }) => ({ want: want === 1, got: flag(text) })));
    rows[who] = { 'offensive macro-F1': round(told.macroF1), recall: round(told.recall), 'friendly posts flagged': round(share(friendly.map(({ text }) => flag(text)))) };
  }
  const moods: Record<string, Record<string, number>> = {};
  for (const [who, of] of Object.entries({ Countersign: moodOf, ...sentimentPeers() })) moods[who] = { 'mood macro-recall': round(macroRecall(posts.map(({ text, mood }) => ({ want: mood, got: of(text) })))) };
  const angry = twoWay(posts.map(({ text, angry: want }) => ({ want: want === 1, got: findings(text).some(({ id }) => id === 'tone.anger') })));
  moods['Countersign'] = { ...moods['Countersign'], 'anger F1': round(f1(angry)), 'anger recall': round(angry.recall), 'anger precision': round(angry.precision) };
  return { 'everyday posts kept back (data/tone, written for this project): offensive': rows, 'everyday posts kept back: mood and anger': moods };
}
