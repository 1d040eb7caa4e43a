/** Asks again and again with the same words until there is an answer. Silence never releases anything. */
import type { Answer, Input, MessageName, Output } from '../review/contract';
import type { Ports } from './ports';

/** How long one try may take before the person is told. */
export const SILENCE_MS = 2_000;
const LONGEST_PAUSE_MS = 5_000;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * `onSilence` hears of every try that stayed without an answer. Null when the signal ended it.
 * Safe for commands that carry their own id: the background answers a repeated one from its record.
 */
export async function askUntil<N extends MessageName>(
  ports: Ports, name: N, input: Input<N>, signal: AbortSignal, onSilence: (attempt: number, detail: string) => void,
): Promise<Answer<Output<N>> | null> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    const answer = await ports.ask(name, input, SILENCE_MS);
    if (answer.ok || answer.code !== 'timeout') return answer;
    onSilence(attempt, answer.detail);
    if (ports.orphaned()) return null;
    await sleep(Math.min(200 * 2 ** attempt, LONGEST_PAUSE_MS));
  }
  return null;
}
