/** Reads an account's own posts from a page that lists them. Reading only; nothing is judged here. */
import { postTime } from '../../platforms/own-posts';
import type { OwnPlace } from '../../review/contract';
import type { Account } from '../../review/model';
import { handleKey } from '../../review/names';
import { isPagePattern, queryAll, usable } from '../dom';
import { readSource } from '../source';

export interface SeenPost {
  permalink: string;
  text: string;
  /** Unix ms. */
  at: number;
}

const MOST = 40;
const LONGEST = 100_000;

/** An address of this site without its query, or the site's own id of the post as it is. */
function permalinkOf(raw: string, base: string): string {
  if (!/^(https?:)?\//.test(raw)) return raw.slice(0, 2_000);
  const url = new URL(raw, base);
  return `${url.origin}${url.pathname}`.slice(0, 2_000);
}

/** Text as a reader sees it, line breaks included; what the page folds away is not there. */
const textIn = (item: Element, selector: string): string => (queryAll(item, usable([selector])).filter((element) => !element.parentElement?.closest(selector))[0] as HTMLElement | undefined)?.innerText ?? '';

export function onOwnPage({ ownPosts }: OwnPlace, pathname: string): boolean {
  return ownPosts.paths.some((pattern) => isPagePattern(pattern, pathname));
}

/** Posts of this account in view of the page, at most 40, in page order. Others' posts and those without a time are left out. */
export function scanPosts({ ownPosts }: OwnPlace, account: Account, url: string): SeenPost[] {
  const own = new Set([handleKey(account.handle), handleKey(account.id)]);
  const found: SeenPost[] = [];
  for (const item of queryAll(document, usable([ownPosts.item]))) {
    if (found.length >= MOST) break;
    const place = { scope: item, url };
    const author = readSource(ownPosts.author, place);
    if (author === null || !own.has(handleKey(author))) continue;
    const link = readSource(ownPosts.link, place);
    const shown = readSource(ownPosts.at, place);
    const at = shown === null ? null : postTime(shown, ownPosts);
    if (link && at !== null && at >= 0) found.push({ permalink: permalinkOf(link, url), text: textIn(item, ownPosts.text).slice(0, LONGEST), at });
  }
  return found;
}
