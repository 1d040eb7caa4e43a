/** The kinds and severities as a Select shows them. */
import type { Choice } from '../../ui';
import { KINDS, WEIGHTS } from './phrase-edit';
import type { Kind, Severity } from './phrase-edit';

export const KIND_CHOICES: readonly Choice<Kind>[] = KINDS.map(({ id, words, meaning }) => ({ value: id, label: words, detail: meaning }));
export const WEIGHT_CHOICES: readonly Choice<Severity>[] = WEIGHTS.map(({ id, words, meaning }) => ({ value: id, label: words, detail: meaning }));
