/**
 * Which names on a page will still be there tomorrow. Build tools hash class names and frameworks number ids;
 * a selector made of those stops matching at the next release of the site (platforms.md §4).
 */

const MADE_UP = /^(:r|«r|radix|headlessui|mui-|react-|ember|downshift|yui|ext-gen|gwt-uid|aria-|el-id|input-?\d)/i;

/** Words a person chose: "send-button", "tweetButton", "wpTextbox1"; not "css-1q2w3e", "bdVaJa", "x1lliihq". */
export function isWordy(token: string): boolean {
  if (!/^[a-z][a-z]*\d{0,2}$/i.test(token)) return false;
  const parts = token.replace(/\d+$/, '').split(/(?<=[a-z])(?=[A-Z])/);
  return parts.every((part, index) => part.length > 2 ? /[aeiouy]/i.test(part) || part.length < 4 : parts.length === 1 || index === 0);
}

/** For ids and test ids, which people also number; `wpTextbox1` is fine, `ember1234` and UUIDs are not. */
export function isSteadyId(value: string): boolean {
  if (!value || value.length > 60 || MADE_UP.test(value) || /\d{3}/.test(value) || /\s/.test(value)) return false;
  return value.split(/[-_:.]+/).filter(Boolean).every(isWordy);
}

export function isSteadyClass(value: string): boolean {
  return value.length > 2 && value.length <= 40 && !/^(is|has|js)-|active|focus|hover|open|empty|disabled|selected|dark|light/i.test(value) && !/^[a-z]{1,2}-/.test(value) && value.split(/[-_]+/).filter(Boolean).every(isWordy);
}

/** A label that names one conversation or one number belongs to this page, not to the site. */
export function isSteadyLabel(value: string): boolean {
  return value.trim().length > 1 && value.length <= 60 && !/[#@\d"“”\\\n]/.test(value);
}
