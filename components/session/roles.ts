import type { Role } from '../../review/model';

const WORDS: Record<Role, string> = { author: 'Author', approver: 'Approver', ruleOwner: 'Rule owner', auditor: 'Auditor' };
const ORDER: readonly Role[] = ['approver', 'author', 'ruleOwner', 'auditor'];

/** "Approver, author", or "No role yet". */
export function rolesWords(roles: readonly Role[]): string {
  const words = ORDER.filter((role) => roles.includes(role)).map((role, index) => (index === 0 ? WORDS[role] : WORDS[role].toLowerCase()));
  return words.join(', ') || 'No role yet';
}
