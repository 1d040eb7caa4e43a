/** One log entry as a sentence. Pure. Reads the body defensively: an old or foreign entry still gets words. */
import type { LogEntry, LogType, Member } from '../../../review/model';

export interface EntryWords {
  /** Set in bold: who or what. */
  lead: string;
  /** The rest of the sentence. */
  text: string;
  /** Muted facts after it. */
  aside: string;
  icon: string;
  tone: 'plain' | 'ok' | 'hold' | 'block' | 'accent';
}

interface Context {
  /** Past members included: they still signed what they signed. */
  members: readonly Pick<Member, 'id' | 'name'>[];
  siteTitle: (platform: string) => string;
  /** Where a held post belongs, said once when it was held. */
  placeOf?: (holdId: string) => { platform: string; account: string } | null;
}

type Body = Record<string, unknown>;
const text = (body: Body, ...keys: string[]): string => {
  for (const key of keys) {
    const value = body[key];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return '';
};
const join = (...parts: (string | false)[]): string => parts.filter(Boolean).join(' · ');

export const platformOf = (entry: LogEntry): string | null => text(entry.body, 'platform') || null;

export function entryWords(entry: LogEntry, context: Context): EntryWords {
  const { body } = entry;
  const nameOf = (id: string): string => context.members.find((member) => member.id === id)?.name ?? '';
  const who = entry.actor === 'device' ? 'Countersign' : nameOf(entry.actor) || 'A former member';
  const known = entry.holdId ? (context.placeOf?.(entry.holdId) ?? null) : null;
  const platform = platformOf(entry) ?? known?.platform ?? null;
  const site = platform ? context.siteTitle(platform) : '';
  const place = join(site, text(body, 'handle', 'account', 'accountHandle', 'accountKey', 'host') || (known?.account ?? ''));
  const revision = text(body, 'revision', 'number');
  const version = revision ? `version ${revision}` : 'the post';
  const reason = text(body, 'detail', 'reason', 'why', 'void');
  const adapter = titleOf(body);
  const named = text(body, 'name') || nameOf(text(body, 'memberId', 'member'));
  const say = (lead: string, rest: string, aside: string, icon: string, tone: EntryWords['tone'] = 'plain'): EntryWords => ({ lead, text: rest, aside, icon, tone });

  const lines: Partial<Record<LogType, () => EntryWords>> = {
    'workspace.created': () => say(who, `created the workspace ${named ? `“${named}”` : ''}`.trim(), '', 'ui-home'),
    'member.added': () => say(who, `added ${named || 'a person'}`, rolesOf(body), 'ui-people'),
    'member.changed': () => say(who, `changed ${named || 'a person'}`, rolesOf(body), 'ui-people'),
    'member.removed': () => say(who, `removed ${named || 'a person'}`, 'past signatures still verify', 'ui-people', 'hold'),
    'rules.changed': () => phrases() ?? say(who, `changed the rules`, text(body, 'version') ? `rule set ${text(body, 'version')}` : '', 'ui-rules'),
    'site.covered': () => say(who, `switched on ${place || 'a site'}`, '', 'ui-globe', 'ok'),
    'site.uncovered': () => say(who, `switched off ${place || 'a site'}`, 'posts leave there without review', 'ui-globe', 'hold'),
    'access.lost': () => say('The browser', `stopped letting Countersign run on ${place || 'a site'}`, 'the lock stays', 'ui-globe', 'block'),
    'access.given': () => say('The browser', `lets Countersign run on ${place || 'a site'} again`, '', 'ui-globe', 'ok'),
    'adapter.added': () => say(who, `${body['replaced'] === true ? 'replaced' : 'added'} the custom site ${adapter}`.trim(), text(body, 'host'), 'ui-puzzle'),
    'adapter.removed': () => say(who, `removed the custom site ${adapter}`.trim(), '', 'ui-puzzle', 'hold'),
    'hold.created': () => say('Held', `${version} from ${who}`, place, 'state-held', 'hold'),
    'hold.revised': () => say(who, `changed the held post to ${version}`, text(body, 'acceptedSuggestion') ? 'took a suggestion' : place, 'ui-pen'),
    'hold.noted': () => say(who, 'left a note for the approver', '', 'ui-note'),
    'hold.answered': () => say(who, body['answer'] === 'false_alarm' ? 'marked a finding as wrong' : 'answered a finding', text(body, 'finding'), 'ui-flag'),
    'hold.renewed': () => say(who, 'asked for a decision again', 'same version', 'ui-repost'),
    'hold.opened': () => say(who, 'opened the post', place, 'ui-eye'),
    'hold.recalled': () => say(who, 'took the post back', place, 'ui-undo'),
    'hold.expired': () => say('Expired', 'before enough people decided', 'the text is kept', 'ui-clock', 'hold'),
    'hold.superseded': () => say('Superseded', 'by a newer held post', '', 'ui-repost'),
    'hold.stopped': () => say(who, 'stopped the countdown', '', 'ui-lock', 'hold'),
    'decision.recorded': () => decision(),
    'decision.void': () => say(who, 'decided, and it does not count', reason, 'sev-off', 'hold'),
    'grant.issued': () => say('Cleared to post', revision ? version : '', place, 'state-signed', 'accent'),
    'grant.suspended': () => say(who, 'stopped the countdown', reason, 'ui-lock', 'hold'),
    'grant.resumed': () => say(who, 'let the countdown go on', '', 'state-signed', 'accent'),
    'grant.revoked': () => say('Clearance withdrawn', '', reason, 'ui-x', 'hold'),
    'grant.expired': () => say('Clearance expired', 'before the post went out', '', 'ui-clock', 'hold'),
    'release.started': () => say('Release', `of ${version} began`, `${place}${place ? ' · ' : ''}clearance used up`, 'ui-ext', 'accent'),
    'release.refused': () => say('Release refused', REFUSED[text(body, 'code')] ?? '', differences(body), 'sev-block', 'block'),
    'release.sent': () => say('Sent', version, place, 'state-signed', 'ok'),
    'release.verified': () => say('Seen on the site', version, text(body, 'permalink') || place, 'sev-ok', 'ok'),
    'release.failed': () => say('Not sent', 'the site refused it', reason, 'sev-block', 'block'),
    'release.unknown': () => say('Unknown', 'whether the post went out', reason || 'a person has to look', 'sev-unknown', 'hold'),
    'witness.matched': () => say('What left', witnessed(body) ? 'matches what was approved' : 'matches so far', body['way'] === undefined ? '' : `sent as ${text(body, 'way')}`, 'sev-ok', 'ok'),
    'witness.mismatch': () => say('What left', 'differs from what was approved', `sent as ${text(body, 'way')}`, 'sev-block', 'block'),
    'witness.unverified': () => say('What left', 'could not be read', UNREAD[text(body, 'unread')] ?? text(body, 'unread'), 'sev-unknown', 'hold'),
    'incident.mismatch': () => say('Incident', 'another text than the approved one left', place, 'sev-block', 'block'),
    'incident.blocked': () => say('Incident', 'a post was stopped on its way out', join(place, text(body, 'way')), 'sev-block', 'block'),
    'incident.unmatched': () => say('Incident', 'a post without a receipt', join(place, text(body, 'permalink') || text(body, 'way')), 'sev-block', 'block'),
    'incident.closed': () => say(who, text(body, 'state') === 'elsewhere' ? 'said that a post was made elsewhere' : 'closed an incident', reason, 'ui-check'),
    'release.resolved': () => say(who, `said that the post is ${body['there'] === false ? 'not there' : 'there'}`, text(body, 'permalink'), 'ui-check'),
    'store.opened': () => say('Log opened', 'on this computer', '', 'ui-laptop'),
    'store.reset': () => say('Store reset', 'entries before this one may be missing', reason, 'sev-block', 'block'),
    'clock.back': () => say('Clock moved back', 'expiry times cannot be trusted until it is set', reason, 'ui-clock', 'block'),
  };

  /** A change of the team's phrases is a change of the rules with a list of its own. */
  function phrases(): EntryWords | null {
    const list = body['phrases'];
    if (typeof list !== 'object' || list === null) return null;
    const facts = list as Body;
    const stopped = Array.isArray(facts['stopped']) ? facts['stopped'].length : 0;
    const which = join(`list ${text(facts, 'version')}`, Number(facts['total']) >= 0 && `${text(facts, 'total')} in all`);
    if (stopped > 0) return say(who, `switched off ${stopped === 1 ? 'a team pattern' : `${stopped} team patterns`} that took too long`, which, 'sev-off', 'hold');
    const parts = (['added', 'changed', 'removed'] as const).flatMap((act) => (Number(facts[act]) > 0 ? [`${act} ${Number(facts[act])}`] : []));
    return say(who, `changed the team phrases: ${parts.join(', ') || 'nothing'}`, which, 'ui-rules');
  }

  function decision(): EntryWords {
    const kind = text(body, 'kind', 'decision');
    const how = join(text(body, 'identity'), body['sameDevice'] === true && 'same device');
    if (kind === 'approve') return say(who, `approved ${version}`, join(place, how), 'state-signed', 'ok');
    if (kind === 'reject') return say(who, `rejected ${version}`, join(place, how), 'ui-x', 'block');
    if (kind === 'request_changes') return say(who, `asked for changes to ${version}`, join(place, how), 'ui-undo', 'hold');
    if (kind === 'withdraw') return say(who, 'took an approval back', join(place, how), 'ui-undo', 'hold');
    return say(who, `decided on ${version}`, how, 'ui-check');
  }

  return lines[entry.type]?.() ?? say(who, entry.type, '', 'ui-log');
}

const REFUSED: Partial<Record<string, string>> = {
  'content-differs': 'because the composer held something else than what was approved', 'account-differs': 'because another account was acting', 'account-unknown': 'because the acting account was not recognised',
  'quorum-missing': 'because not enough approvals count any more', 'bad-signature': 'because a signature did not verify', 'grant-expired': 'because the clearance had expired', 'too-early': 'before the undo window was over',
  'already-released': 'because the clearance was already used', 'no-grant': 'because there was no clearance', frozen: 'because posting is frozen', 'clock-back': 'because the clock went back',
};

/** Whole: a thread is matched when its last part was. */
function witnessed(body: Body): boolean {
  const seen = body['seen'];
  return typeof seen !== 'object' || seen === null || !('of' in seen) || !('matched' in seen) || Number(seen.matched) >= Number(seen.of);
}

const UNREAD: Partial<Record<string, string>> = {
  withheld: 'the browser keeps this kind of body to itself', file: 'it was sent as a file', empty: 'it had no body', 'too-large': 'it was too large', 'broken-gzip': 'it was packed in a way that cannot be undone',
  'unknown-encoding': 'it was packed in a way that cannot be undone', 'not-text': 'it is not text', 'not-json': 'it is not in the form this site uses', 'not-form': 'it is not in the form this site uses',
  ambiguous: 'it can be read in two ways', 'no-text': 'its text is not where this site has it', 'not-declared': 'how this site sends is not known',
};

const differences = (body: Body): string => (Array.isArray(body['differences']) ? body['differences'].map(String).join(', ') : '');

function titleOf(body: Body): string {
  const adapter = body['adapter'];
  const title = typeof adapter === 'object' && adapter !== null ? text(adapter as Body, 'title', 'id') : '';
  return title || text(body, 'title', 'adapterId', 'id');
}

const ROLE_WORDS: Record<string, string> = { author: 'author', approver: 'approver', ruleOwner: 'rule owner', auditor: 'auditor' };
function rolesOf(body: Body): string {
  const roles = body['roles'];
  return Array.isArray(roles) ? roles.map((role) => ROLE_WORDS[String(role)] ?? String(role)).join(', ') : '';
}
