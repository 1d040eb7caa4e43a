/**
 * Which names on a page will still be there tomorrow. Build tools hash class names and frameworks number ids;
 * a selector made of those stops matching at the next release of the site (platforms.md §4).
 */

const MADE_UP = /^(:r|«r|radix|headlessui|mui-|react-|ember|downshift|yui|ext-gen|gwt-uid|aria-|el-id|input-?\d)/i;

const VOWEL = /[aeiouy]/i;

/** Words a person chose: "send-button", "tweetButton"; not "css-1q2w3e", "bdVaJa", "kzFsy". `short` lets a prefix like "wp" begin a camel word. */
export function isWordy(token: string, short = false): boolean {
  if (!/^[a-z]+\d{0,2}$/i.test(token)) return false;
  const parts = token.replace(/\d+$/, '').split(/(?<=[a-z])(?=[A-Z])/);
  if (parts.length === 1) return token.length < 4 || VOWEL.test(token);
  return parts.every((part, index) => (VOWEL.test(part) && part.length > (index === 0 ? 2 : 3)) || (short && index === 0 && part.length === 2));
}

/** For ids and test ids, which people also number; `wpTextbox1` is fine, `ember1234` and UUIDs are not. */
export function isSteadyId(value: string): boolean {
  if (!value || value.length > 60 || MADE_UP.test(value) || /\d{3}/.test(value) || /\s/.test(value)) return false;
  return value.split(/[-_:.]+/).filter(Boolean).every((token) => isWordy(token, true));
}

const UTILITY = /^(w|h|m|p|[mp][xytblrse]|bg|text|flex|grid|items|justify|rounded|border|font|gap|min|max|overflow|relative|absolute|block|inline|hidden|cursor|space|shadow|z)(-|$)/;
const MOMENT = /^(is|has|js)-|active|focus|hover|open|empty|disabled|selected|dark|light/i;

export function isSteadyClass(value: string): boolean {
  return value.length > 2 && value.length <= 40 && !MOMENT.test(value) && !UTILITY.test(value) && value.split(/[-_]+/).filter(Boolean).every((token) => isWordy(token));
}

/** A label that names one conversation or one number belongs to this page, not to the site. */
export function isSteadyLabel(value: string): boolean {
  return value.trim().length > 1 && value.length <= 60 && !/[#@\d"“”\\\n]/.test(value);
}
