import type { Decision, Hold, Member, Revision } from '../../review/model';
import type { HoldView } from '../../review/contract';
import type { StoredHold } from '../../storage/rows';
import { clockTime, listNames } from '../queue/words';
import { Checkbox } from '../ui';
import { Notice } from './Notice';
import { REASON_WORDS } from './reasons';

interface Props {
  hold: Hold;
  revision: Revision;
  view: HoldView;
  competing: readonly StoredHold[];
  decisions: readonly Decision[];
  member: Member;
  nameOf(id: string): string;
  now: number;
  onNewest(): void;
  onOther(id: string): void;
  /** QU7 */
  canDecide: boolean;
  putAside: boolean;
  onPutAside(putAside: boolean): void;
}

const WITNESS = {
  matched: { tone: 'note', strong: 'The sent text matches what was approved.', rest: '' },
  mismatch: { tone: 'block', strong: 'What was sent differs from what was approved.', rest: 'Look at the post on the site, and at the incident in the list.' },
  unverified: { tone: 'hold', strong: 'What was sent could not be read.', rest: 'So nobody compared it with what was approved. History says why.' },
} as const;

/** What the network saw of the release (HOUSE, release step 4). Nothing seen says nothing. */
function WitnessNotice({ hold }: { hold: Hold }) {
  const verdict = hold.receipt?.witness;
  if (!verdict) return null;
  const { tone, strong, rest } = WITNESS[verdict];
  return <Notice tone={tone} strong={strong}>{rest}</Notice>;
}

/** RT5 */
const READING_MS = 5 * 60_000;

/** What comes before reading: a newer version, a deadlock, a return, a rival, somebody else reading. */
export function Notices({ hold, revision, view, competing, decisions, member, nameOf, now, onNewest, onOther, canDecide, putAside, onPutAside }: Props) {
  const author = nameOf(hold.authorId);
  if (revision.number !== hold.revision) {
    return <Notice tone="hold" strong={`${author} saved version ${hold.revision} while this was open.`} action={{ label: `See version ${hold.revision}`, run: onNewest }}>Version {revision.number} can no longer be approved.</Notice>;
  }
  const asked = view.returned;
  const rejection = decisions.find(({ body, void: why }) => body.kind === 'reject' && why === null);
  const rival = competing[0];
  const reader = hold.claim && hold.claim.memberId !== member.id && now - hold.claim.at < READING_MS ? nameOf(hold.claim.memberId) : null;
  const open = hold.workflow === 'pending' || hold.workflow === 'changes_requested';
  return (
    <>
      <WitnessNotice hold={hold} />
      {hold.deadlock && open && <Notice tone="block" strong="Nobody can release this as things stand.">{hold.deadlock}</Notice>}
      {asked && (
        <Notice tone="hold" strong={`${nameOf(asked.by.id)} asked for changes at ${clockTime(asked.at)}.`}>
          {[listNames(asked.reasons.map((reason) => REASON_WORDS[reason]), 'and'), asked.text && `“${asked.text}”`].filter(Boolean).join(' · ')}
        </Notice>
      )}
      {hold.workflow === 'rejected' && rejection && <Notice tone="block" strong={`${nameOf(rejection.body.approver)} rejected this.`}>“{rejection.body.text}”</Notice>}
      {rival && open && (
        <Notice tone="note" strong={competing.length === 1 ? `${nameOf(rival.authorId)} answers the same thing.` : `${competing.length} other held posts answer the same thing.`} action={{ label: 'See it', run: () => onOther(rival.id) }}>
          Both could go out.
          {canDecide && <Checkbox checked={putAside} onChecked={onPutAside}>When I approve this one, put {competing.length === 1 ? 'the other' : 'the others'} aside</Checkbox>}
        </Notice>
      )}
      {reader && open && <Notice tone="note" strong={`${reader} is reading this too.`}>The first decision counts.</Notice>}
    </>
  );
}
