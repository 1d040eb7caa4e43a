/**
 * Whether a hostile word is said of the group, and not merely in the same sentence: "women get breast cancer" and
 * "a pig farm run by immigrants" are no attacks. Reads the line of judge.ts, in which every group is written GRP,
 * and GRX where it owns something ("women's").
 */
export type Hostile = 'feeling' | 'attribute' | 'dehuman' | 'violence' | 'exclude';

/** The group, or a word that stands for it when the sentence before named it. */
const G = String.raw`(?:GRP|they|them|these people|those people|that lot|you lot|your (?:kind|sort|type)|this lot)`;
/** Also one of them. */
const ONE = String.raw`(?:${G}|you|people|person|man|woman|men|women|guys?|folks?|boys?|girls?|kids?|ones|couples?|workers?|lovers?)`;
/** In a sentence that follows the one with the group's name. */
const LATER = String.raw`(?:he|she|it|this|that|him|her)`;

/** What may stand between "are" and the name that is called: no verb and no place. */
const FILL = String.raw`(?:(?:not|nothing|but|just|like|all|such|a|an|the|as|than|no|any|anything|better|worse|more|most|really|truly|so|too|very|quite|pretty|rather|even|also|still|again|simply|mostly|PRF|fucking|goddamn|absolute(?:ly)?|complete(?:ly)?|total(?:ly)?|utter(?:ly)?|literal(?:ly)?|basically|actually|only|ever|always|all|both|lower|biggest|greatest|worst|kinds?|sorts?|bunch|lot|pack|herd|pieces?|of|pure|real|one|big|bad|little|human|filthy|dirty|disgusting|stupid|ugly|vile|wild|rabid|lazy|evil|nasty|much|far|way|without a doubt|without doubt|by far|everything|to|be|being|become|what|society|and|or|who|that|my opinion|opinion|by nature|naturally|inherently|born|clearly|obviously|definitely|certainly|probably|honestly|frankly|these days|usually|often|generally) )*`;
const IS = String.raw`(?:is|are|was|were|am|be|been|being|become|becomes|became|seem|seems|look|looks|act|acts|behave|behaves|smell|smells|breed|live|lives|remain|stay|stink)`;
const CALL = String.raw`(?:think|thinks|find|finds|consider|considers|call|calling|see|sees|view|know|believe|made?|makes?|making)`;

const before = (pattern: string) => new RegExp(String.raw`(?:^| )${pattern}$`, 'u');
const after = (pattern: string) => new RegExp(String.raw`^${pattern}(?: |$)`, 'u');

/** "GRP are nothing but …", "that is what GRP are: …", "I find GRP …", "in GRX nature to be …". */
const SAID_OF = before(String.raw`(?:${ONE}|GRX (?:\w+ )?\w+)(?: (?:who|that|like|here|from|in|of|with|out|there|around|on)(?: \w+){1,4})?(?: (?:being(?: \w+){1,4}|stop themselves from|help|not help|like you|alike|today|everywhere|really|always|just|all|never|will|would|can|should|do|have|has|had|could|may|might|must|not|ever|only|still|only ever)){0,4} ${IS} ${FILL}`);
/** "GRP live like …"; whoever is treated like one is pitied. */
const LIKENED = before(String.raw`${G} (?:(?!treated|treats|treat|housed|kept|called|described|depicted|portrayed)\w+ ){0,6}like (?:an? |the )?`);
/** "why are GRP so …". */
const ASKED = before(String.raw`(?:is|are|were|was) (?:all |most |these |those |the |any |that )*${G}(?: (?:people|men|women|person|folks?))? ${FILL}`);
/** "being GRP is …". */
const BEING = before(String.raw`being (?:a |an )?GRP(?: \w+)? ${IS} ${FILL}`);
/** "your lives are …", "everything about them is …". */
const THEIRS = before(String.raw`(?:(?:your|their|GRX) (?:lives?|existence|presence|kind|bodies|faces?|souls?|minds?|ways?|thoughts?|people|hearts?)|(?:everything|something|anything|nothing) (?:about|of) (?:all |these |those |the )*${G})(?: (?:will|would|can|just|always|never))* (?:${IS} )?${FILL}`);
const SAID_LATER = before(String.raw`${LATER} (?:really |just |never |always )*${IS} ${FILL}`);
const FOUND = before(String.raw`${CALL} (?:that )?(?:all |most |these |those |every |the )*${G} (?:${IS} |to be |as )?${FILL}`);
const OWNED = before(String.raw`(?:GRX|their|the|GRP|a GRP|by) (?:very |own |whole |true )?(?:nature|blood|genes|character|culture|dna|religion|way)(?: \w+){0,2} ${FILL}`);
/** "… GRP", "GRP …" side by side. */
const RIGHT_BEFORE = after(String.raw` (?:PRF |fucking |PRF fucking |ass |and \w+ |little |old )*GRP`);
const RIGHT_AFTER = before(String.raw`GRP (?:PRF |fucking |are |is )?(?:PRF )?`);
/** "you dirty …", "these …", at the end of what is said. */
const CALLED = before(String.raw`(?:you|fucking|bloody|filthy|dirty|stupid|damn|these|those|typical|another|such|what an?|(?:bunch|pack|lot|load) of|shut up|fuck off|go home|get lost|piss off) (?:\w+ ){0,2}`);
/** "… like GRP", "… called GRP", "… of GRP". */
const NAMED = after(String.raw` (?:like|such as|called|named|known as|of|that is|that are|which is|is|are|as|than) (?:all |these |those |the |most |every |being |a |an |so |any |many |such )*${G}`);
/** "how disgusting GRP are". */
const HOW = new RegExp(String.raw`^(?: (?:and|so) \w+)* (?:all |these |those |the |most )*${G} (?:really |all |can )?${IS}(?: |$)`, 'u');
const END = /^(?: (?:creatures?|people|things?|beings?|folks?|men|women|lot|bunch|PRF))?\s*$/u;

