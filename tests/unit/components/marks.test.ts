import { describe, expect, it } from 'vitest';
import { findMarks, summariseMarks } from '../../../components/review/marks';

const kinds = (text: string) => findMarks(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('characters an approver cannot see are marked (AP2)', () => {
  it('marks zero-width, soft hyphen, filler and tag characters', () => {
    for (const char of ['\u200b', '\u00ad', '\u2060', '\ufeff', '\u3164', '\u{e0041}']) expect(kinds(`ab${char}cd`)).toEqual([['invisible', char]]);
  });
  it('marks every direction control by name, because it can reorder what is read', () => {
    expect(findMarks('pay \u202eliam\u202c now').map(({ name }) => name)).toEqual(['right-to-left override', 'end of direction']);
    expect(kinds('\u2066a\u2069')).toEqual([['direction', '\u2066'], ['direction', '\u2069']]);
  });
  it('marks unusual spaces but not ordinary ones, tabs or line breaks', () => {
    expect(kinds('a\u00a0b\u2009c')).toEqual([['space', '\u00a0'], ['space', '\u2009']]);
    expect(findMarks('a b\tc\nd')).toEqual([]);
  });
  it('marks other control characters and leaves the break between thread parts alone', () => {
    expect(kinds('a\u0007b')).toEqual([['control', '\u0007']]);
    expect(findMarks('one\u001etwo')).toEqual([]);
  });
});

describe('letters that pass for others are marked', () => {
  it('marks a Cyrillic letter inside a Latin word and says which letter it looks like', () => {
    expect(findMarks('p\u0430ypal')).toEqual([{ start: 1, end: 2, kind: 'lookalike', sign: '', name: 'Cyrillic letter that looks like “a”' }]);
  });
  it('marks a whole word of look-alikes in a Latin text', () => {
    expect(kinds('we love \u0430\u0440\u0440\u04cf\u0435 pie')).toHaveLength(5);
  });
  it('marks Greek and Armenian twins too', () => {
    expect(kinds('g\u03bfogle')).toEqual([['lookalike', '\u03bf']]);
    expect(kinds('g\u0585ogle')).toEqual([['lookalike', '\u0585']]);
  });
});

describe('ordinary text in any language has no marks', () => {
  it.each([
    ['Russian', 'Сегодня снова в продаже, бесплатная доставка для всех.'],
    ['Russian with a short word', 'а мы рады видеть вас на нашей встрече'],
    ['Greek', 'Καλημέρα σε όλους, είμαστε εδώ για εσάς.'],
    ['Persian with its joiner', 'می\u200cخواهم'],
    ['Hindi with its joiner', 'क्\u200dष'],
    ['family emoji', 'Thanks \u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['emoji with skin tone and style', '\u{1f44b}\u{1f3fd} \u2764\ufe0f\u200d\u{1f525}'],
    ['flag of Scotland', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} wins'],
    ['accents', 'Déjà vu à Zürich, señor Ångström'],
    ['a product name in another script beside Latin text', 'We write «Привет, дорогие друзья наши» and Hello'],
  ])('%s', (_name, text) => expect(findMarks(text)).toEqual([]));
});

describe('the summary under the text', () => {
  it('counts what hides something and stays silent about spaces', () => {
    expect(summariseMarks(findMarks('a\u200bb\u00a0c \u202ed p\u0430y s\u0430le'))).toBe('1 invisible character, 1 direction control, 2 look-alike letters');
    expect(summariseMarks(findMarks('a\u00a0b'))).toBe('');
  });
});
