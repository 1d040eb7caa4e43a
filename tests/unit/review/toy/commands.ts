/** Everything that can happen in one schedule, weighted so that releases are common and accidents are too. */
import fc from 'fast-check';
import { resumeGrant, suspendGrant } from '../../../../review/grant';
import { TEXTS, rulesWith } from './records';
import type { World } from './releases';

export interface Command { name: string; run(world: World): void; [fc.toStringMethod](): string }

const command = (name: string, run: (world: World) => void): Command => ({ name, run, [fc.toStringMethod]: () => name });
const approver = fc.constantFrom('ben', 'chi', 'dot', 'ana');
const rarely = fc.integer({ min: 0, max: 19 }).map((n) => n === 0);

const decide = fc.record({ who: approver, locked: rarely, forged: rarely, old: rarely }).map(({ who, locked, forged, old }) =>
  command(`${who} approves${locked ? ', locked' : ''}${forged ? ', forged' : ''}${old ? ', old version' : ''}`, (world) => {
    const past = old ? world.revisions[world.newest.number - 2] : undefined;
    world.decide(who, past ? { revision: past.number, digest: past.digest } : {}, locked, forged);
  }));
const ask = fc.record({ who: approver, text: fc.nat(TEXTS.length - 1), tick: fc.boolean() }).map(({ who, text, tick }) =>
  command(`${who} suggests "${TEXTS[text]}"${tick ? ', approved if taken' : ''}`, (world) => world.decide(who, { kind: 'request_changes', suggestion: TEXTS[text] ?? null, approveIfTaken: tick }, false, false)));
const reject = approver.map((who) => command(`${who} rejects`, (world) => world.decide(who, { kind: 'reject', text: 'no' }, false, false)));
const withdraw = fc.record({ who: approver, back: fc.nat(2) }).map(({ who, back }) =>
  command(`${who} takes a decision back`, (world) => {
    const own = world.decisions.filter((item) => item.body.approver === who && item.body.kind !== 'withdraw' && item.signature === 'good');
    world.decide(who, { kind: 'withdraw', withdraws: own.at(-1 - back)?.body.id ?? null }, false, false);
  }));
const edit = fc.record({ who: fc.constantFrom('ana', 'ana', 'ben', 'chi'), text: fc.nat(TEXTS.length - 1) }).map(({ who, text }) =>
  command(`${who} types "${TEXTS[text]}"`, (world) => { world.live = TEXTS[text] ?? ''; world.typists.add(who); }));
const accept = fc.constant(command('the author accepts a suggestion', (world) => {
  const asked = world.decisions.filter((item) => item.body.suggestion !== null && item.signature === 'good' && item.body.revision === world.newest.number).at(-1);
  if (asked === undefined || world.hold.workflow !== 'changes_requested') return;
  world.live = asked.body.suggestion ?? '';
  world.revise(asked.body.id);
}));
const ruleSet = fc.record({ quorum: fc.integer({ min: 1, max: 2 }), names: fc.constantFrom<string[]>([], [], ['ben', 'chi'], ['chi', 'dot', 'ben']) }).map(({ quorum, names }) =>
  command(`the rules ask for ${quorum} of ${names.join(', ') || 'anybody'}`, (world) => {
    world.rules = rulesWith(world.rules.version + 1, quorum, names);
    world.truth.currentQuorum = quorum;
    world.truth.currentNames = names.length === 0 ? null : names;
  }));
