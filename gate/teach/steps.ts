/** The way through teaching, as pure data: which step, what is known, what to say. */
import type { Combo, NameAnswer } from './control';
import type { TaughtEditor } from './editor';

export const STEPS = ['box', 'button', 'key', 'account', 'name'] as const;
export type Step = (typeof STEPS)[number];

export interface Progress {
  step: Step;
  editor: TaughtEditor | null;
  /** null: not asked yet; false: skipped. */
  send: { control: HTMLElement; name: string } | null | false;
  key: Combo | null | false;
  account: Extract<NameAnswer, { ok: true }> | null | false;
  problem: string;
  /** The person uses the page meanwhile, to open the composer. */
  paused: boolean;
}

export const begin = (): Progress => ({ step: 'box', editor: null, send: null, key: null, account: null, problem: '', paused: false });

export const TITLES: Record<Step, string> = {
  box: 'The box you write in', button: 'The button that sends', key: 'The key that sends', account: 'Your account name', name: 'Name of this site',
};
export const HINTS: Record<Step, string> = {
  box: 'Click it. With the keyboard: move there with Tab, then press Enter.',
  button: 'Click it, also when it is greyed out. Nothing is sent now.',
  key: 'Press the key that sends from the box, if there is one.',
  account: 'Click where the page shows who you are signed in as, so that accounts can be told apart.',
  name: 'As it is called among your colleagues.',
};

/** One step on, without the problem that stood there. */
export function forward(progress: Progress, change: Partial<Progress>): Progress {
  const next = { ...progress, ...change, problem: '' };
  // Without a button and without a key nothing could ever be held.
  if (progress.step === 'key' && !next.key && !next.send) return { ...progress, problem: 'There is no button and no key, so nothing could be held. Show one of the two.' };
  return { ...next, step: STEPS[STEPS.indexOf(progress.step) + 1] ?? 'name' };
}

export function back(progress: Progress): Progress {
  const step = STEPS[Math.max(0, STEPS.indexOf(progress.step) - 1)] ?? 'box';
  const forget: Record<Step, Partial<Progress>> = { box: { editor: null }, button: { send: null }, key: { key: null }, account: { account: null }, name: {} };
  return { ...progress, ...forget[step], step, problem: '' };
}
