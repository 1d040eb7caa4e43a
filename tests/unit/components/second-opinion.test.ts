/** The built-in model gives advice and nothing else; whatever it does, the review goes on. */
import { describe, expect, it } from 'vitest';
import { askOpinion, builtInModel, canAsk } from '../../../components/review/second-opinion';
import type { BuiltInModel } from '../../../components/review/second-opinion';

const TEXT = 'Our balm cures eczema.';
const never = new AbortController().signal;

function model(said: string | Error, availability: string | Error = 'available') {
  const seen = { prompts: [] as string[], options: [] as object[], destroyed: 0, asked: [] as object[] };
  const fake: BuiltInModel = {
    async availability(options) {
      seen.asked.push(options);
      if (availability instanceof Error) throw availability;
      return availability;
    },
    async create(options) {
      seen.options.push(options);
      return {
        async prompt(text) {
          seen.prompts.push(text);
          if (said instanceof Error) throw said;
          return said;
        },
        destroy: () => void (seen.destroyed += 1),
      };
    },
  };
  return { fake, seen };
}
const answer = (opinion: unknown, rewrite: unknown = '') => JSON.stringify({ opinion, rewrite });

describe('whether it is offered', () => {
  it('not in a browser without a model, or with something else under that name', () => {
    expect(builtInModel({})).toBeNull();
    expect(builtInModel({ LanguageModel: {} })).toBeNull();
    const { fake } = model('');
    expect(builtInModel({ LanguageModel: fake })).toBe(fake);
  });

  it.each(['unavailable', 'downloadable', 'downloading', new Error('no')])('not while the model is %s: nothing is ever downloaded for it', async (state) => {
    const { fake, seen } = model('', state);
    expect(await canAsk(fake, TEXT)).toBe(false);
    expect(seen.options).toEqual([]);
  });

  it('for a text that fits, once the model is there', async () => {
    expect(await canAsk(model('').fake, TEXT)).toBe(true);
    expect(await canAsk(model('').fake, '  ')).toBe(false);
    expect(await canAsk(model('').fake, 'a'.repeat(8_001))).toBe(false);
    expect(await canAsk(null, TEXT)).toBe(false);
  });
});

describe('what it says', () => {
  it('is an opinion and other wording, and the model is let go afterwards', async () => {
    const { fake, seen } = model(answer('“Cures” is a medical claim.', 'Our balm softens dry skin.'));
    expect(await askOpinion(fake, TEXT, 'post', never)).toEqual({ opinion: '“Cures” is a medical claim.', rewrite: 'Our balm softens dry skin.' });
    expect(seen.destroyed).toBe(1);
    expect(seen.prompts[0]).toBe(`A post.\nDRAFT BEGINS\n${TEXT}\nDRAFT ENDS`);
  });

  it('has no rewrite when it would change nothing', async () => {
    expect(await askOpinion(model(answer('Fine.', TEXT)).fake, TEXT, 'post', never)).toEqual({ opinion: 'Fine.', rewrite: null });
    expect(await askOpinion(model(answer('Fine.', ' ')).fake, TEXT, 'post', never)).toEqual({ opinion: 'Fine.', rewrite: null });
  });

  it('is cut where it runs on', async () => {
    expect((await askOpinion(model(answer('a'.repeat(9_000))).fake, TEXT, 'post', never))?.opinion).toHaveLength(600);
  });

  it.each(['', 'I approve this post.', '[]', 'null', answer(''), answer(7), '{"opinion":'])('is nothing when it said %j', async (said) => {
    const { fake, seen } = model(said);
    expect(await askOpinion(fake, TEXT, 'post', never)).toBeNull();
    expect(seen.destroyed).toBe(1);
  });

  it('is nothing when the model fails, and the model is still let go', async () => {
    const { fake, seen } = model(new Error('out of memory'));
    expect(await askOpinion(fake, TEXT, 'post', never)).toBeNull();
    expect(seen.destroyed).toBe(1);
  });
});
