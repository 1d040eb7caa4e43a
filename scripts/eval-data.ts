/** Figures on the public files of a data folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings, moodOf, offensive } from './eval-ours';
import { profanityPeers, redactPeers, sentimentPeers, type Mood } from './eval-peers';
import { macroRecall, round, share, twoWay } from './eval-scores';
import { davidson, emotions, parseCsv, toxicSentences } from './train/data';
import { isFriendly } from './train/heads';
import { SEEDS, split } from './train/split';

type Row = Record<string, number | string>;
const rounded = (row: Record<string, number>): Record<string, number> => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, round(value)]));

const HELD_MOST = 2_500;

function unseenPosts(folder: string) {
  const tweets = split(davidson(folder), SEEDS.davidson)[1].map(({ text, kind }) => ({ text, want: kind !== 'neither' }));
  const comments = split(toxicSentences(folder), SEEDS.toxic)[1].map(({ text, toxic }) => ({ text, want: toxic }));
  return { tweets: tweets.slice(0, HELD_MOST), comments: comments.slice(0, HELD_MOST), friendly: emotions(folder, 'dev').filter(isFriendly).map(({ text }) => text) };
}

function offence(folder: string) {
  const { tweets, comments, friendly } = unseenPosts(folder);
  const flags = { 'Countersign, any flag': (text: string) => offensive(text).any, 'Countersign, held': (text: string) => offensive(text).held, ...profanityPeers() };
  const rows: Record<string, Row> = {};
  for (const [who, flag] of Object.entries(flags)) {
    const [a, b] = [tweets, comments].map((posts) => twoWay(posts.map(({ text, want }) => ({ want, got: flag(text) }))));
    rows[who] = rounded({ 'tweets macro-F1': a?.macroF1 ?? 0, 'tweets recall': a?.recall ?? 0, 'comments macro-F1': b?.macroF1 ?? 0, 'comments precision': b?.precision ?? 0, 'comments recall': b?.recall ?? 0, 'friendly posts flagged': share(friendly.map(flag)) });
  }
  return rows;
}

function hateCheck(folder: string) {
  const [head = [], ...cases] = parseCsv(readFileSync(join(folder, 'hatecheck_odd_templates.csv'), 'utf8'));
  const at = (row: string[], name: string) => row[head.indexOf(name)] ?? '';
  const flags = { Countersign: (text: string) => offensive(text).hateful, ...profanityPeers() };
  const rows: Record<string, Row> = {};
  for (const [who, flag] of Object.entries(flags)) {
    const judged = cases.map((row) => ({ group: at(row, 'target_ident'), want: at(row, 'label_gold') === 'hateful', got: flag(at(row, 'test_case')) }));
    const groups = [...new Set(judged.map(({ group }) => group))].filter((group) => group !== '').map((group) => share(judged.filter((one) => one.group === group).map(({ want, got }) => want === got)));
    const all = twoWay(judged);
    rows[who] = rounded({ 'macro-F1': all.macroF1, 'hateful found': all.recall, 'others left alone': all.specificity, 'spread over groups': Math.max(...groups) - Math.min(...groups) });
  }
  return rows;
}

/** Numbers of the SemEval-2018 emotion test as TweetEval cuts it (558 anger, 481 joy and optimism, 382 sadness): F1 depends on the mix. */
const TWEET_MIX = { angry: 558, glad: 481, sad: 382 };

/** Anger on GoEmotions, in the mix of that test. */
function angerInMix(folder: string): number {
  const has = (labels: ReadonlySet<string>, names: string) => names.split(' ').some((name) => labels.has(name));
  const flagged: Record<keyof typeof TWEET_MIX, boolean[]> = { angry: [], glad: [], sad: [] };
  for (const { text, labels } of emotions(folder, 'dev')) {
    const kinds = [has(labels, 'anger annoyance disgust') && 'angry', has(labels, 'joy love excitement amusement admiration gratitude optimism') && 'glad', has(labels, 'sadness grief disappointment remorse') && 'sad'] as const;
    const [kind, other] = kinds.filter((one) => one !== false);
    if (kind && !other) flagged[kind].push(offensive(text).angry);
  }
  const count = (kind: keyof typeof TWEET_MIX) => TWEET_MIX[kind] * share(flagged[kind]);
  return (2 * count('angry')) / (count('angry') + count('glad') + count('sad') + TWEET_MIX.angry);
}

