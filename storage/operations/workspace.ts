/** First run, people and rules. Each call is one commit with its log entry. */
import type { Answer } from '../../review/contract';
import type { Member, MemberId, Role, RuleSet, Workspace } from '../../review/model';
import { commit, refuse } from '../commit';
import type { Desk } from '../desk';
import { readMembers, readWorkspace } from '../read-rows';
import { reshelved } from './reshelve';

/** Creates the one workspace of this browser with its first member. A second one is refused. */
export function createWorkspace(desk: Desk, workspace: Workspace, member: Member, vault: unknown): Promise<Answer<{ workspaceId: string }>> {
  return commit(desk, async () => {
    const existing = await readWorkspace(desk.db);
    if (existing) {
      // The same first member again is a retry after a dead worker.
      const again = (await readMembers(desk.db)).some(({ id, publicKey }) => id === member.id && publicKey === member.publicKey);
      return again ? { ok: true, value: { workspaceId: existing.id }, writes: {}, entries: [] } : refuse('not-allowed', 'This browser already has a workspace.');
    }
    return {
      ok: true,
      value: { workspaceId: workspace.id },
      writes: { workspace: [workspace], members: [member], vaults: [{ memberId: member.id, vault }], endReset: true },
      entries: [
        { type: 'workspace.created', actor: member.id, holdId: null, body: { workspaceId: workspace.id, name: workspace.name, policyVersion: workspace.rules.version } },
        { type: 'member.added', actor: member.id, holdId: null, body: facts(member) },
      ],
    };
  });
}

function facts(member: Member): Record<string, unknown> {
  return { memberId: member.id, name: member.name, roles: member.roles, publicKey: member.publicKey, deviceKeyId: member.deviceKeyId };
}

export function addMember(desk: Desk, actor: MemberId, member: Member, vault: unknown): Promise<Answer<null>> {
  return commit(desk, async ({ now }) => {
    const members = await readMembers(desk.db);
    const same = members.find(({ id }) => id === member.id);
    if (same) {
      const retry = same.publicKey === member.publicKey;
      return retry ? { ok: true, value: null, writes: {}, entries: [] } : refuse('duplicate', 'A member with this id already exists.');
    }
    if (members.some(({ publicKey }) => publicKey === member.publicKey)) return refuse('duplicate', 'This key already belongs to another member.');
    const after = [...members, member];
    const holds = await reshelved(desk, { members: after, now });
    const writes = { members: [member], vaults: [{ memberId: member.id, vault }], ...holds };
    return { ok: true, value: null, writes, entries: [{ type: 'member.added', actor, holdId: null, body: facts(member) }] };
  });
}

/** At least one active rule owner stays, or nobody could ever change anything again. */
function lastOwnerGone(members: readonly Member[]): boolean {
  return !members.some(({ roles, removedAt }) => removedAt === null && roles.includes('ruleOwner'));
}

export function changeMember(desk: Desk, actor: MemberId, change: { memberId: MemberId; name: string; roles: Role[] }): Promise<Answer<null>> {
  return commit(desk, async ({ now }) => {
    const members = await readMembers(desk.db);
    const before = members.find(({ id, removedAt }) => id === change.memberId && removedAt === null);
    if (!before) return refuse('no-such-member', 'There is no such member.');
    const after: Member = { ...before, name: change.name, roles: [...new Set(change.roles)] };
    const all = members.map((member) => (member.id === after.id ? after : member));
    if (lastOwnerGone(all)) return refuse('not-allowed', 'At least one rule owner must stay.');
    const writes = { members: [after], ...(await reshelved(desk, { members: all, now })) };
    return { ok: true, value: null, writes, entries: [{ type: 'member.changed', actor, holdId: null, body: facts(after) }] };
  });
}

/** The person can no longer sign anything that counts; what they signed stays readable. Their sealed key is dropped. */
export function removeMember(desk: Desk, actor: MemberId, memberId: MemberId): Promise<Answer<null>> {
  return commit(desk, async ({ now }) => {
    const members = await readMembers(desk.db);
    const before = members.find(({ id }) => id === memberId);
    if (!before) return refuse('no-such-member', 'There is no such member.');
    if (before.removedAt !== null) return { ok: true, value: null, writes: {}, entries: [] };
    const gone: Member = { ...before, removedAt: now };
    const all = members.map((member) => (member.id === memberId ? gone : member));
    if (lastOwnerGone(all)) return refuse('not-allowed', 'At least one rule owner must stay.');
    const writes = { members: [gone], ...(await reshelved(desk, { members: all, now })) };
    return { ok: true, value: null, writes, entries: [{ type: 'member.removed', actor, holdId: null, body: { memberId, deviceKeyId: before.deviceKeyId } }] };
  });
}

/** Replaces the rules. `base` is the version the person saw; a newer one in the store refuses the change. */
export function setRules(desk: Desk, actor: MemberId, rules: RuleSet, base: number): Promise<Answer<{ version: number }>> {
  return commit(desk, async ({ now }) => {
    const workspace = await readWorkspace(desk.db);
    if (!workspace) return refuse('not-set-up', 'Set up a workspace first.');
    if (workspace.rules.version !== base) return refuse('stale', `The rules changed meanwhile (version ${workspace.rules.version}). Look at them again.`);
    const members = await readMembers(desk.db);
    const named = [...rules.defaults.approvers, ...rules.accounts.flatMap(({ approvers }) => approvers)];
    const stranger = named.find((id) => !members.some((member) => member.id === id));
    if (stranger !== undefined) return refuse('no-such-member', `The rules name somebody who is no member (${stranger}).`);
    const next = { ...rules, version: base + 1 };
    const writes = { workspace: [{ ...workspace, rules: next }], ...(await reshelved(desk, { members, rules: next, now })) };
    const body = { version: next.version, before: base, rules: next };
    return { ok: true, value: { version: next.version }, writes, entries: [{ type: 'rules.changed', actor, holdId: null, body }] };
  });
}
