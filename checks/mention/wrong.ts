import { finding, quote, type Check } from '../check';
import type { Finding } from '../finding';

const EVERYBODY = /(?<![\w@])@(?:everyone|here|channel|all|group)\b/giu;

export const wrongMention: Check = {
  id: 'mention.wrong',
  about: 'Mentions that ring everybody, or that hide a post from followers.',
  source: 'Discord, Slack and X mention rules; reference/checks.md §1 mention.wrong',
  run({ scan, context }) {
    const out: Finding[] = [];
    for (const match of scan.text.matchAll(EVERYBODY)) {
      const span = { start: match.index, end: match.index + match[0].length };
      out.push(finding(wrongMention, 'hold', [span], `${quote(scan.text, span)} notifies everybody at once.`));
    }
    const first = scan.mentions[0];
    if (context.platform === 'x' && context.surface === 'post' && first && scan.text.slice(0, first.start).trim() === '' && out.length === 0) {
      out.push(finding(wrongMention, 'warn', [{ start: first.start, end: first.end }], 'A post that begins with a mention is shown to fewer followers.', { replacement: `.${scan.text.slice(first.start, first.end)}` }));
    }
    return out;
  },
  flags: [{ text: 'Hey @everyone, stream is live', context: { platform: 'discord' } }, { text: '@danareyes thanks for the review', marks: ['@danareyes'] }],
  passes: [{ text: 'Thanks @danareyes' }, { text: '@danareyes thanks', context: { surface: 'reply' } }, { text: 'mail me at all@example.org 📮' }],
};
