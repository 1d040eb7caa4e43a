/** Words that several cells share. */

/** "a.example", "a.example and b.example", "a.example, b.example and 2 more". */
export function hostWords(hosts: readonly string[]): string {
  const all = [...new Set(hosts.map((host) => host.replace(/^\*\./, '')))];
  const [first = '', second] = all;
  if (all.length > 2) return `${first}, ${second ?? ''} and ${all.length - 2} more`;
  return second === undefined ? first : `${first} and ${second}`;
}

/** "1 publishing call", "3 publishing calls". */
export const callWords = (count: number): string => `${count} publishing call${count === 1 ? '' : 's'}`;

/** The same as the beginning of a sentence about all of them. */
export const itsCalls = (count: number): string => (count === 1 ? 'Its publishing call is' : `Its ${count} publishing calls are`);

const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** Reasons in the order given, each once, as sentences. */
export function reasonWords(reasons: readonly string[]): string {
  return [...new Set(reasons.map((reason) => sentence(reason.trim())).filter((reason) => reason !== '.'))].join(' ');
}
