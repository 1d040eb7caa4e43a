/** Disguises for swear words, made by rule. The reader in checks/tone was not written from this list. */
const swap = (table: Record<string, string>) => (word: string) => [...word].map((letter) => table[letter] ?? letter).join('');
const middle = (word: string, put: (letter: string) => string) => word.charAt(0) + Array.from(word.slice(1, -1), put).join('') + word.slice(-1);

export const DISGUISES: Record<string, (word: string) => string> = {
  plain: (word) => word,
  'capitals turn by turn': (word) => [...word].map((letter, i) => (i % 2 ? letter.toUpperCase() : letter)).join(''),
  digits: swap({ a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' }),
  signs: swap({ a: '@', s: '$', i: '!', c: '(' }),
  'digits and stretch': (word) => swap({ o: '0', i: '1' })(word).replace(/([a-z])(?=.$)/u, '$1$1$1'),
  spaced: (word) => [...word].join(' '),
  slashes: (word) => [...word].join('/'),
  tildes: (word) => [...word].join('~'),
  'one star': (word) => `${word.charAt(0)}*${word.slice(2)}`,
  'stars inside': (word) => middle(word, () => '*'),
  'zero width': (word) => [...word].join('\u200B'),
  'soft hyphens': (word) => [...word].join('\u00AD'),
  Cyrillic: swap({ a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у', k: 'к' }),
  Greek: swap({ a: 'α', o: 'ο', i: 'ι', k: 'κ', t: 'τ', u: 'υ' }),
  fullwidth: (word) => [...word].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(''),
  'bold maths': (word) => [...word].map((letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97)).join(''),
  'squared letters': (word) => [...word].map((letter) => String.fromCodePoint(0x1f130 + letter.charCodeAt(0) - 97)).join(''),
  accents: (word) => [...word].map((letter) => `${letter}\u0301`).join(''),
  hashtag: (word) => `#${word}`,
};

export const CORE = 'fuck fucking shit bullshit asshole bitch bastard cunt dickhead motherfucker wanker twat slut whore douchebag jackass dumbass dipshit goddamn bollocks'.split(' ');