const DETERMINERS = String.raw`(?:(?:all|every|each|single|one|of|those|these|the|a|an|any|some|more|most|many|as|possible|fucking|PRF|goddamn|damn|filthy|dirty|stupid|bloody|other|few|couple|bunch|young|old|little|whole|entire|from|to|with|at|by|for|about|on|against|out|up|off|away|back|down|as many|i feel|we feel|next|first|last|being around|around|near|anywhere near|whenever|where|if|my|your|our|this|that|types?|kinds?|people|sorts?|lot|rid|death|it|when|being|see|having|seeing|both|and|or) )*`;
/** "kill all of those GRP", "hate every single GRP". */
const DONE_TO = after(String.raw` ${DETERMINERS}(?:GRP|them|him|her|these people|those people|that lot|your (?:kind|sort)|you|themselves)`);
/** What may stand between the group and what is to happen to it. */
const SOON = String.raw`(?:(?:all|both|each|just|simply|only|never|not|ever|finally|really|be|been|being|get|gets|to|would|will|of them|like you|and their \w+|either|also|once and for all|slowly|painfully|in \w+|from \w+|our \w+|alive|together|publicly|at once|every one|one and all|have|a|an|the|public|painful|slow|long|horrible) )*`;
const WHO = String.raw`(?: (?:who|that|like|here|from|in|of|with)(?: \w+){1,5}| \w+){0,2}`;
/** "GRP should all be …", "GRP deserve to …", "GRP have to …". */
const OUGHT = before(String.raw`(?:${G}|you|people|person|man|woman|GRX \w+)${WHO} (?:should|must|ought|deserve|deserves|deserved|need|needs|better|gonna|going|(?:have|has) to|do not deserve|do not) ${SOON}`);
/** "I hope GRP …", "I want to see GRP …". */
const WISHED = before(String.raw`(?:hope|hoping|wish|want|wants|wanted|let|pray|glad|happy|love|like|good|great|nice|time|wait|make|making|watch|see) (?:\w+ ){0,4}${G}${WHO} ${SOON}`);
/** "… will never be", "… can not": nothing but helping verbs after the group. */
const DENIED = before(String.raw`(?:${G}|you|people|person|man|woman|GRX \w+)${WHO}(?: (?:is|are|was|were|be|been|will|would|can|could|do|does|did|should|have|has|had|must|may|might|ever|just|simply|also|really|even|that|they|i|we|you|think|believe|say))* `);
/** "… than about GRP", "… people, if they are GRP". */
const COMPARED = after(String.raw` (?:\w+ ){0,5}than (?:\w+ ){0,5}GRP`);
const EVEN_IF = after(String.raw` (?:\w+ ){0,2}(?:people|person|someone|anyone|everyone|those|anybody) (?:\w+ ){0,3}(?:are|is|being) (?:\w+ ){0,2}GRP`);
/** Told, not asked for: "was killed", "kills more women", "are dying". */
const TOLD = /^(?:killed|kills|murdered|murders|slaughtered|raped|executed|annihilated|gassed|hanged|hung|lynched|shot|stabbed|strangled|drowned|tortured|burned|burnt|bombed|beheaded|attacked|destroyed|poisoned|dies|dying|suffering|died|attacking|beaten|beat|hurt|shooting|killing|death|attack|assault|burn|dead|smash|crush|destroy|punch|execution|hit|choke|drown|poison|bomb|suffer|die|hang|gas|harm|extinct|torture|murder|rape|shoot|stab|kill)$/u;
const INTENDED = before(String.raw`(?:i|we|you|i'll|we'll|you'll|they'll|i'd|we'd|lets|us|go|someone|somebody|everyone|everybody|they|to|should|must|would|will|could|can|let|let's|gonna|just|please|and|or|hope|want|wish|of|for|not|never|ought|deserve|deserves|time|start|would love|why not|rather|better|be|being|get|gets|getting|by|support|love|enjoy|like|favour|favor|all for) (?:\w+ ){0,3}`);

