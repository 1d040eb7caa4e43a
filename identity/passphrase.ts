/** How hard a passphrase is to guess. Strength, not composition rules (guard.md §5). */

export interface PassphraseVerdict {
  score: 0 | 1 | 2 | 3 | 4;
  /** Good enough to protect a signing key. */
  good: boolean;
  /** One or two sentences for the field's hint. */
  words: string;
}

const WORDS = [
  'Anybody could guess this.',
  'This is easy to guess.',
  'This is not strong enough yet.',
  'Good passphrase.',
  'Strong passphrase.',
] as const;

/** Longer input says nothing new and costs time. */
const JUDGED_CHARACTERS = 100;

/** The word lists weigh more than the rest of a page together, so they load when a passphrase is first typed. */
async function load() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-en')]);
  return new ZxcvbnFactory({ dictionary: { ...common.dictionary, ...english.dictionary }, graphs: common.adjacencyGraphs, translations: english.translations });
}

let judge: ReturnType<typeof load> | undefined;

/** Judges a passphrase; `names` are words it should not consist of: the person, the workspace. */
export async function judgePassphrase(text: string, names: string[]): Promise<PassphraseVerdict> {
  if (text === '') return { score: 0, good: false, words: 'Four or more unrelated words make a good passphrase.' };
  judge ??= load();
  const { score, feedback } = (await judge).check(text.slice(0, JUDGED_CHARACTERS), names.flatMap((name) => [name, ...name.split(/\s+/)]));
  const good = score >= 3;
  const advice = good ? '' : (feedback.warning ?? feedback.suggestions[0] ?? 'Add one more unrelated word.');
  return { score, good, words: [WORDS[score], advice].filter((part) => part !== '').join(' ') };
}
