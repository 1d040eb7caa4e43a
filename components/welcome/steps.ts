/** The first run: a cover and four short steps, each with its own address so that a reload resumes it. */
export const STEPS = ['purpose', 'identity', 'sites', 'second', 'practice'] as const;
export type StepId = (typeof STEPS)[number];

export interface Place {
  step: StepId;
  /** "#practice/h-1": the hold under way. */
  holdId: string | null;
}

export interface Progress {
  workspace: boolean;
  /** Sites switched on. */
  sites: number;
  /** People who have not left. */
  people: number;
}

/** Without a hash the page opens where the work stopped, read from what exists rather than from a note. */
export function placeFrom(hash: string, progress: Progress): Place {
  const [head = '', hold = ''] = hash.replace(/^#\/?/, '').split('/');
  const asked = STEPS.find((step) => step === head);
  if (asked) return { step: reachable(asked, progress), holdId: asked === 'practice' && hold ? hold : null };
  if (!progress.workspace) return { step: 'purpose', holdId: null };
  if (progress.people < 2) return { step: progress.sites === 0 ? 'sites' : 'second', holdId: null };
  return { step: 'practice', holdId: null };
}

/** Nothing can be covered or practised before there is a workspace to put it in. */
export function reachable(step: StepId, progress: Progress): StepId {
  if (step === 'purpose' || step === 'identity') return step;
  return progress.workspace ? step : 'identity';
}

export const hashOf = (place: Place): string => `#${place.step}${place.holdId ? `/${place.holdId}` : ''}`;

/** 1 to 4; the cover has no number. */
export const stepNumber = (step: StepId): number => STEPS.indexOf(step);