const membership = fc.constantFrom('ben', 'chi').map((who) => command(`${who} leaves or joins again`, (world) => {
  const joins = !world.truth.active.has(who);
  world.members = world.members.map((item) => (item.id === who ? { ...item, removedAt: joins ? null : world.now } : item));
  if (joins) world.truth.active.add(who); else world.truth.active.delete(who);
}));
const stop = fc.boolean().map((again) => command(again ? 'the countdown resumes' : 'the countdown is stopped', (world) => {
  const grant = world.grant;
  const next = grant && (again ? resumeGrant(grant, world.rules, world.now) : suspendGrant(grant));
  if (!next || !world.commit({ type: again ? 'resumed' : 'stopped' })) return;
  world.grants.set(next.id, next);
  world.truth.stopped = !again;
  if (again) world.truth.countdown = world.now;
}));
const time = fc.constantFrom(1_000, 1_000, 10_000, 10_000, 11_000, 11_000, 40_000, 40_000, 899_000, 900_000, 30 * 3_600_000, -60_000, -600_000).map((ms) => command(`${ms} ms pass`, (world) => world.move(ms)));
const recall = fc.constant(command('the author takes it back', (world) => { if (world.commit({ type: 'recalled', by: 'ana' })) world.truth.ended = true; }));
const renew = fc.constant(command('asked for again', (world) => { if (world.commit({ type: 'renewed' })) world.settle(); }));
const resolve = fc.constant(command('a person says whether it is there', (world) => {
  const there = world.posts.some((post) => post.grantId === world.hold.grantId);
  if (world.commit({ type: 'resolved', there, permalink: null, by: 'ana', seq: world.seq }) && !there) world.truth.round += 1;
}));
/** Somebody with the store open writes what they like into a row; only signatures may count. */
const tamper = fc.constant(command('a row is made to say "approved"', (world) => {
  if (world.hold.workflow !== 'pending') return;
  const id = `t${world.grants.size + 1}`;
  world.grants.set(id, { id, holdId: 'h', revision: world.hold.revision, digest: world.hold.digest, decisionIds: [], notBefore: world.now + 10_000, notAfter: world.now + 600_000, state: 'open', consumedAt: null, carried: false });
  world.hold = { ...world.hold, workflow: 'approved', grantId: id };
  world.truth.cleared();
}));
const step = fc.nat(2).map((at) => command(`attempt ${at} goes on`, (world) => world.advance(at)));
const plain = (name: string, run: (world: World) => void) => fc.constant(command(name, run));

const press = plain('release is pressed', (world) => world.ask());
const single: fc.Arbitrary<Command> = fc.oneof(
  { weight: 9, arbitrary: decide }, { weight: 2, arbitrary: ask }, { weight: 2, arbitrary: withdraw }, { weight: 3, arbitrary: edit },
  { weight: 2, arbitrary: plain('the author saves a version', (world) => world.revise(null)) }, { weight: 2, arbitrary: accept },
  { weight: 1, arbitrary: ruleSet }, { weight: 1, arbitrary: membership }, { weight: 1, arbitrary: stop }, { weight: 5, arbitrary: time }, { weight: 1, arbitrary: tamper },
  { weight: 5, arbitrary: press }, { weight: 14, arbitrary: step }, { weight: 2, arbitrary: plain('the page presses send by itself', (world) => { world.send(); }) },
  { weight: 1, arbitrary: plain('the worker dies', (world) => world.crash()) }, { weight: 2, arbitrary: plain('the worker starts', (world) => world.recover()) },
  { weight: 2, arbitrary: plain('alarms ring', (world) => world.sweep()) }, { weight: 1, arbitrary: renew }, { weight: 2, arbitrary: resolve },
  { weight: 1, arbitrary: fc.oneof({ weight: 1, arbitrary: recall }, { weight: 2, arbitrary: reject }, { weight: 5, arbitrary: step }) },
);

/** What people usually do next, so that schedules get far enough for the accidents in between to matter. */
const approval = fc.record({ first: fc.constantFrom('ben', 'chi'), wait: fc.constantFrom(10_000, 11_000) }).map(({ first, wait }) => [
  command(`${first} approves`, (world) => world.decide(first, {}, false, false)),
  command(`${wait} ms pass`, (world) => world.move(wait)),
]);
const releasing = fc.tuple(press, fc.array(step, { minLength: 1, maxLength: 5 })).map(([pressed, steps]) => [pressed, ...steps]);
const onward: fc.Arbitrary<Command[]> = fc.oneof({ weight: 24, arbitrary: single.map((one) => [one]) }, { weight: 3, arbitrary: approval }, { weight: 3, arbitrary: releasing });

/** One schedule: ten to fifty turns, each one command or a short usual run of them. */
export const schedules: fc.Arbitrary<Command[]> = fc.array(onward, { minLength: 10, maxLength: 50, size: 'max' }).map((turns) => turns.flat());
