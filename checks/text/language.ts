/**
 * Guesses the language of a draft from its script and its commonest words: enough to say "not checked" and to notice
 * a post in another language than the account's. Says '' when it cannot tell. Words chosen by hand; each list holds
 * function words that the other listed languages do not share, as far as that goes.
 */
import { perScan } from './per-scan';
import type { Scan } from './scan';

const WORDS: Readonly<Record<string, string>> = {
  en: "the and is are was were of to in it its we our you your they their this that with for from at by an be have has had not will would can i'm it's don't we're my me he she what who when how all new more now here so thank thanks please just but if or as on than then there no yes a i do does did get got out up about into after before day today been him her his us them some any one only over off am right die war plus men son van come sure well back",
  de: 'der die das und ist sind war nicht ein eine einen einem einer eines wir ihr ihre ich du sie es den dem des mit für von zu zum zur auf im am bei nach aus auch noch schon heute morgen uns unser unsere euch haben hat wird werden sich wie was wer wenn aber oder über bis nur mehr sehr alle gibt als um dass kein keine ab bitte danke mich mein meine',
  fr: "le la les des du un une et est sont était nous vous il elle ils elles je tu on ce cet cette ces avec pour par sur dans au aux qui que quoi ne pas plus notre nos votre vos mon ma mes son sa ses leur merci bonjour hier demain aujourd'hui avez avons être aussi mais ou où très tous toute chez l'heure c'est d'une à encore",
  es: 'el la los las un una unos y es son era nosotros usted ustedes yo tú él ella ellos con para por sobre en del al que qué no más muy nuestro nuestra nuestros mi mis tu tus su sus gracias hola hoy mañana ayer está están hay pero o como cuando donde todo todos todas se lo le nos me ya sin también desde hasta esta este otra vez',
  it: "il lo la i gli le un una uno e è sono era noi voi io tu lui lei loro con per su in del della dei delle al alla che chi non più molto nostro nostra vostro mio mia tuo suo grazie ciao oggi domani ieri ci si ma o come quando dove tutto tutti tutte anche dal dalla nel nella questo questa siamo sabato",
  pt: 'o a os as um uma uns e é são foi nós você vocês eu ele ela eles com para por sobre em do da dos das no na nos nas que não mais muito nosso nossa meu minha seu sua obrigado obrigada olá hoje amanhã ontem está estão há mas ou como quando onde tudo todos também até este esta isso ao à',
  nl: 'de het een en is zijn was wij we jullie ik jij hij zij ze met voor van naar op in bij uit ook nog al vandaag morgen gisteren ons onze jouw heeft hebben wordt worden niet geen maar of als dat die dit wat wie waar hoe meer veel alle aan om te dan bedankt zoeken vroeg liefde',
  sv: 'och är det en ett att som på för med av till den inte vi ni jag du han hon de har var om från så men eller idag imorgon vår vårt våra din ditt alla mer mycket när vad vem kan ska tack hej också under efter öppnar',
  da: 'og er det en et at som på for med af til den ikke vi jeg du han hun de har var om fra så men eller i dag vores din dit alle mere meget når hvad hvem kan skal tak hej også under efter åbner',
  no: 'og er det en et å at som på for med av til den ikke vi dere jeg du han hun de har var om fra så men eller dag vår vårt våre din ditt alle mer mye når hva hvem kan skal takk hei også under etter åpner klokka søndag',
  pl: 'i w z na do jest są nie się to że o od po dla jak ale lub czy co kto gdzie kiedy nasz nasza nasze nas was my wy ja ty on ona oni ten ta te już także tylko dziś jutro wczoraj bardzo wszystko wszyscy dziękujemy dzień przez przy',
  tr: 've bir bu da de için ile çok ne var yok mi mı biz siz ben sen o onlar ama veya gibi daha en her şey bugün yarın dün bizim sizin teşekkürler merhaba olarak kadar sonra',
};

/** The accents of Latin letters. The class of all marks takes tens of milliseconds to build, at every start of the worker. */
const MARKS = /[\u0300-\u036f]/g;

/** How much each word says: a word of three lists says a third as much as a word of one. */
const LANGUAGES = Object.keys(WORDS);
const VOTES: ReadonlyMap<string, { at: readonly number[]; weight: number }> = (() => {
  const holders = new Map<string, string[]>();
  for (const [language, list] of Object.entries(WORDS)) for (const word of new Set(list.normalize('NFKD').replaceAll(MARKS, '').split(' '))) holders.set(word, [...(holders.get(word) ?? []), language]);
  return new Map([...holders].map(([word, languages]) => [word, { at: languages.map((language) => LANGUAGES.indexOf(language)), weight: 1 / languages.length }]));
})();

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'], [/\p{Script=Hangul}/u, 'ko'], [/\p{Script=Han}/u, 'zh'], [/\p{Script=Cyrillic}/u, 'ru'], [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Arabic}/u, 'ar'], [/\p{Script=Hebrew}/u, 'he'], [/\p{Script=Devanagari}/u, 'hi'], [/\p{Script=Thai}/u, 'th'], [/\p{Script=Bengali}/u, 'bn'], [/\p{Script=Tamil}/u, 'ta'],
];
const LATIN = /\p{Script=Latin}/u;

export interface Guess {
  /** BCP 47 primary tag; '' when the draft is too short or too mixed to tell. Cyrillic stands as "ru", Han alone as "zh". */
  language: string;
  /** Words that were counted. */
  words: number;
}

function guess(scan: Scan): Guess {
  const scores = new Float64Array(LANGUAGES.length);
  /** In the order in which they were first seen, which decides between equals. */
  const seen: number[] = [];
  let latin = 0;
  let counted = 0;
  const others = new Map<string, number>();
  for (const { form, start } of scan.words) {
    if (scan.inLink(start)) continue;
    const code = form.charCodeAt(0);
    if (code < 128 || LATIN.test(form)) {
      if (code >= 48 && code <= 57) continue;
      latin += 1;
      const votes = VOTES.get(form);
      if (votes === undefined) continue;
      for (let i = 0; i < votes.at.length; i += 1) {
        const language = votes.at[i] as number;
        if (scores[language] === 0) seen.push(language);
        scores[language] = (scores[language] as number) + votes.weight;
      }
      continue;
    }
    const script = SCRIPTS.find(([pattern]) => pattern.test(form))?.[1];
    if (script) others.set(script, (others.get(script) ?? 0) + form.length / 3);
  }
  counted = latin;
  const [script = '', weight = 0] = [...others].sort((a, b) => b[1] - a[1])[0] ?? [];
  // Kana beside Han is Japanese.
  if (weight > latin) return { language: others.has('ja') && script === 'zh' ? 'ja' : script, words: Math.ceil(weight) };
  const ranked = seen.map((language) => [LANGUAGES[language] ?? '', scores[language] ?? 0] as const).sort((a, b) => b[1] - a[1]);
  const [[best = '', first = 0] = [], [, second = 0] = []] = ranked;
  const share = first / Math.max(1, latin);
  return { language: first >= 0.9 && first >= second * 1.25 && share >= 0.09 ? best : '', words: counted };
}

export const languageOf = perScan(guess);
