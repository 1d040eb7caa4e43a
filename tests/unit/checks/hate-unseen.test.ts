import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../checks';

const context = { platform: 'x', surface: 'post', account: null, media: [], now: 0 };
const blocked = (text: string) => checkDraft({ text }, context).some(({ id, severity }) => severity === 'block' && /^tone\.(?:hate|threat|slur)$/.test(id));

/**
 * Paraphrases of HateCheck's functions, written for this test and not taken from it: what the rules must read in other
 * words (Röttger et al. 2021 name the functions). Warning: hateful sentences.
 */
const HATEFUL = [
  'I cannot tell you how much I despise gay people.',
  'Honestly, trans people make me sick to my stomach.',
  'Disabled people are a burden on all of us.',
  'Most immigrants are criminals, everybody knows it.',
  'Muslims are vermin and nothing else.',
  'Women belong in the kitchen and should keep their mouths shut.',
  'Somebody ought to round up all the Jews and shoot them.',
  'If I see another refugee here I will beat him up.',
  'Black people should not be allowed to vote.',
  'We have to throw the migrants out of this country.',
  'No woman deserves any respect from me.',
  'I will never accept that gays are normal people.',
  'Why would anybody feel sorry for dead immigrants?',
  'They are all thieves. Of course I mean the Roma.',
  'Fuck every single one of those Muslims.',
  'Trans women are d1sgusting.',
  'i h8 immigrants so much',
  'All muslims sh0uld die',
  'Disabled people are w o r t h l e s s',
  'You are just an immigrant, so shut up, parasite.',
];
const HARMLESS = [
  'I cannot tell you how much I admire gay people who came out at work.',
  'Trans people make our team stronger.',
  'Nobody should ever say that disabled people are a burden.',
  'It is a lie that most immigrants are criminals.',
  '“Muslims are vermin”: that sentence got him fired, and rightly so.',
  'Women do not belong in the kitchen, they belong wherever they like.',
  'Violence against Jews must be fought by all of us.',
  'I hate it when people are rude to refugees.',
  'Black people were not allowed to vote here until 1965.',
  'We throw nobody out of this country for being a migrant.',
  'Every woman deserves respect.',
  'I despise this printer.',
  'Mosquitoes are disgusting and should all die.',
  'Kill the lights, the film begins.',
  'Those bankers are thieves.',
  'You are an idiot, said the clown to the mirror.',
  'Immigrants built this harbour with their own hands.',
  'He called me a worthless cripple, and the court agreed with me.',
  'Deaf and blind visitors can touch the statues on Mondays.',
  'I am a proud Muslim woman and I love my city.',
];

describe('attacks on groups in words that were not in the test suite', () => {
  it('are mostly found', () => {
    const missed = HATEFUL.filter((text) => !blocked(text));
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(HATEFUL.length * 0.25);
  });
  it('and their harmless neighbours are mostly left alone', () => {
    const caught = HARMLESS.filter(blocked);
    expect(caught.length, caught.join('\n')).toBeLessThanOrEqual(HARMLESS.length * 0.2);
  });
});
