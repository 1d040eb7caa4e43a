/** Keys under which accounts and targets are compared, and links are listed. */
import { THREAD_SEPARATOR, canonicalText } from './canonical';
import type { Account, Target } from './model';

/** Lower case, without the prefix a site puts before a name ("@northmoor", "u/northmoor", "/u/northmoor"). */
export function handleKey(handle: string): string {
  return canonicalText(handle).trim().toLowerCase().replace(/^(@|\/?u\/)/, '');
}

/** The key of an acting account: its stable id where the site shows one, else its handle. Compared without case. */
export function accountKey(account: Account): string {
  return handleKey(account.id) || handleKey(account.handle);
}

/** '' for a post on the account's own timeline. Case is kept: ids in URLs have it. */
export function targetKey(target: Target | null): string {
  return target === null ? '' : canonicalText(target.id).trim();
}

/** Every http(s) or www link in reading order, without the punctuation that ends a sentence. */
export function linksIn(text: string): string[] {
  return text.split(THREAD_SEPARATOR).flatMap((part) => part.match(/\b(?:https?:\/\/|www\.)[\p{L}\p{N}[][^\s<>"]*/giu) ?? []).map(withoutTail);
}

const OPENING: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}

/** A closing bracket belongs to the link only when the link opened it. */
function withoutTail(link: string): string {
  const spare: Record<string, number> = {};
  for (const [close, open] of Object.entries(OPENING)) spare[close] = count(link, close) - count(link, open);
  let end = link.length;
  for (; end > 0; end -= 1) {
    const last = link.charAt(end - 1);
    const unopened = spare[last];
    if (unopened !== undefined && unopened > 0) spare[last] = unopened - 1;
    else if (!'.,;:!?\'"…'.includes(last)) break;
  }
  return link.slice(0, end);
}
