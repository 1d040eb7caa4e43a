/** Everything about rules in one import: the rule set, and what it asks of one hold. */
export { deadlockReason, effectiveRequirement, isActiveApprover, requirementFor, requirementForHold, stricter } from './requirement';
export { readRules, ruleFor, ruleSetSchema } from './rule-set';
