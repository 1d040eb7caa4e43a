/**
 * What the organisation set for this browser. Read again each time: a policy can change while the browser runs.
 * Chromium answers only when every policy is loaded, which takes seconds after its start and on a busy machine much
 * longer. Nothing here waits for that: the lock and the gates have to stand at once, with what was known last.
 */
import { readPolicy } from '../../review/managed';
import type { ManagedAnswer } from '../../review/managed';
import { browser } from '../../runtime/browser';
import { readValue, writeValue } from '../area';

/** What the browser said last. Other extensions and pages cannot write it. */
const LAST = 'managedLast';
/** How long an answer is waited for. ms */
const PATIENCE_MS = 300;
/** For what cannot be made good when the answer comes. ms */
export const LONG_PATIENCE_MS = 4_000;

/** `raw`: what the browser hands over; null when there is no policy. */
interface Answer {
  raw: unknown;
}

let asking: Promise<Answer> | null = null;
/** An answer is overdue; nobody waits for it again. */
let overdue = false;
const waiting = new Set<() => void>();

/** Firefox rejects when no policy names us; Chrome and Edge answer with nothing. */
async function askBrowser(): Promise<Answer> {
  const area = browser.storage.managed as { get(key: null): Promise<unknown> } | undefined;
  try {
    return { raw: (await area?.get(null)) ?? null };
  } catch {
    return { raw: null };
  }
}

const remembered = (): Promise<Answer | null> => readValue<Answer>('local', LAST).catch(() => null);

async function remember(answer: Answer): Promise<void> {
  if (JSON.stringify(await remembered()) !== JSON.stringify(answer)) await writeValue('local', LAST, answer);
}

function ask(): Promise<Answer> {
  asking ??= askBrowser().then((answer) => {
    asking = null;
    const wasOverdue = overdue;
    overdue = false;
    void remember(answer).catch(() => undefined);
    if (wasOverdue) for (const heard of waiting) heard();
    return answer;
  });
  return asking;
}

/** @param patience how long to wait for the browser, in ms. */
export async function readManaged(patience = overdue ? 0 : PATIENCE_MS): Promise<ManagedAnswer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((resolve) => { timer = setTimeout(resolve, patience, null); });
  const answer = await Promise.race([ask(), silence]);
  clearTimeout(timer);
  if (answer) return { ...readPolicy(answer.raw), known: true };
  overdue = true;
  const before = await remembered();
  return { ...readPolicy(before?.raw), known: before !== null };
}

/** Calls `changed` when a policy changes, arrives, or is answered after it was given up on. */
export function onManaged(changed: () => void, signal?: AbortSignal): void {
  const listener = (_changes: unknown, area: string): void => {
    if (area === 'managed') changed();
  };
  browser.storage.onChanged.addListener(listener);
  waiting.add(changed);
  signal?.addEventListener('abort', () => {
    browser.storage.onChanged.removeListener(listener);
    waiting.delete(changed);
  }, { once: true });
}