function moods(folder: string) {
  const glad = new Set('admiration amusement approval caring excitement gratitude joy love optimism pride relief desire'.split(' '));
  const sad = new Set('anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness'.split(' '));
  const posts = emotions(folder, 'dev').flatMap(({ text, labels }): { text: string; want: Mood; angry: boolean }[] => {
    const [good, bad] = [[...labels].some((one) => glad.has(one)), [...labels].some((one) => sad.has(one))];
    return good && bad ? [] : [{ text, want: good ? 'positive' : bad ? 'negative' : 'neutral', angry: labels.has('anger') || labels.has('annoyance') || labels.has('disgust') }];
  });
  const rows: Record<string, Row> = {};
  for (const [who, of] of Object.entries({ Countersign: moodOf, ...sentimentPeers() })) rows[who] = { 'mood macro-recall': round(macroRecall(posts.map(({ text, want }) => ({ want, got: of(text) })))) };
  const anger = twoWay(posts.filter(({ want }) => want !== 'neutral').map(({ text, angry }) => ({ want: angry, got: offensive(text).angry })));
  rows['Countersign'] = { ...rows['Countersign'], 'anger macro-F1': round(anger.macroF1), 'anger recall': round(anger.recall), 'anger precision': round(anger.precision), 'anger F1, mix of TweetEval': round(angerInMix(folder)) };
  return rows;
}

interface SecretRule {
  positive: string[];
  negative: string[];
}

function secrets(folder: string) {
  const rules = JSON.parse(readFileSync(join(folder, 'secret_examples.base64.json'), 'utf8')) as SecretRule[];
  const decode = (text: string) => Buffer.from(text, 'base64').toString('utf8');
  const found = (text: string) => findings(text).some(({ id }) => id === 'risk.secret');
  const posts = [...emotions(folder, 'train').map(({ text }) => text).slice(0, 5_000), ...davidson(folder).map(({ text }) => text).slice(0, 5_000)];
  return {
    Countersign: {
      ...rounded({ 'examples found': share(rules.flatMap(({ positive }) => positive).map((text) => found(decode(text)))), 'rules found': share(rules.map(({ positive }) => positive.some((text) => found(decode(text))))), 'non-secrets flagged': share(rules.flatMap(({ negative }) => negative).map((text) => found(decode(text)))) }),
      'false alarms in 10,000 posts': posts.filter(found).length,
    },
  };
}

interface Document {
  full_text: string;
  spans: { entity_type: string; entity_value: string; start_position: number; end_position: number }[];
}

function personal(folder: string) {
  const documents = JSON.parse(readFileSync(join(folder, 'pii_synthetic_even.json'), 'utf8')) as Document[];
  const kinds = ['CREDIT_CARD', 'IBAN_CODE', 'US_SSN', 'EMAIL_ADDRESS', 'IP_ADDRESS', 'PHONE_NUMBER'];
  const ours = (text: string) => {
    const spans = findings(text).filter(({ id }) => id === 'risk.pii').flatMap((one) => one.spans);
    return (value: { start_position: number; end_position: number }) => spans.some(({ start, end }) => start <= value.start_position + 1 && end >= value.end_position - 1);
  };
  const rows: Record<string, Row> = {};
  const friendly = emotions(folder, 'dev').filter(isFriendly).map(({ text }) => text);
  const measure = (who: string, covered: (text: string) => (value: Document['spans'][number]) => boolean, touched: (text: string) => boolean) => {
    const row: Row = {};
    for (const kind of kinds) row[kind] = round(share(documents.flatMap(({ full_text: text, spans }) => spans.filter(({ entity_type: type }) => type === kind).map(covered(text)))));
    row['other documents altered'] = round(share(documents.filter(({ spans }) => !spans.some(({ entity_type: type }) => kinds.includes(type))).map(({ full_text: text }) => touched(text))));
    row['friendly posts altered'] = round(share(friendly.map(touched)));
    rows[who] = row;
  };
  measure('Countersign', ours, (text) => findings(text).some(({ id }) => id === 'risk.pii'));
  for (const [who, redact] of Object.entries(redactPeers())) measure(who, (text) => { const left = redact(text); return ({ entity_value: value }) => !left.includes(value); }, (text) => redact(text) !== text);
  return rows;
}

export function measureData(folder: string): Record<string, object> {
  return {
    'offensive: kept-back tenth of tweets and comments, friendly posts': offence(folder),
    'HateCheck, odd templates': hateCheck(folder),
    'mood and anger, GoEmotions dev (in-domain)': moods(folder),
    'secrets': secrets(folder),
    'personal data, recall by kind': personal(folder),
  };
}
