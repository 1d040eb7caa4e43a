/** Everything about decisions in one import. */
export { encodeDecision } from './encoding';
export { judgeDecision } from './judge';
export { nextContributors, suggestionApproves, takenAsIs } from './suggestion';
export { tally } from './tally';
export type { JudgeInput, Judgement } from './judge';
export type { Approval, Tally, TallyInput } from './tally';
