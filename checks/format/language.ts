import { finding, type Check } from '../check';
import { languageOf } from '../text/language';

/** The one language that the tone checks and the claim packs read. The registry test keeps this in step with the checks. */
export const READ = 'en';
const LEAST_WORDS = 3;

/** A check that does not read the text's language must not pass in silence (issue: "not checked"). */
export const language: Check = {
  id: 'format.language',
  about: 'Says which text the tone checks and claim packs cannot read.',
  source: 'reference/checks.md §6 E1',
  run({ scan, context }) {
    const { language: tag, words } = languageOf(scan);
    if (tag === '' || tag === READ || words < LEAST_WORDS) return [];
    const foreign = context.languages && !context.languages.some((own) => own.toLowerCase().startsWith(tag));
    return [finding(language, 'info', [], foreign ? 'Not checked for tone and claims: this is not in English, nor in a language of this account.' : 'Not checked for tone and claims: this is not in English. Links, secrets and personal data were checked.')];
  },
  flags: [{ text: 'Wir freuen uns auf euch und die Kinder' }, { text: 'Открываемся в девять, кофе уже готов' }, { text: '本日は19時まで営業しています。' }],
  passes: [{ text: 'We are glad that the children like it.' }, { text: 'Déjà vu at the café' }, { text: 'Boomers, am I right?' }, { text: 'OK 🎉' }],
};
