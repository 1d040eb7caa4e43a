/** One hold as its author's page may see it (contract.ts, HoldView). */
import { claimHolder } from './machine';
import { nameOf } from './words';
import { tally } from './tally';
import type { HoldView, Person, SignatureLine } from './contract';
import type { Decision, Grant, MemberId } from './model';
import type { Tally, TallyInput } from './tally';

export interface ViewInput extends TallyInput {
  grant: Grant | null;
  /** For RT5: whether a claim is still fresh. */
  now: number;
}

const line = (person: Person, state: SignatureLine['state'], at: number | null = null, revision: number | null = null): SignatureLine => ({ person, state, at, revision });

/** The state of one approver, newest word first. */
function approverLine(input: ViewInput, counted: Tally, id: MemberId): SignatureLine {
  const { hold, decisions, members, now } = input;
  const person = { id, name: nameOf(members, id) };
  const from = (state: SignatureLine['state'], decision: Decision | undefined) => line(person, state, decision?.body.issuedAt ?? null, decision?.body.revision ?? null);
  const approval = counted.approvals.find((item) => item.memberId === id);
  if (counted.rejected?.body.approver === id) return from('rejected', counted.rejected);
  if (approval) return from('approved', decisions.find((item) => item.body.id === approval.decisionId));
  if (counted.asked?.body.approver === id) return from('asked', counted.asked);
  const old = counted.outdated.filter((item) => item.body.approver === id).at(-1);
  if (old) return from('outdated', old);
  const opened = hold.openedBy.find((item) => item.memberId === id);
  return opened || claimHolder(hold, now) === id ? line(person, 'reading', opened?.at ?? hold.claim?.at ?? null) : line(person, 'open');
}

/** Builds the view. Only decisions named in `verified` show as signatures, so "approved" is never a row's word. */
export function holdView(input: ViewInput): HoldView {
  const { hold, revision, members, grant, requirement } = input;
  const counted = tally(input);
  const signers = new Set([...requirement.approvers.filter((id) => !revision.contributors.includes(id)), ...counted.outdated.map((item) => item.body.approver)]);
  if (counted.rejected) signers.add(counted.rejected.body.approver);
  const author = { id: hold.authorId, name: nameOf(members, hold.authorId) };
  const asked = hold.workflow === 'changes_requested' ? counted.asked : null;
  const person = (decision: Decision): Person => ({ id: decision.body.approver, name: nameOf(members, decision.body.approver) });
  const { manifest } = revision;
  return {
    id: hold.id, version: hold.version, revision: revision.number, digest: revision.digest, workflow: hold.workflow, publication: hold.publication,
    author, surface: hold.surface, accountHandle: manifest.account.handle, createdAt: hold.createdAt,
    text: manifest.text, title: manifest.title, warning: manifest.warning, note: hold.note,
    media: manifest.media.map(({ sha256, name }) => ({ sha256, name })),
    findings: revision.findings,
    lines: [line(author, 'wrote', revision.createdAt, revision.number), ...[...signers].map((id) => approverLine(input, counted, id))],
    quorum: requirement.quorum,
    deadlock: hold.deadlock,
    returned: asked && {
      decisionId: asked.body.id, by: person(asked), at: asked.body.issuedAt, reasons: asked.body.reasons, text: asked.body.text,
      suggestion: asked.body.suggestion, countsAsApproval: asked.body.approveIfTaken && input.rules?.approveIfTaken === true,
    },
    rejected: counted.rejected && { by: person(counted.rejected), at: counted.rejected.body.issuedAt, text: counted.rejected.body.text },
    grant: grant !== null && grant.id === hold.grantId && grant.state === 'open' ? { id: grant.id, notBefore: grant.notBefore, notAfter: grant.notAfter } : null,
    permalink: hold.receipt?.permalink ?? null,
    outcomeDetail: hold.receipt?.detail ?? '',
    ...(hold.receipt?.witness ? { witness: hold.receipt.witness } : {}),
    expiresAt: hold.expiresAt,
  };
}
