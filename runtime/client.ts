/**
 * Asks the background. Never throws: a dead worker, an invalidated context or silence becomes an Answer,
 * so that every caller has to say what happens then. Silence is 'timeout' after `patienceMs`.
 */
import { nativeRuntime } from './native';
import type { Answer, Input, MessageName, Output } from '../review/contract';

export interface Envelope {
  countersign: 1;
  name: MessageName;
  input: unknown;
}

/** True once the extension was updated or removed under a page that still runs the old script. */
export function isOrphaned(): boolean {
  try {
    return !nativeRuntime()?.id;
  } catch {
    return true;
  }
}

export async function ask<N extends MessageName>(name: N, input: Input<N>, patienceMs = 10_000): Promise<Answer<Output<N>>> {
  if (isOrphaned()) return { ok: false, code: 'timeout', detail: 'orphaned' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Answer<Output<N>>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, code: 'timeout', detail: 'The background did not answer.' }), patienceMs);
  });
  try {
    const envelope: Envelope = { countersign: 1, name, input };
    const answer = await Promise.race([nativeRuntime()?.sendMessage(envelope) as Promise<Answer<Output<N>> | undefined>, silence]);
    return answer ?? { ok: false, code: 'timeout', detail: 'The background gave no answer.' };
  } catch (error) {
    return { ok: false, code: 'timeout', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
