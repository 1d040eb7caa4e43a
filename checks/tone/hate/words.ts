/**
 * Vocabulary of the hate rules. Protected groups after the grounds of EU Council Framework Decision 2008/913/JHA and
 * the platforms' hateful-conduct rules; hostile words by what they do: feeling, attribute, dehumanising, violence, exclusion.
 */
const list = (words: string): string[] => words.trim().split(/\s*,\s*|\n/).map((word) => word.trim()).filter(Boolean);

export const GROUPS: ReadonlySet<string> = new Set(
  list(`
women, woman, females, female, girls, feminists, wives,
gay, gays, homosexual, homosexuals, lesbian, lesbians, queers, lgbt, lgbtq, bisexuals, bisexual,
black, blacks, african, africans, negro, negroes, asian, asians, chinese, japanese, korean, koreans, indian, indians, pakistani, pakistanis,
mexican, mexicans, latino, latinos, latinas, hispanic, hispanics, arab, arabs, turk, turks, polish, pole, poles, roma, romani, gypsy, gypsies,
white, whites, caucasians, aboriginal, aboriginals, indigenous, natives,
disabled, handicapped, cripple, cripples, autistic, autistics, deaf, blind, wheelchair,
muslim, muslims, moslem, moslems, islam, islamic, jew, jews, jewish, judaism, christian, christians, catholic, catholics, hindu, hindus, sikh, sikhs, buddhist, buddhists,
trans, transgender, transgenders, transsexual, transsexuals, transexuals, nonbinary,
immigrant, immigrants, migrant, migrants, refugee, refugees, foreigner, foreigners, asylum seekers
`),
);

/** People of a country: a group only where they are spoken of as a whole or driven at, because sport and food pages speak of them all day. */
export const DEMONYMS: ReadonlySet<string> = new Set(
  list(`
americans, canadians, brazilians, colombians, venezuelans, cubans, haitians, jamaicans, dominicans, australians, britons, brits, scots, irishmen, frenchmen,
germans, italians, spaniards, greeks, portuguese, belgians, austrians, swedes, danes, norwegians, finns, dutchmen, poles, czechs, slovaks, hungarians, romanians, bulgarians,
serbs, croats, bosnians, albanians, kosovars, russians, ukrainians, belarusians, georgians, armenians, kurds, israelis, palestinians, iranians, persians, iraqis, syrians, lebanese,
afghans, egyptians, moroccans, algerians, tunisians, libyans, somalis, sudanese, nigerians, ghanaians, kenyans, ethiopians, eritreans, congolese, filipinos, thais, vietnamese,
indonesians, malaysians, bangladeshis, nepalis, tibetans, uyghurs, rohingya, dalits, travellers, tamils
`),
);
/** Before such a name: everybody of it is meant, or something is to be done to them. */
export const SWEEPING: ReadonlySet<string> = new Set(list('all, every, most, these, those, typical, hate, hates, hating, despise, deport, ban, kill, gas, bloody, fucking, stupid, dirty, filthy, lazy, damn, no, more, fewer'));

/** Names that hurt a group only when they are aimed at somebody; alone they may be reclaimed, quoted or about a film. */
export const NAMES: ReadonlySet<string> = new Set(list('slut, sluts, whore, whores, queer, queers, cripple, cripples, jihadi, jihadis, camelfucker, camelfuckers, dyke, dykes, fag, fags, bitch, bitches'));

/** Age and size: everyday words that name a group only before a noun for people. */
export const OF_PEOPLE: ReadonlySet<string> = new Set(list('fat, obese, overweight, old, elderly'));

