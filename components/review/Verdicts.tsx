import type { Grant, Hold, Member, Revision, RuleSet } from '../../review/model';
import type { HoldView } from '../../review/contract';
import type { Tally } from '../../review/tally';
import { clockTime } from '../queue/words';
import { Button, IconButton, Menu, MenuItem } from '../ui';
import { drawLines } from './lines';
import { OwnButtons, OwnSentence } from './OwnBar';
import { takeBack } from './submit';
import { Sentence, VerdictBar } from './VerdictBar';
import type { Verdict } from './verdict';
import styles from './Detail.module.css';

interface Props {
  hold: Hold;
  revision: Revision;
  grant: Grant | null;
  member: Member;
  rules: RuleSet;
  verdict: Verdict;
  view: HoldView;
  counted: Tally;
  nameOf(id: string): string;
  busy: string;
  onApprove(): void;
  onAsk(): void;
  onSuggest(): void;
  onReject(): void;
  onNewest(): void;
}

/** The verdict bar for each thing this person can be to this post. */
export function Verdicts(props: Props) {
  const { hold, revision, grant, member, rules, verdict, view, counted, nameOf } = props;
  if (verdict.kind === 'newer') {
    return (
      <footer className={styles['stale']}>
        <Button size={36} disabled>Approve</Button>
        <Button size={36} variant="primary" onClick={props.onNewest}>Review version {verdict.number}</Button>
      </footer>
    );
  }
  const isAuthor = hold.authorId === member.id;
  const lines = drawLines(view.lines, { nameOf, readerId: member.id, missing: counted.missing });
  const bar = { approvals: counted.approvals.length, quorum: view.quorum, digest: revision.digest, lines };
  if (verdict.kind === 'approve' || verdict.kind === 'missing') return <VerdictBar {...bar}><Decide {...props} /></VerdictBar>;

  const barred = verdict.kind === 'barred' ? verdict : null;
  const about = { hold, revision, member, rules, authorName: nameOf(hold.authorId) };
  const signed = verdict.kind === 'signed' ? verdict.decision : null;
  const idle = signed && hold.workflow !== 'approved' && <Sentence strong={`${nameOf(member.id)} approved this version at ${clockTime(signed.body.issuedAt)}.`}>{counted.missing > 0 && 'Others still have to sign.'}</Sentence>;
  return (
    <VerdictBar {...bar} notice={idle || <OwnSentence hold={hold} grant={grant} barred={barred} isAuthor={isAuthor} />}>
      {signed && <Button size={36} onClick={() => void takeBack(about, signed.body.id)}>Take back approval</Button>}
      {signed && <Button size={36} onClick={props.onAsk}>Ask for changes</Button>}
      <OwnButtons hold={hold} revision={revision} grant={grant} isAuthor={isAuthor} />
    </VerdictBar>
  );
}

function Decide({ verdict, busy, onApprove, onAsk, onSuggest, onReject }: Props) {
  const label = verdict.kind === 'approve' || verdict.kind === 'missing' ? verdict.label : '';
  return (
    <>
      <Button size={36} onClick={onAsk}>Ask for changes</Button>
      <Menu side="top" trigger={<IconButton icon="ui-more" size={36} variant="secondary" label="More decisions" />}>
        <MenuItem icon="ui-pen" keys="S" onSelect={onSuggest}>Suggest a wording</MenuItem>
        <MenuItem icon="ui-x" danger onSelect={onReject}>Reject…</MenuItem>
      </Menu>
      <Button size={36} variant="primary" icon={verdict.kind === 'approve' ? 'ui-check' : undefined} disabled={verdict.kind === 'missing'} busy={busy === 'approve'} data-grow onClick={onApprove} title={verdict.kind === 'approve' ? 'Approve (A)' : undefined}>{label}</Button>
    </>
  );
}
