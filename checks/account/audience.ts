import { finding, quote, type Check } from '../check';
import type { Finding } from '../finding';
import { matches, pattern } from '../text/pattern';

/** What people write to one person, to their team or to themselves, and hardly ever to the public. */
const PRIVATE_WORDS = [
  /\b(?:don['’]t (?:share|forward|tell anyone|tell anybody)(?! (?:drinks|food|towels|the neighbours))|keep (?:this|it) (?:between us|confidential|quiet|private|to yourself)|(?:strictly|just|so|ok|stays|keep (?:this|it)) between (?:us|you and me|ourselves)|strictly confidential|internal only|not for (?:distribution|publication|release)|embargoed until|off the record,|under nda)\b/giu,
  /\b(?:i (?:still |really )?think we should (?:buy|acquire|fire|sue|drop|let \w+ go)|(?:he|she) is on your schedule|call me (?:when|if|back|asap|after)|text me (?:when|back)|ring me (?:when|back))\b/giu,
  /\b(?:see you at (?:home|mine|yours)|(?:love|miss) you,? (?:too|babe|mum|mom|dad|honey|darling)|miss you,? when|home by (?:six|seven|eight|nine|\d)\.|pick me up|start without me|(?:i['’]m |am |sorry,? |babe,? )running late|wait for me|just landed,? (?:pick|where|can you|call)|which (?:gate|bus|platform) are you|did you (?:take your (?:pills|meds)|feed the|lock the|pick up the kids)|(?:dad|mum|mom|grandma) (?:called|says|rang)|with my ex\b|my new address is|when are you (?:back|home|coming))\b/giu,
  /^(?:(?:hey|hi|hello|ok|sorry),? )?(?:babe|honey|sweetheart|darling|mum|mom|dad|bro|mate)\b[,!]?(?= \w)|^dear (?:mr|mrs|ms|dr|prof|herr|frau|sir|madam)\b|^(?:hi|hey|hello) \w+,? (?:as discussed|following up|just checking|quick (?:one|question)|attached)\b/giu,
  /^(?:hi|hey|hello|dear|morning) (?:team|all|colleagues|folks|guys|everyone)\b[^.!?]{0,40}\b(?:reminder|timesheets?|deadline|stand-?up|fyi|attached|eod|expense)\b/giu,
  /\b(?:wrong (?:account|chat|window|group|button|thread)|(?:meant|supposed|was going) (?:to|for) (?:dm|be (?:a )?(?:dm|private)|the (?:group|team) chat|my private|my (?:other|personal) account)|from the company account|posting this (?:from|by accident)|logged in(?:to)? the wrong)\b/giu,
  /^(?:test(?:ing)?[\s,.!]+){1,3}(?:please )?ignore\b|^(?:test(?:ing)?[\s,.!]*){1,3}(?:123|1 2 3)?[.!]*$|\b(?:test (?:post|tweet)[,.!]|please ignore(?: this)?[.!]?$|delete (?:this )?later)/giu,
  /\b(?:please find attached|(?:is|are) attached[,.]|attached (?:is|are|you)|see attached|(?:as )?per (?:our|my|your) (?:call|email|chat|conversation|meeting)|as discussed,? (?:i|we|the|here|in (?:our|my|the|your) (?:dms?|call|e-?mail|chat|meeting))|here (?:is|are|comes?) (?:the|your) invoice|(?:send|dm|give|tell|e-?mail|text) (?:me|us) your (?:card|credit card|debit card|bank|account number|login|password|passphrase|pin|cvv|ssn|social security|passport)|your account (?:number |no\.? |nr\.? )?\d{3,}|looping (?:in|you)|cc['’]?ing|timesheets?|our 1:1|by eod|forwarding (?:you|this)|slide \d+|legal has(?:n['’]t| not)|(?:approve|check|review|sign off)(?: on)? (?:this|it) before|before (?:i|we) (?:post|publish) (?:this|it)|before it goes (?:out|live)|this is the draft|(?:please|pls|could you|can you) (?:schedule|approve|post|publish) (?:this|it)|send me the (?:login|password|deck|file)|sent you the (?:password|login|file)|(?:move|reschedule|push) our (?:call|meeting|1:1)|old version from the drive|who(?:['’]s| is) on shift|fyi,? (?:the )?(?:ceo|boss|client)|be nice in the meeting|invoice for (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/giu,
  /\b(?:i (?:really |honestly |just )?(?:hate|can['’]?t stand) (?:this|my|the) (?:job|client|boss|office|customers?|place|meeting)|(?:the |my |our )?boss is (?:in a|such|being|an?)|i['’]?m (?:so |too |still |really )?(?:drunk|hungover|hammered|wasted)|cover for me|take over (?:the|my) (?:call|shift)|did you see what \w+ wore|so done with (?:this|my) (?:job|client|boss)|(?:we are|we['’]re) going to let \w+ go|i would offer you|plus bonus|we['’]?d go up to \d|unfortunately we have chosen)\b/giu,
  /\breminder to (?:self|myself)\b|\bnote to (?:self|myself): (?:buy|call|cancel|pay|ring|email|pick)\b/giu,
].map(pattern);

/** A private sentence in a public place: Twitter's CFO, Nov 2014 (reference/decisions.md §6, row 10). */
export const audience: Check = {
  id: 'account.audience',
  about: 'Wording of a private or internal message in a public post.',
  source: 'Incident of Nov 2014; SEC Regulation FD, 17 CFR 243',
  languages: ['en'],
  run({ scan, context }) {
    if (context.surface === 'message') return [];
    const out: Finding[] = [];
    for (const words of PRIVATE_WORDS) {
      for (const { start, end } of matches(scan, words)) {
        const span = { start, end };
        out.push(finding(audience, 'hold', [span], `${quote(scan.text, span)} reads like a private message, and this is public.`));
      }
    }
    return out;
  },
  flags: [{ text: 'Send us your card details and we’ll sort it.' }, { text: 'As discussed in our DM, your account 4482 is open again.' }, { text: 'I still think we should buy them. He is on your schedule for Dec 15 or 16.' }, { text: 'Strictly confidential: launch is on Monday' }],
  passes: [{ text: 'Send us your photos from the weekend!' }, { text: 'We keep your data private.' }, { text: 'Log in to your account and open settings.' }, { text: 'Please keep this between us', context: { surface: 'message' } }, { text: 'Vertraulich bleibt vertraulich 🤫' }],
};