/** Colours and adjectives that name people only before a noun for people, or as a plural. */
export const NEEDS_NOUN: ReadonlySet<string> = new Set(['black', 'white', 'polish', 'indian', 'chinese', 'japanese', 'korean', 'indigenous', 'blind', 'deaf', 'native', 'natives', 'african', 'asian', 'pole', 'wheelchair', 'wives', 'girls']);
export const PEOPLE: ReadonlySet<string> = new Set(list('people, person, persons, folk, folks, man, men, woman, women, guy, guys, kid, kids, child, children, lives, life, community, communities, immigrants, users, ones, boys, throat, throats, neck, necks, scum, trash, filth, vermin, garbage, students, workers, employees, drivers, plumbers, builders, cleaners, nurses, doctors, neighbours, neighbors, families, teenagers, youths, tourists'));

export const FEELING = 'hate|hates|hated|hating|hatred|despise|despises|loathe|loathes|detest|detests|abhor|abhors|disdain|contempt|scorn|disgust|disgusts|disgusted|sicken|sickens|sickening|repulse|repulses|repulsed|resent|sick of|sick|fed up with|angry|furious|rage|enraged|infuriate|infuriates|mad at|tired of|(?:can not|could not) stand|piss(?:es|ing)? (?:me )?off|piss(?:es|ing)? me off|intolerable|unbearable|absolute worst|the worst|nothing (?:\\w+ ){0,4}(?:worse than|less than|i like less)|like less';
export const ATTRIBUTE = 'disgusting|despicable|revolting|dishonest|pathetic|violent|cruel|filthy|stupid|stupider|stupidest|dumb|dumber|dumbest|repulsive|repugnant|vile|worthless|ignorant|uncivili[sz]ed|brainless|inferior|evil|nasty|hideous|ugly|ugliest|lazy|dirty|gross|abnormal|unnatural|perverted|perverts?|deviants?|immoral|degenerates?|criminals?|rapists?|terrorists?|thieves|liars?|cowards?|idiots?|morons?|imbeciles?|retards?|retarded|fools?|losers?|monsters?|devils?|demons?|freaks?|mentally ill|insane|useless|untrustworthy|barbaric|barbarians?|primitive|backwards?|savages?|danger(?:ous)?|threat|menace|burden|problem|mistake|disgrace|embarrassment|curse|terrible|horrible|awful|appalling|bigoted|greedy|parasitic|hateful|lesser|weak|mental disorder|sinners?|sinful|abominable|horrid|atrocious|vermin like|messed up|wrong with|second class|crazy|psychos?|scary|annoying|insufferable|steals?|stealing|stinks?|stinking|brainwashed|less intelligent|can not (?:drive|think|read)';
export const DEHUMAN = 'worth(?: \\w+)? nothing|not worth (?:shit|anything|a thing)|scum|filth|trash|garbage|refuse|rubbish|cockroach|cockroaches|roaches|vermin|rats?|pigs?|dogs?|apes?|monkeys?|baboons?|animals?|beasts?|maggots?|leeches|parasites?|pests?|insects?|plagues?|cancers?|diseases?|virus|viruses|sub ?humans?|sub human|lesser (?:beings?|people|humans?|race|species)|sub ?species|waste of (?:space|air|oxygen|breath)|dirt|dirtbags?|slime|abominations?|inferior|not (?:even )?(?:real )?(?:human|people)|no better than|belong in (?:a|the) (?:zoo|cage|kitchen|jail|prison|asylum|grave)|landfill|human garbage|smarter than any|dumped|infest(?:ing|ed|ation)?|swarms?|invade(?:rs)?|invasion|test (?:new )?drugs on|blight|scourge|pollution|feral';
export const VIOLENCE = 'kill|kills|killed|killing|murder|murders|murdered|murdering|slaughter|slaughtered|slaughtering|rape|raped|raping|execute|executed|executing|execution|exterminate|exterminated|extermination|eradicate|eradicated|annihilate|annihilated|gas|gassed|hang|hanged|hung|lynch|lynched|lynching|shoot|shooting|shot|stab|stabbed|strangle|strangled|drown|drowned|choke|beat(?:en)?(?: up)?|torture|tortured|burn|burned|burnt|bomb|bombed|behead|beheaded|butcher|attack|attacked|attacking|assault|hurt|harm|punch|smash|crush|destroy|destroyed|poison|suffer|suffering|die|dies|dying|death|dead|extinct|get(?:ting)? rid of|wiped? out|snap (?:the |that |their |your |his |her )?(?:\\w+ )?necks?|cut (?:\\w+ ){0,2}throats?|throats?|put down|sterili[sz]ed?|castrated?|enslaved?|crucif(?:y|ied)|whipped|stone(?:d)? to death|put to sleep|eliminate|eliminated|better (?:off|place) (?:without|if)|better without|rot in hell|burn in hell|shut up|silenced|locked up|caged';
export const EXCLUDE = '(?:get|go|getting|stay) (?:the \\w+ )?(?:out|back|away)|(?:kick|throw|keep|drive|force)(?:n|ed)? (?:(?!nobody|no|none)\\w+ ){0,3}out|deport|deported|deportation|ban|banned|banish|expel|expelled|(?:not|no) (?:longer )?(?:belong|place|right|rights|business)|ruin|ruins|ruined|ruining|destroying|too many|send (?:them|you) back|no place|never fit in|taking over|(?:should|must|ought to) (?:never |not )(?:be )?(?:allowed|have|vote|work|drive|marry|speak|exist|live)|segregat(?:e|ed|ion)|never trust|separate(?:d)? from|barred|excluded|why (?:do )?people care|care(?:s)? more about|not (?:our|my) (?:equal|equals)|stop existing|disappear|vanish|would rather|avoid|plague to|blame|to blame|fault|refuse to';
export const POSITIVE = 'attractive|beautiful|smart|intelligent|clever|equal|equals|worth|worthy|valuable|value|important|matter|protect|protecting|protected|save|saving|live|lives|belong|respect|respected|trust|trusted|human|humans|good|nice|kind|normal|civili[sz]ed|honest|decent|capable|useful|deserve(?:s)? (?:to live|respect|rights|love|help)|rights|love|loved|help|accepted|welcome|like us|contribute|moral|clean|brave|allowed|a chance|member of society|any good|fit in|real|care|cared|lift a finger|bother|sympathy|be friends|date|hire|vote for';
export const LOVE = 'love|loves|adore|adores|admire|admired|celebrate|celebrated|amazing|beautiful|wonderful|great|kind|compassionate|hero|heroes|blessing|best|happy|proud|respect|support|welcome|help|friend|friends|brilliant|talented|lovely|awesome|inspiring|cherish|value|protect|equal rights';
export const COUNTER = 'hateful|hate speech|hurtful|offensive to say|horrible (?:thing|person)|blocked|prison|jail|court|police|report(?:ed)? you|call(?:s|ed)? out|shame on you|unacceptable|must not get away|gets? away|does not reflect|reflects? (?:badly|poorly)|small ?minded|bigot|bigots|racist|racists|racism|sexist|sexism|misogyn\\w+|homophob\\w+|transphob\\w+|islamophob\\w+|antisemit\\w+|xenophob\\w+|ableis\\w+|disheartening|condemn|seriously believe|really think that all|still believe|fired|expect (?:them|her|him|us) to|is not (?:ok|okay|acceptable|funny)|seriously sad|ashamed|apologi[sz]e|not tolerate|no excuse|wrong to|disrespectful|consequences|how dare|so wrong|ignorant to|illegal|crime|punished|discriminat\\w+|prejudice';
export const REPORTING = 'say|saying|says|said|write|writing|writes|wrote|written|call|calling|called|tell|telling|told|shout|shouting|post|posting|tweet|tweeting|statement|statements|message|messages|comment|comments|claim|claiming|claims|phrase|words?|threats?|threatening|threaten|stuff like|things? like|believe|think that it is ok|suggest|suggesting|argue|joke|jokes|treats?|treating|treated|term|people who|anyone who|those who|when people|if you|how can you|what makes you|accus\\w+|insult\\w*|referring to|labell?ing|opposite of';
