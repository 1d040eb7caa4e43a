/** Figures on the halves of data/tone that neither training nor thresholds nor rules have seen, beside packages measured in the same run. */
import { findings, moodOf, offensive } from './eval-ours';
import { profanityPeers, sentimentPeers } from './eval-peers';
import { macroRecall, round, share, twoWay, type Two } from './eval-scores';
import { keptBack } from './train/data';

const FLAGS: Record<string, (text: string) => boolean> = { 'Countersign, any flag': (text) => offensive(text).any, 'Countersign, held': (text) => offensive(text).held };
const angry = (text: string): boolean => findings(text).some(({ id }) => id === 'tone.anger');

function falseAlarms(): Record<string, Record<string, number>> {
  const [calm, groups] = [keptBack('calm', 'even'), keptBack('groups', 'even')];
  const of = (flag: (text: string) => boolean) => ({ 'posts of organisations': round(share(calm.map(({ text }) => flag(text)))), 'posts that mention groups': round(share(groups.map(({ text }) => flag(text)))) });
  return Object.fromEntries(Object.entries({ ...FLAGS, 'Countersign, blocked as an attack': (text: string) => offensive(text).blocked, 'Countersign, note of anger': angry, ...profanityPeers() }).map(([who, flag]) => [who, of(flag)]));
}

const f1 = ({ precision, recall }: Two): number => (2 * precision * recall) / (precision + recall || 1);

export function measureTone(): Record<string, object> {
  const posts = keptBack('mixed', 'even');
  const friendly = posts.filter((post) => post.mood === 'positive' && post.offensive === 0);
  const rows: Record<string, Record<string, number>> = {};
  for (const [who, flag] of Object.entries({ ...FLAGS, ...profanityPeers() })) {
    const told = twoWay(posts.map(({ text, offensive: want }) => ({ want: want === 1, got: flag(text) })));
    rows[who] = { 'offensive macro-F1': round(told.macroF1), recall: round(told.recall), 'friendly posts flagged': round(share(friendly.map(({ text }) => flag(text)))) };
  }
  const moods: Record<string, Record<string, number>> = {};
  for (const [who, of] of Object.entries({ Countersign: moodOf, ...sentimentPeers() })) moods[who] = { 'mood macro-recall': round(macroRecall(posts.map(({ text, mood }) => ({ want: mood, got: of(text) })))) };
  const told = twoWay(posts.map(({ text, angry: want }) => ({ want: want === 1, got: angry(text) })));
  moods['Countersign'] = { ...moods['Countersign'], 'anger F1': round(f1(told)), 'anger recall': round(told.recall), 'anger precision': round(told.precision) };
  return {
    'false alarms on harmless posts (data/tone): share flagged': falseAlarms(),
    'everyday posts kept back (data/tone, written for this project): offensive': rows,
    'everyday posts kept back: mood and anger': moods,
  };
}
