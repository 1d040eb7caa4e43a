/** Teaching a new site, and asking a tab which account it shows. */
import * as z from 'zod/mini';
import { parseAdapter } from '../../../platforms/import';
import { accountSchema } from '../../../review/contract';
import { refuse } from '../../../storage/commit';
import { addAdapter } from '../../../storage/operations/sites';
import { findAdapter } from '../coverage';
import { intend, intentOf } from '../intents';
import { ruleOwner } from '../people';
import { unsupportedPattern } from '../lock/sync';
import { pushTo } from '../push';
import { injectInto } from '../registration';
import type { Handler } from '../serve';
import { fulfil } from '../intents';
import { coverNow } from './sites';

const seenReply = z.object({ platform: z.string().check(z.maxLength(80)), account: z.nullable(accountSchema) });

/** The gate comes into this one tab for teaching; nothing is held there before the adapter is saved. */
export const start: Handler<'teach.start'> = async ({ tabId }, { desk }) => {
  const owner = await ruleOwner(desk);
  if (!owner.ok) return owner;
  await intend('taught', tabId, { by: owner.value }, desk.now());
  // A gate that is already there hears the push; a fresh one finds the wish when it says hello.
  await intend('teach', tabId, { by: owner.value }, desk.now());
  if (!(await injectInto(tabId))) return refuse('no-permission', 'The browser does not let Countersign run in this tab yet.');
  await pushTo(tabId, { kind: 'teach' }, 0);
  return { ok: true, value: null };
};

/** Only a tab in which a rule owner started teaching may bring an adapter. */
export const done: Handler<'teach.done'> = async ({ adapter }, { desk, caller }) => {
  if (caller.from !== 'gate') return refuse('not-allowed', 'Teaching ends in the tab where it began.');
  const wish = await intentOf('taught', caller.tabId, desk.now());
  if (!wish) return refuse('not-allowed', 'Nobody is teaching in this tab, or it took too long. Start again.');
  const parsed = parseAdapter(adapter);
  if (!parsed.ok) return refuse('bad-adapter', parsed.problems.slice(0, 5).map(({ path, message }) => `${path} ${message}`).join('\n'));
  if ((await findAdapter(desk, parsed.adapter.id))?.custom === false) return refuse('bad-adapter', `"${parsed.adapter.id}" is the name of a built-in adapter. Choose another name.`);
  const unsupported = await unsupportedPattern(parsed.adapter, caller.host);
  if (unsupported) return refuse('bad-adapter', unsupported);
  const added = await addAdapter(desk, wish.by, parsed.adapter, caller.host);
  if (!added.ok) return added;
  await fulfil('taught', caller.tabId);
  await fulfil('teach', caller.tabId);
  const covered = await coverNow(desk, wish.by, parsed.adapter.id, caller.host);
  return covered.ok ? added : covered;
};

export const accountSeen: Handler<'account.seen'> = async ({ tabId }) => {
  const reply = seenReply.safeParse(await pushTo(tabId, { kind: 'account', reply: true }, 0));
  return reply.success ? { ok: true, value: reply.data } : refuse('not-covered', 'The gate does not run in this tab, or it sees no composer there.');
};
