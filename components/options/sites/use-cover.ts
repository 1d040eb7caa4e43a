import { useState } from 'react';
import { browser } from '../../../runtime/browser';
import { ask } from '../../../runtime/client';
import { explain } from '../../workspace/explain';

export interface Covering {
  /** Key of the row at work, or null. */
  busy: string | null;
  problem: { key: string; words: string } | null;
  /** Call it inside the click: the browser only asks while the click is being handled. */
  cover(key: string, site: { platform: string; host: string | null; patterns: readonly string[] }): Promise<boolean>;
  uncover(key: string, site: { platform: string; host: string | null; patterns: readonly string[] }): Promise<boolean>;
  /** Asks the browser for what it took away. The site was never switched off, so nobody has to be signed in. */
  giveBack(key: string, patterns: readonly string[]): Promise<boolean>;
  forget(): void;
}

const DECLINED = 'The browser was not allowed to run Countersign here, so nothing is covered.';

/** Switches one site on or off: the browser's permission first, then the workspace's own list. */
export function useCover(): Covering {
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Covering['problem']>(null);

  const run = async (key: string, work: Promise<string | null>): Promise<boolean> => {
    setBusy(key);
    setProblem(null);
    const words = await work;
    setBusy(null);
    setProblem(words === null ? null : { key, words });
    return words === null;
  };

  return {
    busy,
    problem,
    forget: () => setProblem(null),
    cover: (key, { platform, host, patterns }) => {
      // Before any await: a request outside the click is refused by the browser.
      const permission = requestSites(patterns);
      return run(key, permission.then(async (granted) => {
        if (!granted.ok) return granted.words;
        const answer = await ask('site.cover', { platform, host });
        return answer.ok ? null : explain(answer);
      }));
    },
    giveBack: (key, patterns) => run(key, requestSites(patterns).then((granted) => (granted.ok ? null : granted.words))),
    uncover: (key, { platform, host, patterns }) =>
      run(key, ask('site.uncover', { platform, host }).then(async (answer) => {
        if (!answer.ok) return explain(answer);
        await dropSites(patterns);
        return null;
      })),
  };
}

/** Chromium compares with the manifest one scheme at a time and refuses `*://host/*` outright. */
const perScheme = (patterns: readonly string[]): string[] =>
  patterns.flatMap((pattern) => (pattern.startsWith('*://') ? [pattern.replace('*', 'https'), pattern.replace('*', 'http')] : [pattern]));

/** Asks the browser for these hosts and nothing else. */
export function requestSites(patterns: readonly string[]): Promise<{ ok: true } | { ok: false; words: string }> {
  return browser.permissions.request({ origins: perScheme(patterns) }).then(
    (granted) => (granted ? { ok: true } : { ok: false, words: DECLINED }),
    (error: unknown) => ({ ok: false, words: `The browser refused to ask: ${error instanceof Error ? error.message : String(error)}` }),
  );
}

/** Gives the permission back. A browser that keeps it (set by policy) changes nothing about coverage. */
async function dropSites(patterns: readonly string[]): Promise<void> {
  try {
    await browser.permissions.remove({ origins: perScheme(patterns) });
  } catch {
    // Required or managed permissions cannot be given back; the site is uncovered all the same.
  }
}
