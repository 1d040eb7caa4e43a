/**
 * Words for the profanity and slur checks. Warning: this file spells them out.
 * Chosen by hand from forms that both open lists know (Surge AI profanity, MIT; LDNOOBW, CC BY 4.0; see NOTICE)
 * and kept only where the word has no common innocent meaning. Inflections are made by the matcher.
 */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Strong: also found when disguised, inside compounds and in hashtags. Four letters or more. */
export const STRONG = list(`
fuck motherfuck mindfuck clusterfuck fuckwit fuckface fuckhead fuckboy fucktard shit bullshit horseshit dipshit apeshit batshit shithead shithole
shitface shitbag shitstorm asshole arsehole asshat asswipe dumbass jackass fatass badass bitch bastard cunt cock cocksuck dickhead dickface
dickwad dickbag prick pussy slut whore wank wanker twat bollock bugger douchebag douche jizz jerkoff blowjob handjob rimjob titties
goddamn goddamnit godamnit assmunch asslick assface buttmunch cumslut cumshot cumdump gangbang bukkake deepthroat fudgepack muffdive fothermuck cocksmoke cockgobble cockmunch bellend knobhead tosser minger skank ballsack nutsack scumbag pisshead
`);

/** Strong only as a whole, undisguised-length word: too short or too close to others to look for in disguise. */
export const SHORT = list(`fuk fck fcuk fuxk fuq fuqin biatch beyotch biotch shite shyt sht kunt azz azzhole muthafucka mofo ass arse tits tit cum piss pissed pissing dick crap damn wtf stfu gtfo lmfao ffs milf thot hoe hoes hell heck bloody`);

/** Worth a note and no more: heard on the radio at noon. */
export const MILD: ReadonlySet<string> = new Set(list(`damn crap hell heck bloody goddamn goddamnit godamnit piss pissed pissing bugger arse ass badass bollock`));

/** Slurs: never suggested, never abbreviated in a reason. Reclaimed and quoted use is for a person to judge. */
export const SLURS = list(`
nigger nigga niggas niggaz niglet coon chink gook spic spick kike wetback beaner raghead towelhead sandnigger paki jigaboo porchmonkey gyppo
faggot fag fags dyke tranny shemale retard retarded mongoloid spastic pikey golliwog zipperhead halfbreed squaw injun abo gypo gyppos rapefugee rapefugees muzzie muzzies mudslime mudslimes dindu dindus tranny trannies trannys mong mongs cripples gimp wog wogs golliwogs beaners kikes chinks gooks spics coons dykes faggots retards niggers groid groids sambo darkie darkies camel-jockey cholo ching-chong libtard femoid femoids feminazi feminazis jihadi-bride ladyboy heshe shemales nig nigs niga nigah nigguh nigress niggress nignog kyke kykes heeb heebs jap japs wop wops wigger wiggers chinavirus carpetmuncher carpetmunchers ragtard gaytard queerass ladiboy jiggaboo jiggaboos slanteye slanteyes
`);

/** Innocent words that contain a strong one. Checked before anything is found inside a longer word. */
export const INNOCENT = list(`
scunthorpe shiitake shitake shittah cockpit cocktail cockatoo cockerel cockroach cockney hancock peacock woodcock babcock hitchcock alcock wilcock cockburn cockermouth cockle
cockade cockatiel cockeyed cockcrow cockfight cockspur cocksure cocky cockily cockiness ballcock stopcock gamecock shuttlecock weathercock moorcock petcock pussycat pussyfoot pussywillow
bastardise bastardize swank swanky twattle prickly prickle prickliness pricker pricking pricked buggery pikestaff titter titters tittered tittering retardant retardation fire-retardant retarder retarding
cockade cockchafer cockscomb haycock sussex essex dickens dickinson dickie dickson dicky cunctation skanking niggard niggardly niggle niggling sniggle snigger sniggering
raccoon raccoons cocoon tycoon coonhound fagin fagot vandyke klondyke spicy spice spick-and-span despicable conspicuous auspicious suspicious hospice abode abort about above
matsushita yamashita kinoshita morishita makushita takeshita yoshito hiroshito shiite shiites shia cocker cockers cummings koon koons kock kuntz hells
penistone lightwater clitheroe arsenal arsenic parsec assess bass class classic grass mass pass passion
`);

/** Endings that keep the meaning: "-ing", "-s", "-ers" and the like. */
export const ENDINGS: ReadonlySet<string> = new Set(
  ' s es ed er ers in ing ings rs d mit y ty ier iest tier tiest able ery a as az ting ted ter ters ish o os wit face head heads load show ton off up bag bags tard z n sucker suckers sucking e ies'.split(' '),
);
