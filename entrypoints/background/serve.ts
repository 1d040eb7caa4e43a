/**
 * The one door to the background. Sender, then name, then shape, then coverage, then the handler. Whatever goes
 * wrong becomes an answer with a code; nothing that goes wrong ever releases anything (HOUSE promise 5).
 */
import { CONTRACT } from '../../review/contract';
import type { Answer, Input, MessageName, Output } from '../../review/contract';
import type { Runtime } from '../../runtime/browser';
import type { Envelope } from '../../runtime/client';
import { refuse } from '../../storage/commit';
import type { Desk } from '../../storage/desk';
import { storageFault } from '../../storage/faults';
import { pruneMedia } from '../../storage/operations/prune';
import { resetState } from '../../storage/store';
import { identify } from './callers';
import type { Caller } from './callers';
import { coveredAt } from './coverage';
import type { CoveredSite } from './coverage';
import { HANDLERS } from './handlers';
import { forgetDesk, readyDesk } from './ready';

/** What every handler gets besides its input. `sites`: what is covered where the gate runs; empty for pages. */
export interface Ask {
  desk: Desk;
  caller: Caller;
  sites: CoveredSite[];
}

export type Handler<N extends MessageName> = (input: Input<N>, ask: Ask) => Promise<Answer<Output<N>>>;

/** A gate asks these before anything is covered in its tab: to learn whether it is, and while teaching. */
const OPEN_TO_ANY_GATE: ReadonlySet<MessageName> = new Set(['gate.hello', 'gate.load', 'teach.done']);
/** After a lost store everything holds; these still work, to see what happened and to set up again. */
const WORKS_AFTER_RESET: ReadonlySet<MessageName> = new Set(['gate.hello', 'gate.load', 'gate.cover', 'gate.coverage', 'coverage.look', 'workspace.create', 'log.verify', 'session.changed', 'protection.view']);

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && (message as Partial<Envelope>).countersign === 1;
}

async function handle(name: MessageName, raw: unknown, caller: Caller): Promise<Answer<unknown>> {
  const parsed = CONTRACT[name].input.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse('bad-message', `${name}: ${issue?.path.map(String).join('.') || 'input'} ${issue?.message ?? 'is not valid'}`);
  }
  const desk = await readyDesk();
  const sites = caller.from === 'gate' ? await coveredAt(desk, caller.origin) : [];
  if (caller.from === 'gate' && sites.length === 0 && !OPEN_TO_ANY_GATE.has(name)) return refuse('not-covered', 'This site is not covered.');
  if (!WORKS_AFTER_RESET.has(name) && (await resetState(desk))) {
    return refuse('storage-failed', 'The browser deleted what Countersign had stored. Everything stays held until a workspace is set up again.');
  }
  const handler = HANDLERS[name] as (input: unknown, ask: Ask) => Promise<Answer<unknown>>;
  return handler(parsed.data, { desk, caller, sites });
}

/** A full disk: pictures of finished posts go first, then the command is tried once more (guard.md §4.1). */
async function withRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (storageFault(error)?.code !== 'storage-full' || (await pruneMedia(await readyDesk())) === 0) throw error;
    return work();
  }
}

/** Answers one message; undefined when it is not addressed to us. Never rejects. */
export async function serve(message: unknown, sender: Runtime.MessageSender): Promise<Answer<unknown> | undefined> {
  if (!isEnvelope(message)) return undefined;
  const { name, input } = message;
  const caller = identify(sender);
  if (!caller) return refuse('not-allowed', 'This sender may not ask anything.');
  if (typeof name !== 'string' || !Object.hasOwn(CONTRACT, name)) return refuse('bad-message', 'There is no such message.');
  if (!(CONTRACT[name].from as string[]).includes(caller.from)) return refuse('not-allowed', `${name} may not be asked from here.`);
  try {
    return await withRoom(() => handle(name, input, caller));
  } catch (error) {
    const fault = storageFault(error);
    if (fault) forgetDesk();
    console.error(`Countersign: ${name} failed.`, error);
    return fault ? refuse(fault.code, fault.message) : refuse('internal', 'Something went wrong inside Countersign. Nothing was released.');
  }
}
