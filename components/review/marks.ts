/**
 * Characters that a reader cannot see or would take for another: zero-width and other invisible ones,
 * direction controls, unusual spaces, and letters of another script inside a word (decisions.md §7.2 AP2).
 * Confusable letters follow the idea of Unicode UTS #39, restricted to those that look like Latin letters.
 * Pure; offsets are UTF-16, like those of findings.
 */
export type MarkKind = 'invisible' | 'direction' | 'space' | 'control' | 'lookalike';

export interface TextMark {
  start: number;
  end: number;
  kind: MarkKind;
  /** What to draw in its place, or '' when the character itself is drawn. */
  sign: string;
  /** What it is, for a tooltip and a screen reader. */
  name: string;
}

const INVISIBLE: Record<number, string> = {
  0x00ad: 'soft hyphen', 0x034f: 'grapheme joiner', 0x115f: 'Hangul filler', 0x1160: 'Hangul filler', 0x17b4: 'invisible Khmer vowel', 0x17b5: 'invisible Khmer vowel',
  0x180e: 'Mongolian vowel separator', 0x200b: 'zero-width space', 0x200c: 'zero-width non-joiner', 0x200d: 'zero-width joiner', 0x2060: 'word joiner',
  0x2061: 'invisible operator', 0x2062: 'invisible operator', 0x2063: 'invisible operator', 0x2064: 'invisible operator', 0x2800: 'blank Braille pattern',
  0x3164: 'Hangul filler', 0xfeff: 'zero-width no-break space', 0xffa0: 'Hangul filler',
};
const DIRECTION: Record<number, string> = {
  0x061c: 'Arabic letter mark', 0x200e: 'left-to-right mark', 0x200f: 'right-to-left mark', 0x202a: 'left-to-right embedding', 0x202b: 'right-to-left embedding',
  0x202c: 'end of direction', 0x202d: 'left-to-right override', 0x202e: 'right-to-left override', 0x2066: 'left-to-right isolate', 0x2067: 'right-to-left isolate',
  0x2068: 'first-strong isolate', 0x2069: 'end of isolate',
};
const SPACES: Record<number, string> = {
  0x00a0: 'no-break space', 0x1680: 'Ogham space', 0x2000: 'en quad', 0x2001: 'em quad', 0x2002: 'en space', 0x2003: 'em space', 0x2004: 'third-em space',
  0x2005: 'quarter-em space', 0x2006: 'sixth-em space', 0x2007: 'figure space', 0x2008: 'punctuation space', 0x2009: 'thin space', 0x200a: 'hair space',
  0x202f: 'narrow no-break space', 0x205f: 'mathematical space', 0x3000: 'ideographic space',
};
const SCRIPTS = [['Cyrillic', /\p{Script=Cyrillic}/u], ['Greek', /\p{Script=Greek}/u], ['Armenian', /\p{Script=Armenian}/u], ['Cherokee', /\p{Script=Cherokee}/u]] as const;
/** Letters of those scripts that pass for a Latin one at reading size. */
const LATIN_TWIN: Record<string, string> = {
  А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', І: 'I', Ј: 'J', К: 'K', М: 'M', О: 'O', Р: 'P', Ѕ: 'S', Т: 'T', Х: 'X', У: 'Y', Ԛ: 'Q', Ԝ: 'W',
  а: 'a', с: 'c', ԁ: 'd', е: 'e', һ: 'h', і: 'i', ј: 'j', ӏ: 'l', о: 'o', р: 'p', ԛ: 'q', ѕ: 's', ԝ: 'w', х: 'x', у: 'y', ѵ: 'v', к: 'k', м: 'm', т: 't', г: 'r', п: 'n',
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X', ο: 'o', α: 'a', ι: 'i', κ: 'k', ν: 'v', ρ: 'p', τ: 't', υ: 'u', χ: 'x', γ: 'y',
  օ: 'o', ս: 'u', հ: 'h', ո: 'n', ց: 'g', զ: 'q', Օ: 'O', Տ: 'S', Ꭺ: 'A', Ꭼ: 'E', Ꮋ: 'H', Ꮯ: 'C', Ꮇ: 'M', Ꮢ: 'R', Ꮪ: 'S', Ꭲ: 'T',
};
const EMOJI_PART = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}]/u;
/** Scripts whose spelling needs the joiners: there they are ordinary letters of the text. */
const JOINING = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Kannada}\p{Script=Telugu}\p{Script=Tamil}\p{Script=Gujarati}\p{Script=Khmer}\p{Script=Mongolian}\p{Script=Syriac}]/u;
/** Parts of a thread are joined by this in Snapshot.text; it is drawn as a rule, not as a mark. */
export const PART_BREAK = '\u001e';

