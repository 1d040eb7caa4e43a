/** Error codes as sentences a person can act on (interface.md §5.9: say what happens next, no blame). */
import type { ErrorCode } from '../../review/contract';

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  locked: 'Nobody is signed in. Sign in to change this.',
  'not-allowed': 'Only a rule owner can change this.',
  'not-entitled': 'Only a rule owner can change this.',
  'not-set-up': 'There is no workspace yet. Open the welcome page to create one.',
  stale: 'Somebody changed this in the meantime. The newest version is shown now.',
  'no-permission': 'The browser has not allowed this site. Switch it on again and confirm the browser’s question.',
  'storage-full': 'The disk is full. Nothing was saved.',
  'storage-failed': 'The browser could not save this. Nothing was changed.',
  'bad-adapter': 'This adapter was refused.',
  'no-such-member': 'This person is no longer in the workspace.',
  'not-covered': 'This page is not covered.',
  duplicate: 'This was already saved.',
  timeout: 'Countersign did not answer. Nothing was saved; try again.',
  frozen: 'Posting is frozen. This cannot be changed now.',
};

export interface Refusal {
  code: ErrorCode;
  detail: string;
}

/** One or two sentences for a refused command. The detail is added where it says more than the code. */
export function explain(refusal: Refusal): string {
  const sentence = SENTENCES[refusal.code];
  const detail = refusal.detail.trim();
  if (!sentence) return detail || 'This could not be saved. Nothing was changed.';
  const adds = refusal.code === 'bad-adapter' || refusal.code === 'not-allowed' || refusal.code === 'storage-failed';
  return adds && detail ? `${sentence} ${detail}` : sentence;
}
