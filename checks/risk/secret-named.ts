/** Secrets that say what they are: `api_key = …`, `password: …`, `Bearer …`, `curl -u name:…`. */
import type { Span } from '../finding';
import { matches, pattern, type Match, type Pattern } from '../text/pattern';
import type { Scan } from '../text/scan';
import { isPlaceholder, looksRandom } from './secret-random';

export interface NamedSecret extends Span {
  what: 'password' | 'key';
}

/** Only a text with one of these words can name a secret; the patterns below are too loose to run on every draft. */
const NAMES = pattern(/(?:pass|pwd|kennwort|contraseña|senha|wachtwoord|mdp|key|token|secret|credential|api|auth|bearer|login|sid|hmac|salt|jwt|session|signature|access|private|license|licence|client|account|webhook|dsn)/giu);
/** The name, then at most a few joining signs, then the value. Bounded everywhere, so linear in practice. */
const ASSIGN: Pattern = { gate: NAMES.gate, sticky: null, regex: /(?<![A-Za-z])([A-Za-z][\w.-]{0,60}?)["'`\])]{0,3}\s{0,3}(?::=|=>|==?|:|,|->|\bis\b:?|\blautet\b|\best\b|\bes\b)\s{0,3}["'`([]{0,3}([^\s"'`,;()<>[\]]{4,200})/giu };
const GAP_ASSIGN = pattern(/\b(key|token|secret|api[ _-]?key|license[ _-]?key|access[ _-]?key|passcode)\s+["'`]?([\w+/=.-]{16,200})/giu);
const PASSWORD_FLAG = pattern(/(?:^|\s)-{1,2}(?:password|passwd|pass|pwd)[ =]["']?([^\s"'$%]{4,64})|\bpsexec(?:\.exe)?\b[^\n]{0,160}?\s-p\s+["']?([^\s"'$%]{3,64})|\bcurl\b[^\n]{0,200}?\s-u\s+["']?([^\s:"']{1,80}:[^\s"']{4,100})/giu);
const QUOTED_PASSWORD = pattern(/\b(?:password|passwd|passphrase|pwd)\s{1,4}(["'`])([^\s"'`]{4,64})\1/giu);
/** Said in a sentence: "the password for our guest wifi is …". */
const SPOKEN_PASSWORD = pattern(/\b(?:pass(?:word|code|phrase)|pwd)\s(?:for|to|of|on)\s(?:[\w'’-]{1,20}\s){1,4}is:?\s+["'`“]?([^\s"'`”,;]{4,64})/giu);
const BEARER = pattern(/\b(?:bearer|basic|token)[:\s]\s*["'`]?([\w+/=.-]{16,300})/giu);

const PASSWORD_NAME = /(?:^|[_.-])(?:pass(?:word|wd|phrase|code)?|pwd|passwort|kennwort|contraseña|senha|wachtwoord|mdp)$|password$|passwd$/iu;
const KEY_NAME = /(?:key|token|secret|credential|credentials|api|auth|bearer|login|sid|hmac|salt|jwt|session|signature|access|private|license|licence|client_?id|clientid|account_?id|webhook|dsn)(?:[_.-]?(?:id|b64|hex|v\d|value|string))?$/iu;

/** A password that people would really type, not the word after "password is". */
const passwordish = (value: string): boolean => value.length >= 5 && !isPlaceholder(value) && !/^[\p{Ll}'’-]+[.!?]*$/u.test(value) && !/^https?:/iu.test(value) && /[\d!@#$%^&*_+=~-]/u.test(value);

export function findNamedSecrets(scan: Scan): NamedSecret[] {
  const out: NamedSecret[] = [];
  const add = (what: NamedSecret['what'], start: number, value: string) => {
    const clean = value.replace(/[.,;:!?]+$/u, '');
    const span = { start, end: start + clean.length };
    if (!out.some((other) => span.start < other.end && other.start < span.end)) out.push({ ...span, what });
  };
  const placed = (match: Match, value: string) => match.start + (match.parts[0] ?? '').lastIndexOf(value);
  for (const match of matches(scan, ASSIGN)) {
    const [whole = '', name = '', value = ''] = match.parts;
    const codeLike = /[=_]|:["'`]|=>/u.test(whole) || /^[A-Z][A-Z0-9_]+$/u.test(name);
    if (PASSWORD_NAME.test(name) && (passwordish(value) || (codeLike && /[_=]/u.test(whole) && value.length >= 6 && !isPlaceholder(value)))) add('password', placed(match, value), value);
    else if (KEY_NAME.test(name) && !isPlaceholder(value) && looksRandom(value, 14)) add('key', placed(match, value), value);
  }
  for (const match of matches(scan, GAP_ASSIGN)) if (looksRandom(match.parts[2] ?? '', 16)) add('key', placed(match, match.parts[2] ?? ''), match.parts[2] ?? '');
  for (const match of matches(scan, BEARER)) if (looksRandom(match.parts[1] ?? '', 16)) add('key', placed(match, match.parts[1] ?? ''), match.parts[1] ?? '');
  for (const match of matches(scan, QUOTED_PASSWORD)) add('password', placed(match, match.parts[2] ?? ''), match.parts[2] ?? '');
  for (const match of matches(scan, SPOKEN_PASSWORD)) if (passwordish(match.parts[1] ?? '')) add('password', placed(match, match.parts[1] ?? ''), match.parts[1] ?? '');
  for (const match of matches(scan, PASSWORD_FLAG)) {
    const value = match.parts[1] ?? match.parts[2] ?? match.parts[3] ?? '';
    if (!isPlaceholder(value)) add('password', placed(match, value), value);
  }
  return out;
}
