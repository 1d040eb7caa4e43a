import { describe, expect, it } from 'vitest';
import { linked } from '../../../checks/tone/hate/linked';

const at = (view: string, word: string, kind: Parameters<typeof linked>[3]) => linked(view, view.indexOf(word), view.indexOf(word) + word.length, kind);

describe('a hostile word and the group in its sentence', () => {
  it('are tied when the word is said of the group', () => expect(at('GRP are nothing but dogs ', 'dogs', 'dehuman')).toBe('tied'));
  it('are close when the word stands beside the name', () => expect(at('the terrible night of GRP ', 'terrible', 'attribute')).toBe('close'));
  it('have nothing to do with each other when it is an animal that they own', () => expect(at('GRX team walked forty dogs ', 'dogs', 'dehuman')).toBeNull());
  it('are not looked for through a whole text without a stop', () => expect(at(`GRP are ${'so '.repeat(200)}stupid `, 'stupid', 'attribute')).toBeNull());
});
