import { finding, type Check } from '../check';

const SIZE = 4;
const NEAR = 0.8;

function shingles(forms: readonly string[]): Set<string> {
  if (forms.length < SIZE) return new Set([forms.join(' ')]);
  const out = new Set<string>();
  for (let i = 0; i + SIZE <= forms.length; i += 1) out.add(forms.slice(i, i + SIZE).join(' '));
  return out;
}

const formsOf = (text: string) => text.toLowerCase().normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];

/** Jaccard similarity of word shingles (Broder 1997). */
function similarity(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared += 1;
  return shared / (a.size + b.size - shared || 1);
}

export const duplicate: Check = {
  id: 'format.duplicate',
  about: 'The same or nearly the same text as a recent post of this account.',
  source: 'Platform spam rules; Broder, On the resemblance of documents (1997)',
  run({ scan, context }) {
    if (!context.recent || context.recent.length === 0) return [];
    const forms = formsOf(scan.text);
    if (forms.length === 0) return [];
    const mine = shingles(forms);
    for (const other of context.recent) {
      const same = other.trim() === scan.text.trim();
      if (same || (forms.length >= 6 && similarity(mine, shingles(formsOf(other))) >= NEAR)) {
        return [finding(duplicate, 'warn', [], same ? 'The same text went out or was held before.' : 'Nearly the same text went out or was held before.')];
      }
    }
    return [];
  },
  flags: [{ text: 'We open at nine.', context: { recent: ['We open at nine.'] } }, { text: 'Join us on Saturday at ten for our big summer market in town', context: { recent: ['Join us on Saturday at ten for our big summer market in town!'] } }],
  passes: [{ text: 'We open at nine.', context: { recent: ['We close at five.'] } }, { text: 'We open at nine.' }, { text: '本日も営業中 🍜', context: { recent: ['本日は休業日です'] } }],
};
