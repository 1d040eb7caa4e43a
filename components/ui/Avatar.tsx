import styles from './Avatar.module.css';

const TINTS = 6;

/** First letters of the first and the last word; one letter where two would not fit. */
export function initials(name: string, letters: 1 | 2 = 2): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (letters === 2 ? first + last : first).toLocaleUpperCase();
}

/** Same person, same tint, everywhere. */
function tint(name: string): number {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % TINTS;
}

/**
 * Decoration beside a name; the name itself must be on the page or in the button's label.
 * The letters are drawn, not written: as text they would be words a label has to repeat (WCAG 2.5.3).
 */
export function Avatar({ name, size = 24 }: { name: string; size?: 18 | 20 | 24 | 32 | 40 }) {
  return (
    <span className={styles['avatar']} data-tint={tint(name)} data-size={size} data-letters={initials(name, size < 20 ? 1 : 2)} aria-hidden="true" />
  );
}
