/**
 * The one place that listens to the network. A request that cannot publish ends at a method comparison; one that can is
 * read (body included) and judged when the site has answered; the lock is told of every one at once. Watching only: nothing is
 * held or changed here. The worker may have been woken by the request itself, so nothing depends on memory.
 */
import { browser } from '../../../runtime/browser';
import { aside } from '../after';
import { observe, statusOf } from '../navigation';
import { readyDesk } from '../ready';
import { matcherNow, matcherSoon } from './index-cache';
import { publishRequestSeen } from './lock-port';
import type { Passage } from './lock-port';
import type { Hit } from './matcher';
import { recognise } from './recognise';
import type { StartedRequest } from './recognise';
import { endingOf, isBlocked, settle } from './settle';
import type { Ending } from './settle';
import { isOpen, note, take } from './sighted';
import type { Sighted } from './sighted';

/** Where a page can publish from. Pictures, scripts and styles are left out, so that they wake nobody. */
const TYPES = ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other', ...(import.meta.env.FIREFOX ? ['beacon'] : [])];

type EndedRequest = Omit<StartedRequest, 'requestBody'>;

interface End {
  ending: Ending;
  /** Words for the receipt of a form post. */
  detail: string;
  status: ReturnType<typeof statusOf>;
  redirect?: string;
}

function begin(details: StartedRequest, hits: readonly Hit[], passage: Passage): Promise<Sighted | null> {
  if (hits.length === 0) return Promise.resolve(null);
  return recognise(details, hits, passage);
}

export function onStarted(details: StartedRequest): void {
  // The lock first, before anything has to be read: it must close behind the last approved request.
  const passage = publishRequestSeen(details);
  const matcher = matcherNow();
  if (!matcher) return note(details.requestId, matcherSoon().then((made) => begin(details, made.find(details), passage)));
  const hits = matcher.find(details);
  if (hits.length > 0) note(details.requestId, begin(details, hits, passage));
}

/** The same request goes on as it is (RFC 9110 §15.4.8, §15.4.9): judged at its end. */
const goesOn = (code: number): boolean => code === 307 || code === 308;

async function finish(details: EndedRequest, end: End): Promise<void> {
  const matcher = await matcherSoon();
  const hits = matcher.find(details);
  const sighted = await take(details.requestId);
  if (!sighted && hits.length === 0) return;
  const desk = await readyDesk();
  if (sighted) await settle(desk, sighted, end.ending);
  else if (end.ending === 'blocked') {
    // A rule of ours can end a request before anybody is shown its body.
    const unseen = await recognise({ ...details, requestBody: null }, hits, null);
    if (unseen) await settle(desk, unseen, 'blocked');
  }
  await observe(desk, details, end);
}

function ended(details: EndedRequest, end: End): void {
  const matcher = matcherNow();
  if (matcher && !isOpen(details.requestId) && matcher.find(details).length === 0) return;
  aside(finish(details, end));
}

const answered = (code: number, redirect?: string): End => ({ ending: endingOf(code), status: statusOf(code), detail: `The site answered ${code}.`, ...(redirect === undefined ? {} : { redirect }) });

export function onRedirected(details: EndedRequest & { statusCode: number; redirectUrl: string }): void {
  const matcher = matcherNow();
  if (goesOn(details.statusCode) && matcher && matcher.find({ ...details, url: details.redirectUrl }).length > 0) return;
  ended(details, answered(details.statusCode, details.redirectUrl));
}

export function onAnswered(details: EndedRequest & { statusCode: number }): void {
  ended(details, answered(details.statusCode));
}

export function onBroken(details: EndedRequest & { error: string }): void {
  ended(details, isBlocked(details.error)
    ? { ending: 'blocked', status: 'failed', detail: 'The network lock stopped it, so nothing was sent.' }
    : { ending: 'doubtful', status: 'unknown', detail: 'The connection broke before the site answered.' });
}

/** Registers every listener at once, as an event page must. */
export function startHub(): void {
  const where = { urls: ['http://*/*', 'https://*/*'], types: TYPES as never };
  const { webRequest } = browser;
  webRequest.onBeforeRequest.addListener((details) => onStarted(details as unknown as StartedRequest) as undefined, where, ['requestBody']);
  webRequest.onBeforeRedirect.addListener((details) => onRedirected(details), where);
  webRequest.onCompleted.addListener((details) => onAnswered(details), where);
  webRequest.onErrorOccurred.addListener((details) => onBroken(details), where);
}

