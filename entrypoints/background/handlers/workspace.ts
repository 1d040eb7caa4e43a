/** First run, people, rules, session and log. */
import * as z from 'zod/mini';
import { keyIdOf, verifyBytes } from '../../../identity/keys';
import { vaultSchema } from '../../../identity/vault';
import { encodeLogHash } from '../../../review/encoding';
import { verifyLog as verifyChain } from '../../../review/log';
import { DEFAULT_RULES } from '../../../review/model';
import { ruleSetSchema } from '../../../review/rules';
import type { Answer } from '../../../review/contract';
import type { Member, Role } from '../../../review/model';
import { refuse } from '../../../storage/commit';
import { addMember, changeMember, createWorkspace, removeMember, setRules } from '../../../storage/operations/workspace';
import { allLog, logHead } from '../../../storage/queries/log';
import { LONG_PATIENCE_MS, readManaged } from '../../../storage/queries/managed';
import { setLastMember } from '../../../storage/session-store';
import { afterChange, aside } from '../after';
import { armLockAlarm } from '../alarms';
import { newId } from '../ready';
import { keepIdleTime } from '../idle';
import { ruleOwner, sessionNow } from '../people';
import { coverRequired } from '../protection/required';
import { pushRules } from '../push';
import type { Ask, Handler } from '../serve';

const id = z.string().check(z.minLength(1), z.maxLength(80));
const memberInput = z.strictObject({
  id, name: z.string().check(z.trim(), z.minLength(1, 'a name is needed'), z.maxLength(120)),
  roles: z.array(z.enum(['author', 'approver', 'ruleOwner', 'auditor'])).check(z.minLength(1, 'at least one role is needed')),
  publicKey: z.string().check(z.maxLength(100)), deviceKeyId: id, createdAt: z.number(), removedAt: z.null(),
});

/** The member and the sealed key as the page made them: shape, key id and owner must fit together. */
async function newPerson(member: unknown, vault: unknown, now: number): Promise<Answer<{ member: Member; vault: unknown }>> {
  const person = memberInput.safeParse(member);
  if (!person.success) return refuse('bad-message', `member: ${person.error.issues[0]?.path.join('.')} ${person.error.issues[0]?.message}`);
  const sealed = vaultSchema.safeParse(vault);
  if (!sealed.success || sealed.data.memberId !== person.data.id) return refuse('bad-message', 'The sealed key is not one of this member.');
  if ((await keyIdOf(person.data.publicKey)) !== person.data.deviceKeyId) return refuse('bad-message', 'The key id does not belong to this key.');
  return { ok: true, value: { member: { ...person.data, roles: [...new Set<Role>(person.data.roles)], createdAt: now }, vault: sealed.data } };
}

/** The first member is always a rule owner, or nobody could ever change the rules. */
export const create: Handler<'workspace.create'> = async ({ name, member, vault }, { desk }) => {
  const person = await newPerson(member, vault, desk.now());
  if (!person.ok) return person;
  const first: Member = { ...person.value.member, roles: [...new Set<Role>([...person.value.member.roles, 'ruleOwner'])] };
  const { workspaceName } = (await readManaged(LONG_PATIENCE_MS)).values;
  const workspace = { id: newId(), name: workspaceName ?? (name.trim() || first.name), createdAt: desk.now(), rules: DEFAULT_RULES };
  const created = await createWorkspace(desk, workspace, first, person.value.vault);
  if (!created.ok) return created;
  await setLastMember(first.id);
  aside(coverRequired(desk));
  afterChange(desk, []);
  aside(pushRules(desk));
  return created;
};

/** Runs a change that only an unlocked rule owner may make, and tells every gate. */
export async function asOwner<T>(ask: Ask, change: (actor: string) => Promise<Answer<T>>): Promise<Answer<T>> {
  const owner = await ruleOwner(ask.desk);
  if (!owner.ok) return owner;
  if (owner.value === 'device') return refuse('not-set-up', 'Set up a workspace first.');
  const done = await change(owner.value);
  if (done.ok) {
    afterChange(ask.desk, []);
    aside(pushRules(ask.desk));
  }
  return done;
}

export const addPerson: Handler<'member.add'> = ({ member, vault }, ask) =>
  asOwner(ask, async (actor) => {
    const person = await newPerson(member, vault, ask.desk.now());
    return person.ok ? addMember(ask.desk, actor, person.value.member, person.value.vault) : person;
  });

export const updatePerson: Handler<'member.update'> = ({ memberId, name, roles }, ask) =>
  asOwner(ask, async (actor) => (name.trim() === '' || roles.length === 0 ? refuse('bad-message', 'A member needs a name and a role.') : changeMember(ask.desk, actor, { memberId, name: name.trim(), roles })));

export const removePerson: Handler<'member.remove'> = ({ memberId }, ask) => asOwner(ask, (actor) => removeMember(ask.desk, actor, memberId));

export const changeRules: Handler<'rules.set'> = ({ rules, base }, ask) =>
  asOwner(ask, async (actor) => {
    const parsed = ruleSetSchema.safeParse(rules);
    if (!parsed.success) return refuse('bad-message', `rules: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`);
    return setRules(ask.desk, actor, parsed.data, base);
  });

/** Somebody unlocked, locked or switched person. Who unlocked last counts as the person at the keyboard. */
export const sessionChanged: Handler<'session.changed'> = async (_input, { desk }) => {
  const session = await sessionNow(desk.now());
  if (session) await setLastMember(session.memberId);
  await armLockAlarm(desk.now());
  afterChange(desk, []);
  aside(pushRules(desk));
  aside(keepIdleTime());
  return { ok: true, value: null };
};

/** Promise 8: numbering, chain, hashes and signatures of the whole log, and its end against the remembered head. */
export const verifyLog: Handler<'log.verify'> = async (_input, { desk }) => {
  const { publicKey } = desk.logKey;
  const head = await logHead();
  const verdict = await verifyChain(allLog(), (hash, sig) => verifyBytes(publicKey, encodeLogHash(hash), sig), head);
  return { ok: true, value: verdict };
};