/** "GRP disgust me", "GRP make me sick", "why people care about GRP". */
const TO_ME = after(String.raw` (?:me|us|everyone|everybody)`);
const STIRS = before(String.raw`${G} (?:\w+ ){0,3}(?:make|makes|making|made|fill|fills|give|gives) (?:\w+ ){0,5}`);
const ABOUT = after(String.raw` (?:\w+ ){0,5}(?:about|for|of|with|from|to) (?:\w+ ){0,4}GRP`);

/** Nothing further off ties a word to a group; without an end, a long text without a stop would be read again for every word. */
const REACH = 240;
const headOf = (view: string, from: number): string => view.slice(Math.max(0, from - REACH), from);
const tailOf = (view: string, to: number): string => view.slice(to, to + REACH).trimEnd();

function violence(word: string, head: string, tail: string): boolean {
  // "dead GRP", "death to GRP", "rid of GRP".
  if (/^(?:dead|death|extinct)$/u.test(word) && !/ would /u.test(head)) return RIGHT_BEFORE.test(tail) || after(String.raw` (?:to|for) ${DETERMINERS}GRP`).test(tail) || OUGHT.test(head) || WISHED.test(head);
  if (OUGHT.test(head)) return true;
  if (DONE_TO.test(tail)) return !TOLD.test(word) || INTENDED.test(head) || /^\s*$/u.test(head);
  return WISHED.test(head) || (/^(?:dead|extinct)$/u.test(word) && before(String.raw`${G}${WHO} would ${SOON}`).test(head));
}

/** "… a single word said by GRP". */
const SAID_BY = after(String.raw` (?:\w+ ){0,5}(?:by|of|from|for|about|to \w+) ${DETERMINERS}GR[PX]`);

/** Whether something good that is denied is denied the group. */
export function deniedThem(view: string, from: number, to: number): boolean {
  const tail = tailOf(view, to);
  return /GRP|GRX/u.test(view.slice(from, to)) || DENIED.test(headOf(view, from)) || DONE_TO.test(tail) || SAID_BY.test(tail);
}

/**
 * How many words off the group may stand for the word to count without such a tie. Chosen by what each costs in harmless
 * posts (data/tone/groups) and brings in hostile sentences nobody had in mind: feelings and exclusion are hardly ever
 * about anything else in the sentence, animals and illnesses mostly are.
 */
const CLOSE: Readonly<Record<Hostile, number>> = { feeling: 99, exclude: 99, attribute: 3, violence: 2, dehuman: 0 };
/** Forms that tell and do not threaten: "kills", "killed". */
const TOLD_ONLY = /(?:s|ed|en|nt|shot|hung|slain)$/u;
const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

function isClose(view: string, from: number, to: number, kind: Hostile): boolean {
  const reach = CLOSE[kind];
  // "People got sick" is no feeling of anybody's.
  const word = view.slice(from, to);
  if (reach === 0 || word === 'sick' || (kind === 'violence' && TOLD_ONLY.test(word))) return false;
  return words(headOf(view, from)).slice(-reach).includes('GRP') || words(tailOf(view, to)).slice(0, reach).includes('GRP');
}

function tied(view: string, from: number, to: number, kind: Hostile): boolean {
  const head = headOf(view, from);
  const tail = tailOf(view, to);
  const word = view.slice(from, to);
  // "throw the GRP out", "cut their GRP throats": the group stands inside.
  if (/GRP/u.test(word) || COMPARED.test(tail)) return true;
  if (kind === 'violence') return violence(word, head, tail);
  if (kind === 'feeling') return DONE_TO.test(tail) || SAID_OF.test(head) || THEIRS.test(head) || FOUND.test(head) || NAMED.test(tail) || EVEN_IF.test(tail) || (TO_ME.test(tail) && before(String.raw`${G} (?:\w+ ){0,4}`).test(head)) || STIRS.test(head);
  if (kind === 'exclude') return DONE_TO.test(tail) || OUGHT.test(head) || SAID_OF.test(head) || ABOUT.test(tail) || DENIED.test(head);
  return SAID_OF.test(head) || (!`${head}${tail}`.includes('GRP') && SAID_LATER.test(head)) || THEIRS.test(head) || EVEN_IF.test(tail) || FOUND.test(head) || OWNED.test(head) || RIGHT_BEFORE.test(tail) || RIGHT_AFTER.test(head) || NAMED.test(tail) || HOW.test(tail) || LIKENED.test(head) || ASKED.test(head) || BEING.test(head) || (CALLED.test(head) && END.test(tail));
}

/**
 * `tied`: said of the group. `close`: near enough to its name for a person to look. null: only in the same sentence.
 * @param view the line, GRX for a group that owns; @param from, @param to the hostile word in it
 */
export function linked(view: string, from: number, to: number, kind: Hostile): 'tied' | 'close' | null {
  return tied(view, from, to, kind) ? 'tied' : isClose(view, from, to, kind) ? 'close' : null;
}
