/** Letters of other scripts that read as a Latin letter (after folding). Source: UTS #39, confusables, single letters only. */
const PAIRS =
  'аa еe оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw ьb кk мm тt нh вb гr пn иu' +
  ' αa εe οo ρp υu χx ιi κk νv τt γy ηn ωw ϲc ϳj' +
  ' աw ոn սu օo հh զq ցg';

export const LOOKALIKES: ReadonlyMap<string, string> = new Map(PAIRS.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));
