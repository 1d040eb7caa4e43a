/** Whether what left is what was approved. Equality as BI3 has it: whitespace that sites normalise does not count. */
import { THREAD_SEPARATOR, trivialText } from '../../review/canonical';
import type { Manifest, WitnessVerdict } from '../../review/model';
import type { Read } from './parts';

type Approved = Pick<Manifest, 'text'>;

const withWords = (parts: readonly string[]): string[] => parts.filter((part) => part !== '');

/** The parts of an approved text that have words; [''] for a post without any. A part that is only a picture leaves no text to compare. */
export function approvedParts({ text }: Approved): string[] {
  const parts = withWords(trivialText(text).split(THREAD_SEPARATOR));
  return parts.length > 0 ? parts : [''];
}

/**
 * Positions at which these parts continue the approved ones: [0] for a whole post, [2] for the third part of a thread
 * that leaves as one call per part. Empty when they are nowhere in it.
 */
export function fitsOf(parts: readonly string[], approved: Approved): number[] {
  const wanted = approvedParts(approved);
  const words = withWords(parts.map(trivialText));
  const sent = words.length > 0 ? words : [''];
  return wanted.flatMap((_, from) => (from + sent.length <= wanted.length && sent.every((part, at) => part === wanted[from + at]) ? [from] : []));
}

/** How many approved parts with words a call carries. */
export function lengthOf(parts: readonly string[]): number {
  return Math.max(1, withWords(parts.map(trivialText)).length);
}

/** A thread may have parts without words; a call without words can be one of them, which nobody can tell. */
export function isSilentPart(parts: readonly string[], { text }: Approved): boolean {
  const wanted = trivialText(text).split(THREAD_SEPARATOR);
  return wanted.length > 1 && wanted.includes('') && parts.every((part) => trivialText(part) === '');
}

/** Compares one call. `from`: how many approved parts with words have left before. What could not be read is never `matched`. */
export function compareParts(read: Read, approved: Approved, from = 0): WitnessVerdict {
  if (!read.ok || isSilentPart(read.parts, approved)) return 'unverified';
  return fitsOf(read.parts, approved).includes(from) ? 'matched' : 'mismatch';
}
