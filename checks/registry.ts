/** Every check, sorted by id. One line per check; the registry test keeps it honest. */
import type { Check } from './check';
import { audience } from './account/audience';
import { wrongAccount } from './account/wrong';
import { finance } from './claim/finance';
import { finpromUk } from './claim/finprom-uk';
import { green } from './claim/green';
import { health } from './claim/health';
import { price } from './claim/price';
import { superlative } from './claim/superlative';
import { active } from './crisis/active';
import { ad } from './disclosure/ad';
import { giveaway } from './disclosure/giveaway';
import { duplicate } from './format/duplicate';
import { gibberish } from './format/gibberish';
import { language } from './format/language';
import { length } from './format/length';
import { placeholder } from './format/placeholder';
import { unicode } from './format/unicode';
import { hashtagRisk } from './hashtag/risk';
import { homoglyph } from './link/homoglyph';
import { nodisplay } from './link/nodisplay';
import { scheme } from './link/scheme';
import { shortener } from './link/shortener';
import { tracking } from './link/tracking';
import { alt } from './media/alt';
import { wrongMention } from './mention/wrong';
import { healthData } from './risk/health';
import { internal } from './risk/internal';
import { pii } from './risk/pii';
import { secret } from './risk/secret';
import { anger } from './tone/anger';
import { dismissive } from './tone/dismissive';
import { hate } from './tone/hate';
import { inclusive } from './tone/inclusive';
import { negative } from './tone/negative';
import { offensive } from './tone/offensive';
import { profanity } from './tone/profanity';
import { sarcasm } from './tone/sarcasm';
import { shouting } from './tone/shouting';
import { slur } from './tone/slur';
import { threat } from './tone/threat';

export const CHECKS: readonly Check[] = [
  audience, wrongAccount, finance, finpromUk, green, health, price, superlative, active, ad, giveaway, duplicate, gibberish,
  language, length, placeholder, unicode, hashtagRisk, homoglyph, nodisplay, scheme, shortener, tracking, alt, wrongMention,
  healthData, internal, pii, secret, anger, dismissive, hate, inclusive, negative, offensive, profanity,
  sarcasm, shouting, slur, threat,
];
