/** Every check, sorted by id. One line per check; the registry test keeps it honest. */
import type { Check } from './check';
import { wrongAudience } from './account/wrong-audience';
import { length } from './format/length';
import { placeholder } from './format/placeholder';
import { unicode } from './format/unicode';
import { homograph } from './link/homograph';
import { linkHost } from './link/host';
import { altText } from './media/alt-text';
import { personalData } from './risk/personal-data';
import { secret } from './risk/secret';
import { shouting } from './tone/shouting';

export const CHECKS: readonly Check[] = [wrongAudience, length, placeholder, unicode, homograph, linkHost, altText, personalData, secret, shouting];
