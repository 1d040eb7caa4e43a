import type { HoldView } from '../../review/contract';
import { useWorkspace } from '../stores/workspace-store';
import { Button, Icon, SignatureLine } from '../ui';
import { lineDetail } from './line-detail';
import { HeldCard } from './HeldCard';
import { PostCard } from './PostCard';
import { secondsLeft } from './practice-stage';
import type { Practice } from './use-practice';
import styles from './Welcome.module.css';

const clock = (at: number): string => new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(at);
const waiting = (view: HoldView): string => view.lines.filter((line) => line.state === 'open' || line.state === 'reading').map((line) => line.person.name).join(' or ') || 'the second person';

/** What stands under the practice composer, in every state the loop can reach. */
export function PracticeHeld({ practice, onOpen, onAgain }: { practice: Practice; onOpen(): void; onAgain(): void }) {
  const { view, stage, now, problem, busy } = practice;
  const undoMs = useWorkspace((state) => state.workspace?.rules.undoMs ?? 0);
  const trouble = problem && <p className={styles['problem']} role="alert"><Icon name="sev-block" />{problem}</p>;
  if (!view || stage === 'write') return trouble;
  const lines = view.lines.map((line) => <SignatureLine key={`${line.person.id}:${line.state}`} state={line.state} name={line.person.name} detail={lineDetail(line)} fresh={line.state === 'approved' && stage === 'countdown'} />);
  const aside = `Version ${view.revision} · ${clock(view.createdAt)}`;
  const again = <Button key="again" size={28} onClick={onAgain}>Write another</Button>;
  const takeBack = <Button key="back" size={28} busy={busy} onClick={() => void practice.recall()}>Take back</Button>;
  const open = <Button key="open" size={28} variant="primary" icon="ui-ext" onClick={onOpen}>Open the queue</Button>;

  switch (stage) {
    case 'posted':
      return (
        <>
          <div role="status" className="cs-hidden">The post went out.</div>
          <PostCard name="Practice" handle="@practice" landed>{view.text}</PostCard>
          <HeldCard title="Posted" aside={aside} tone="ok" words="Exactly the text that was signed went out, once. On a real site this is the site’s own post." actions={again}>{lines}</HeldCard>
        </>
      );
    case 'countdown': {
      const left = view.grant ? secondsLeft(view.grant.notBefore, now) : 0;
      return (
        <>
          <HeldCard title="Cleared to post" aside={aside} tone="accent" {...(view.grant && undoMs > 0 ? { left: Math.min(1, (left * 1000) / undoMs) } : {})} words={left > 0 ? `Goes out in ${left} s. Either side can still stop it.` : 'Going out now.'} actions={left > 0 ? <Button key="stop" size={28} busy={busy} onClick={() => void practice.stop()}>Stop</Button> : problem && <Button size={28} onClick={practice.retry}>Try again</Button>}>{lines}</HeldCard>
          {trouble}
        </>
      );
    }
    case 'releasing':
      return <HeldCard title="Going out" aside={aside} tone="accent" words="The clearance is used up; it cannot be used twice.">{lines}</HeldCard>;
    case 'unknown':
      return <HeldCard title="Did it go out?" aside={aside} words="The page was closed in between, so nobody knows. On a real site a person looks and says so; nothing is ever sent again by itself." actions={<><Button size={28} busy={busy} onClick={() => void practice.resolve(true)}>It is there</Button><Button size={28} busy={busy} onClick={() => void practice.resolve(false)}>It is not there</Button></>}>{lines}</HeldCard>;
    case 'failed':
      return <HeldCard title="Not sent" aside={aside} tone="block" words={view.outcomeDetail || 'The post did not go out. The text is kept.'} actions={again}>{lines}</HeldCard>;
    case 'returned':
      return (
        <HeldCard title={`${view.returned?.by.name ?? 'The approver'} asks for changes`} aside={aside} words={view.returned?.suggestion ? <>Suggested: “{view.returned.suggestion}”</> : view.returned?.text ? `“${view.returned.text}”` : 'The post stays held until it is changed.'} actions={<>{takeBack}{open}</>}>{lines}</HeldCard>
      );
    case 'over':
      return (
        <>
          <HeldCard title={OVER[view.workflow] ?? 'Ended'} aside={aside} tone={view.workflow === 'rejected' ? 'block' : 'hold'} words={view.rejected?.text ? `${view.rejected.by.name}: “${view.rejected.text}”` : 'Nothing was sent. The text is kept in the composer.'} actions={again} />
          {trouble}
        </>
      );
    default:
      return (
        <>
          <HeldCard title="Held for review" aside={aside} words={view.workflow === 'approved' ? 'Signed, and stopped before it went out.' : `Nothing has been sent. Open Countersign from the toolbar and approve as ${waiting(view)}.`} actions={<>{view.workflow === 'approved' ? <Button size={28} variant="primary" busy={busy} onClick={() => void practice.stop()}>Resume</Button> : open}{takeBack}</>}>{lines}</HeldCard>
          {trouble}
        </>
      );
  }
}

const OVER: Partial<Record<HoldView['workflow'], string>> = { recalled: 'Taken back', rejected: 'Rejected', expired: 'Expired', superseded: 'Superseded' };
