/** Makes a person: key, sealed vault, and the command that records both. The passphrase never leaves this page. */
import { generateDeviceKey } from '../../identity/keys';
import { sealKey } from '../../identity/vault';
import type { Member, MemberId, Role } from '../../review/model';
import { ask } from '../../runtime/client';
import { explain } from '../workspace/explain';
import { unlock } from '../stores/session-store';
import { rolesFor } from './roles';
import type { Part } from './roles';

/** Sealing runs a memory-hard function on purpose; the answer may take longer than a usual command. */
const PATIENCE_MS = 20_000;

async function makePerson(name: string, passphrase: string, roles: Role[]) {
  const id = `m-${crypto.randomUUID()}`;
  const key = await generateDeviceKey();
  const vault = await sealKey(key.pkcs8, passphrase, id);
  key.pkcs8.fill(0);
  const member: Member = { id, name, roles, publicKey: key.publicKey, deviceKeyId: key.deviceKeyId, createdAt: Date.now(), removedAt: null };
  return { member, vault };
}

/** Creates the workspace with its first person and signs them in. null, or why it did not work. */
export async function createWorkspace(input: { workspace: string; name: string; passphrase: string; part: Part }): Promise<string | null> {
  try {
    const { member, vault } = await makePerson(input.name, input.passphrase, rolesFor(input.part, true));
    const created = await ask('workspace.create', { name: input.workspace, member, vault }, PATIENCE_MS);
    if (!created.ok) return explain(created);
    const signedIn = await unlock(member.id, input.passphrase);
    return signedIn.ok ? null : signedIn.detail;
  } catch (error) {
    return keyProblem(error);
  }
}

/** Adds a person while a rule owner is signed in. */
export async function addPerson(input: { name: string; passphrase: string; roles: Role[] }): Promise<{ ok: true; memberId: MemberId } | { ok: false; problem: string }> {
  try {
    const { member, vault } = await makePerson(input.name, input.passphrase, input.roles);
    const added = await ask('member.add', { member, vault }, PATIENCE_MS);
    return added.ok ? { ok: true, memberId: member.id } : { ok: false, problem: explain(added) };
  } catch (error) {
    return { ok: false, problem: keyProblem(error) };
  }
}

const keyProblem = (error: unknown): string => `This browser could not make the key: ${error instanceof Error ? error.message : String(error)}`;
