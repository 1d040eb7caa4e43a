/** Small pieces of plain English shared by sentences of this room. */
import type { Member, MemberId } from './model';

/** "Ana", "Ana and Ben", "Ana, Ben and Chi". */
export function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Name of a member, also of one who left. */
export function nameOf(members: readonly Member[], id: MemberId): string {
  return members.find((member) => member.id === id)?.name ?? 'a former member';
}
