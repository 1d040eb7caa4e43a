import type { Reason } from '../../review/model';

/** Words of the reason chips. */
export const REASON_WORDS: Record<Reason, string> = { source: 'Needs source', tone: 'Tone', account: 'Wrong account', legal: 'Legal', timing: 'Timing', other: 'Other' };
