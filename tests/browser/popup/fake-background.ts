/** `ask` with a script: every message is kept; answers come from `answer`, or are the plain success. */
import type { Answer } from '../../../review/contract';

export interface Asked { name: string; input: Record<string, unknown> }
export const asked: Asked[] = [];
type Script = (name: string, input: Record<string, unknown>) => Answer<unknown> | undefined | Promise<Answer<unknown> | undefined>;
let script: Script = () => undefined;

/** Answers until the next reset; undefined falls back to the plain success. */
export function answer(next: Script): void {
  script = next;
}

export function resetBackground(): void {
  asked.length = 0;
  script = () => undefined;
}

export async function ask(name: string, input: Record<string, unknown>): Promise<Answer<unknown>> {
  asked.push({ name, input });
  const scripted = await script(name, input);
  if (scripted) return scripted;
  if (name === 'coverage.look') return { ok: true, value: { sites: [], tab: null } };
  return name === 'review.decide' ? { ok: true, value: { workflow: 'pending', void: null } } : { ok: true, value: null };
}

export function isOrphaned(): boolean {
  return false;
}

/** What was asked under one name. */
export function inputs(name: string): Record<string, unknown>[] {
  return asked.filter((item) => item.name === name).map(({ input }) => input);
}
