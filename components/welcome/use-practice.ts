import { useCallback, useEffect, useRef, useState } from 'react';
import type { HoldView } from '../../review/contract';
import type { Snapshot } from '../../review/model';
import { ask } from '../../runtime/client';
import { holdDetail } from '../../storage/queries/detail';
import { watch } from '../../storage/queries/watch';
import { explain } from '../workspace/explain';
import { useNow } from '../ui';
import { stageOf } from './practice-stage';
import type { PracticeStage } from './practice-stage';

/** A composer of its own for every post: who typed an earlier one is no contributor to this one (SD1). */
const composerOf = (id: string): string => `practice-${id}`;

export const practiceSnapshot = (text: string): Snapshot => ({
  platform: 'practice', origin: location.origin, url: location.href.split('#')[0] ?? location.href, surfaceId: 'practice-post', surface: 'post',
  account: { id: 'practice', handle: '@practice' }, target: null, audience: '', text, title: '', warning: '', media: [],
});

export interface Practice {
  view: HoldView | null;
  stage: PracticeStage;
  now: number;
  problem: string | null;
  busy: boolean;
  post(text: string): Promise<string | null>;
  recall(): Promise<void>;
  stop(): Promise<void>;
  retry(): void;
  resolve(there: boolean): Promise<void>;
}

/** One hold for the life of the caller: another hold is another mount. A real hold without a site: the page plays the composer and the site's timeline, everything between is real. */
export function usePractice(holdId: string | null): Practice {
  const [view, setView] = useState<HoldView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const releasing = useRef<string | null>(null);
  const now = useNow(true);
  const stage = stageOf(holdId === null ? null : view, now);

  useEffect(() => {
    if (holdId === null) return;
    let gone = false;
    const show = async () => {
      const answer = await ask('hold.view', { holdId });
      if (gone) return;
      if (answer.ok) setView(answer.value);
      else setProblem(explain(answer));
    };
    const stop = watch(() => holdDetail(holdId).then((detail) => detail && `${detail.hold.version}:${detail.decisions.length}:${detail.hold.openedBy.length}:${detail.grant?.state ?? ''}`), () => void show(), (error) => setProblem(String(error)));
    return () => {
      gone = true;
      stop();
    };
  }, [holdId]);

  const grant = view?.grant ?? null;
  const due = stage === 'countdown' && grant !== null && now >= grant.notBefore;
  const text = view?.text ?? '';
  const grantId = grant?.id ?? null;
  useEffect(() => {
    const key = `${grantId}:${attempt}`;
    if (!due || holdId === null || releasing.current === key) return;
    releasing.current = key;
    void release(holdId, text).then(setProblem);
  }, [due, holdId, grantId, attempt, text]);

  const run = useCallback(async (work: () => Promise<string | null>) => {
    setBusy(true);
    const words = await work();
    setProblem(words);
    setBusy(false);
  }, []);
  const say = async (answer: Awaited<ReturnType<typeof ask>>): Promise<string | null> => (answer.ok ? null : explain(answer));

  return {
    view: holdId === null ? null : view, stage, now, problem, busy,
    post: async (draft) => {
      setBusy(true);
      const commandId = crypto.randomUUID();
      const answer = await ask('hold.create', { commandId, composerId: composerOf(commandId), snapshot: practiceSnapshot(draft), thumbs: [], urgency: 'normal', voluntary: false });
      setBusy(false);
      setProblem(answer.ok ? null : explain(answer));
      return answer.ok ? answer.value.id : null;
    },
    recall: () => run(async () => (holdId === null ? null : say(await ask('hold.recall', { holdId })))),
    stop: () => run(async () => (holdId === null ? null : say(await ask(grant ? 'hold.stop' : 'hold.resume', { holdId })))),
    retry: () => setAttempt((count) => count + 1),
    resolve: (there) => run(async () => (holdId === null ? null : say(await ask('hold.resolve', { holdId, there, permalink: null })))),
  };
}

/** Asks for the grant and reports what happened: the practice timeline shows a post as soon as it is told to. */
async function release(holdId: string, text: string): Promise<string | null> {
  const granted = await ask('release.request', { holdId, composerId: composerOf(holdId), snapshot: practiceSnapshot(text) });
  if (!granted.ok) return explain(granted);
  const told = await ask('release.outcome', { holdId, grantId: granted.value.grantId, status: 'sent', permalink: null, detail: 'practice timeline' });
  return told.ok ? null : explain(told);
}
