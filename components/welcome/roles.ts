/** The three answers to "what do you do here", as roles. Pure. */
import type { Role } from '../../review/model';

export type Part = 'writes' | 'approves' | 'both';

/** The first person owns the rules as well: without an owner nothing could ever be changed. */
export function rolesFor(part: Part, first: boolean): Role[] {
  const roles: Role[] = [];
  if (part !== 'approves') roles.push('author');
  if (part !== 'writes') roles.push('approver');
  if (first) roles.push('ruleOwner');
  return roles;
}

export function partOf(roles: readonly Role[]): Part {
  const writes = roles.includes('author');
  return writes && roles.includes('approver') ? 'both' : writes ? 'writes' : 'approves';
}

export const PART_WORDS: Record<Part, string> = { writes: 'Writes', approves: 'Approves', both: 'Writes and approves' };

/** "7f3a91c2e0b44d10" as people compare it: "7f3a 91c2". */
export const keyWords = (deviceKeyId: string): string => `${deviceKeyId.slice(0, 4)} ${deviceKeyId.slice(4, 8)}`;

/** With these people, whoever writes has somebody else who may approve; null, or who is missing. */
export function missingPart(people: readonly { name: string; roles: readonly Role[] }[]): string | null {
  const writers = people.filter((person) => person.roles.includes('author'));
  const approvers = people.filter((person) => person.roles.includes('approver'));
  if (approvers.length === 0) return 'Nobody here approves, so no post could ever be released.';
  const alone = writers.find((writer) => approvers.every((approver) => approver === writer));
  return alone ? `Nobody but ${alone.name} approves, and own posts need another person.` : null;
}
