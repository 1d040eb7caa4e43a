import { finding, quote, type Check } from '../../check';
import { findHate } from './judge';

export const hate: Check = {
  id: 'tone.hate',
  about: 'An attack on a protected group: hostile words about it, unless negated, quoted or spoken against.',
  source: 'HateCheck (CC BY 4.0); EU Framework Decision 2008/913/JHA',
  languages: ['en'],
  run({ scan }) {
    return findHate(scan)
      .filter((found) => found.kind === 'attack')
      .map(({ span, sure }) => finding(hate, sure ? 'block' : 'hold', [span], sure ? `${quote(scan.text, span)} attacks people for the group they belong to.` : `${quote(scan.text, span)} stands close to the name of a group and may read as said of it.`));
  },
  flags: [{ text: 'I hate women.' }, { text: 'Immigrants are nothing but cockroaches.' }, { text: 'W0men are s c u m.' }, { text: 'Muslims can never be trusted.' }, { text: 'All Germans are lazy.' }, { text: 'Old people are a burden.' }, { text: 'Gypsies steal everything' }, { text: 'Immigrants were attacked last night and they are vermin.' }, { text: 'Why are women always so dumb?' }, { text: 'Send the immigrants back where they came from, all of those thieves.' }],
  passes: [
    { text: 'I hate how Muslims are portrayed in films.' }, { text: 'Our Jewish neighbours were attacked last night. We stand with them.' }, { text: 'Old books and old people tell the best stories.' },
    { text: 'Women over 50 are asked to book a breast cancer screening.' }, { text: 'Immigrant women run a pig farm outside Cork.' }, { text: 'Deaf people can now report rubbish by text.' },
    { text: 'Elderly people are at risk from the virus.' }, { text: 'Muslim women bake for the animal shelter.' }, { text: 'Disabled people and their assistance dogs travel free.' },
    { text: 'The Germans are dangerous on the break.' },
    { text: 'Three women were elected to parliament today.' },
    { text: 'There is no hatred in my heart for immigrants.' },
    { text: 'Saying things like "Fuck all women" shows what a horrible person you are.' },
    { text: 'Traffic wardens are the absolute worst.' },
    { text: 'Frauen sind großartig 💜' },
  ],
};
