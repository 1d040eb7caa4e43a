/** What became of the one send: evidence from the page's calls, its own messages and the composer. RL2: no evidence is "unknown". */
import type { Adapter } from '../platforms/schema';
import { permalinkOf, specsOf } from './call';
import { refresh, type ComposerMatch } from './composer';
import { queryAll, usable } from './dom';
import type { CallAsked, CallEnded } from './page/protocol';
import { isEmpty } from './snapshot';

export interface Outcome {
  status: 'sent' | 'verified' | 'failed' | 'unknown';
  permalink: string | null;
  detail: string;
}

/** Silence this long is "unknown". */
export const PATIENCE_MS = 15_000;
/** A composer that emptied while no call was seen: workers and sockets publish out of sight. */
const CLEARED_MS = 2_000;
/** A site whose sign-in ran out renews it and repeats the refused call itself. */
const RETRY_MS = 2_000;
/** The next part of a thread starts this soon after the one before. */
const PARTS_MS = 3_000;

const shownBy = (selector: string | undefined): Map<Element, string> => new Map(queryAll(document, usable(selector ? [selector] : [])).map((element) => [element, element.textContent ?? '']));

function fresh(before: Map<Element, string>, selector: string | undefined): Element | null {
  for (const [element, text] of shownBy(selector)) if (before.get(element) !== text) return element;
  return null;
}

function linkOn(element: Element, link: string | undefined): string | null {
  if (!link) return null;
  const raw = element.getAttribute(link) ?? queryAll(element, usable([link]))[0]?.getAttribute('href') ?? element.closest('a')?.getAttribute('href');
  if (!raw) return null;
  try {
    const url = new URL(raw, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url.href.slice(0, 2_000) : null;
  } catch {
    return null;
  }
}

const sentOrVerified = (permalink: string | null, detail: string): Outcome => ({ status: permalink ? 'verified' : 'sent', permalink, detail });

/** Judges one finished call. Null: it says nothing yet. */
export function judgeCall(told: CallEnded, permalink: string | null, expectsLink: boolean): Outcome | null {
  if (told.refused) return null;
  if (told.status >= 200 && told.status < 400) return expectsLink && !permalink ? null : sentOrVerified(permalink, `The site answered ${told.status}.`);
  if (told.status >= 400 && told.status < 500 && told.status !== 408) return { status: 'failed', permalink: null, detail: `The site refused the post (${told.status}).` };
  return null;
}

export interface Witness {
  /** A publish call of this send started. */
  started(asked: CallAsked, adapters: readonly Adapter[]): void;
  ended(told: CallEnded): 'refused' | 'other';
  outcome: Promise<Outcome>;
}

export interface Watch {
  now: () => number;
  signal: AbortSignal;
  patienceMs: number;
  /** Publish calls that make the whole post: one for each part of a thread. */
  calls: number;
}

/** Watches from just before the send until something is known or `patienceMs` passed without news. */
export function watchOutcome(start: ComposerMatch, { now, signal, patienceMs, calls: wanted }: Watch): Witness {
  const feedback = start.compiled.surface.feedback;
  const before = { sent: shownBy(feedback?.sent?.selector), failed: shownBy(feedback?.failed?.selector) };
  const calls = new Map<number, ReturnType<typeof specsOf>>();
  let open = 0;
  let arrived = 0;
  let finish: (outcome: Outcome) => void = () => undefined;
  let news = now();
  let clearedAt: number | null = null;
  let linked: Outcome | null = null;
  let doubtful = '';
  let refused: { outcome: Outcome; at: number } | null = null;
  const outcome = new Promise<Outcome>((resolve) => {
    finish = resolve;
  });

  const cleared = (): boolean => {
    const live = refresh(start);
    return !live || isEmpty(live, 0);
  };

  const look = (): void => {
    // More parts of a thread may still be on their way.
    const whole = open === 0 && (arrived === 0 || arrived >= wanted || now() - news >= PARTS_MS);
    const sent = whole && feedback?.sent && fresh(before.sent, feedback.sent.selector);
    if (sent) return end(sentOrVerified(linkOn(sent, feedback.sent?.link) ?? linked?.permalink ?? null, 'The site says it is posted.'));
    if (feedback?.failed && fresh(before.failed, feedback.failed.selector) && !linked) {
      return end(doubtful ? { status: 'unknown', permalink: null, detail: doubtful } : { status: 'failed', permalink: null, detail: 'The site shows an error.' });
    }
    if (refused && open === 0 && now() - refused.at >= RETRY_MS) {
      return end(arrived === 0 ? refused.outcome : { status: 'unknown', permalink: linked?.permalink ?? null, detail: `Only ${arrived} of ${wanted} parts were accepted.` });
    }
    if (linked && whole && !refused) return end(linked);
    if (feedback?.cleared !== false && cleared()) {
      clearedAt ??= now();
      if (open === 0 && !doubtful && now() - clearedAt >= CLEARED_MS) return end(sentOrVerified(null, 'The site emptied the composer.'));
    } else clearedAt = null;
    if (now() - news >= patienceMs) end({ status: 'unknown', permalink: null, detail: doubtful || 'The site gave no sign within 15 seconds.' });
  };

  const timer = setInterval(look, 100);
  const stop = (): void => clearInterval(timer);
  const end = (result: Outcome): void => {
    stop();
    finish(result);
  };
  signal.addEventListener('abort', stop, { once: true });

  return {
    outcome,
    started(asked, adapters) {
      news = now();
      open += 1;
      refused = null;
      calls.set(asked.call, specsOf(adapters, asked));
    },
    ended(told) {
      const specs = calls.get(told.call);
      if (!specs) return 'other';
      calls.delete(told.call);
      open -= 1;
      news = now();
      const spec = specs[0]?.spec;
      const permalink = spec ? permalinkOf(spec, told.body) : null;
      const judged = judgeCall(told, permalink, spec?.permalink !== undefined);
      if (judged?.status === 'failed') refused = { outcome: judged, at: now() };
      else if (judged) {
        arrived += 1;
        linked ??= judged;
      }
      else if (!told.refused) doubtful = told.status === 0 ? 'The connection broke while posting.' : told.status >= 400 ? `The site answered ${told.status}, which may or may not have posted it.` : 'The site answered without naming the new post.';
      return told.refused || judged?.status === 'failed' ? 'refused' : 'other';
    },
  };
}