/** Every mark in reading order. Ordinary text gives none, whatever its language. */
export function findMarks(text: string): TextMark[] {
  return [...characterMarks(text), ...lookalikes(text)].sort((a, b) => a.start - b.start);
}

function characterMarks(text: string): TextMark[] {
  const marks: TextMark[] = [];
  let at = 0;
  for (const char of text) {
    const found = classify(char, text, at);
    if (found) marks.push({ start: at, end: at + char.length, ...found });
    at += char.length;
  }
  return marks;
}

function classify(char: string, text: string, at: number): Omit<TextMark, 'start' | 'end'> | null {
  const code = char.codePointAt(0) ?? 0;
  if ((code === 0x200c || code === 0x200d) && joins(text, at)) return null;
  const invisible = INVISIBLE[code];
  if (invisible) return { kind: 'invisible', sign: hex(code), name: invisible };
  const direction = DIRECTION[code];
  if (direction) return { kind: 'direction', sign: hex(code), name: direction };
  const space = SPACES[code];
  if (space) return { kind: 'space', sign: '␣', name: space };
  // Tag characters carry hidden text; the three British flags are the only ordinary use.
  if (code >= 0xe0000 && code <= 0xe007f && !inFlag(text, at)) return { kind: 'invisible', sign: hex(code), name: 'hidden tag character' };
  if ((code < 0x20 && char !== '\n' && char !== '\t' && char !== PART_BREAK) || (code >= 0x7f && code <= 0x9f)) return { kind: 'control', sign: hex(code), name: 'control character' };
  return null;
}

const hex = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

/** A joiner inside an emoji or inside a word of a joining script is part of the spelling. */
function joins(text: string, at: number): boolean {
  const before = Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
  const after = Array.from(text.slice(at + 1, at + 3))[0] ?? '';
  return (EMOJI_PART.test(before) && EMOJI_PART.test(after)) || (JOINING.test(before) && JOINING.test(after));
}

function inFlag(text: string, at: number): boolean {
  return /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u.test(text.slice(Math.max(0, at - 16), at));
}

/** Words that mix Latin with a look-alike of another script, or that are made of such letters alone. */
function lookalikes(text: string): TextMark[] {
  const marks: TextMark[] = [];
  const latinText = /\p{Script=Latin}/u.test(text) && !SCRIPTS.some(([, script]) => countWords(text, script) > 2);
  for (const word of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const mixed = /\p{Script=Latin}/u.test(word[0]);
    const twins = [...word[0]].every((char) => LATIN_TWIN[char] !== undefined || /\p{N}/u.test(char));
    if (!mixed && !(latinText && twins)) continue;
    let at = word.index;
    for (const char of word[0]) {
      const script = SCRIPTS.find(([, test]) => test.test(char))?.[0];
      const twin = LATIN_TWIN[char];
      if (script && (twin || mixed)) {
        marks.push({ start: at, end: at + char.length, kind: 'lookalike', sign: '', name: twin ? `${script} letter that looks like “${twin}”` : `${script} letter in a Latin word` });
      }
      at += char.length;
    }
  }
  return marks;
}

/** Words wholly in one script and not readable as Latin: the sign that the text really is in that script. */
function countWords(text: string, script: RegExp): number {
  let count = 0;
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    const letters = [...word];
    if (letters.every((char) => script.test(char)) && letters.some((char) => LATIN_TWIN[char] === undefined)) count += 1;
  }
  return count;
}

/** "2 invisible characters, 1 look-alike letter", or '' when there is nothing to say. Unusual spaces are not counted: they hide nothing. */
export function summariseMarks(marks: readonly TextMark[]): string {
  const count = (kinds: MarkKind[]) => marks.filter((mark) => kinds.includes(mark.kind)).length;
  const parts = [
    plural(count(['invisible', 'control']), 'invisible character'),
    plural(count(['direction']), 'direction control'),
    plural(count(['lookalike']), 'look-alike letter'),
  ];
  return parts.filter(Boolean).join(', ');
}

const plural = (count: number, noun: string): string => (count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`);
