/** A page in the middle of a navigation may never answer. That is no answer, not a failure of the run. */
const ANSWER_MS = 1_500;

/** Null when it failed or took longer than 1.5 s. */
export async function soon<T>(work: Promise<T>): Promise<T | null> {
  return await Promise.race([work.catch(() => null), new Promise<null>((resolve) => { setTimeout(resolve, ANSWER_MS, null); })]);
}
