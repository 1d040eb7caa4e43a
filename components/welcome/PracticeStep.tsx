import { useState } from 'react';
import type { Member } from '../../review/model';
import { browser } from '../../runtime/browser';
import { useRights } from '../workspace/use-rights';
import { SignInNote } from '../options/SignInNote';
import { Button, Icon, Kbd, LinkButton, Tag } from '../ui';
import { PostCard } from './PostCard';
import { PracticeHeld } from './PracticeHeld';
import { tasksAt } from './practice-stage';
import { partOf } from './roles';
import { usePractice } from './use-practice';
import { WelcomeFrame } from './WelcomeFrame';
import cards from './Cards.module.css';
import styles from './Welcome.module.css';

const SAMPLE = 'Our new balm is back in stock on Monday.';

interface Props {
  members: readonly Member[];
  holdId: string | null;
  onHold(holdId: string | null): void;
  onBack(): void;
  onSecond(): void;
  onFinish(): void;
}

/** Step 4: the whole loop with a composer of our own. Everything but the site is real. */
export function PracticeStep({ members, holdId, onHold, onBack, onSecond, onFinish }: Props) {
  const [draft, setDraft] = useState(SAMPLE);
  const practice = usePractice(holdId);
  const rights = useRights();
  const { view, stage } = practice;
  const people = members.filter((member) => member.removedAt === null);
  const author = rights.member;
  const others = people.filter((member) => member.id !== author?.id && member.roles.includes('approver'));
  const written = view && stage !== 'over' ? view.text : draft;
  const canPost = stage === 'write' || stage === 'over' || stage === 'posted';
  const label = author === null ? 'Sign in to post' : others.length === 0 ? 'Add a second person to post' : 'Post';

  const post = async () => {
    const id = await practice.post(draft.trim());
    if (id !== null) onHold(id);
  };

  return (
    <WelcomeFrame
      step="practice"
      title="Try the whole loop once"
      lead="This composer is not a real site. Nothing here goes anywhere."
      sideAt="start"
      foot={
        <>
          {stage === 'posted' && <Button variant="primary" size={40} onClick={onFinish}>Finish</Button>}
          <Button variant="quiet" size={40} className={stage === 'posted' ? undefined : styles['backFirst']} onClick={onBack}>Back</Button>
          {stage !== 'posted' && <span className={styles['footEnd']}><LinkButton onClick={onFinish}>Leave practice</LinkButton></span>}
        </>
      }
      side={
        <>
          <div style={{ inlineSize: '100%', maxInlineSize: 560 }}><Tag tone="note">Practice composer</Tag></div>
          {stage !== 'posted' && (
            <PostCard
              name="Practice"
              handle="@practice"
              count={`${[...written].length} characters`}
              send={<button type="button" className={cards['send']} disabled={!canPost || practice.busy || author === null || others.length === 0 || draft.trim() === ''} onClick={() => void post()}>{canPost ? label : 'Post'}</button>}
            >
              <textarea className={cards['area']} aria-label="Practice post" dir="auto" value={written} readOnly={!canPost} maxLength={500} onChange={(event) => setDraft(event.target.value)} />
            </PostCard>
          )}
          <PracticeHeld practice={practice} onOpen={openPopup} onAgain={() => { onHold(null); setDraft(view?.text ?? SAMPLE); }} />
        </>
      }
    >
      {author === null && canPost && <SignInNote rights={rights} what="post" />}
      {author !== null && others.length === 0 && canPost && (
        <p className={styles['problem']} role="status">
          <Icon name="sev-hold" />
          <span>Nobody but {author.name} approves here, and own posts need another person. <LinkButton onClick={onSecond}>Add the second person</LinkButton></span>
        </p>
      )}
      <ol className={styles['tasks']}>
        {tasksAt(stage).map((task) => (
          <li key={task.id} className={styles['task']} data-state={task.state} aria-current={task.state === 'now' ? 'step' : undefined}>
            {task.state === 'done' ? <Icon name="sev-ok" size={20} label="Done" className={styles['done']} /> : <span className={styles['dot']} data-now={task.state === 'now' || undefined} />}
            {task.words}
          </li>
        ))}
      </ol>
      <div className={styles['tip']}>
        <h2>Pin Countersign to the toolbar</h2>
        <p>Its badge counts what waits for the person signed in. <Kbd>Alt</Kbd> <Kbd>Shift</Kbd> <Kbd>C</Kbd> opens it from anywhere.</p>
      </div>
      {author !== null && partOf(author.roles) === 'approves' && canPost && <p className={`${styles['muted']} ${styles['small']}`}>{author.name} approves in daily work; here {author.name} plays the author.</p>}
    </WelcomeFrame>
  );
}

/** The popup as a window of its own: it stays open while this page is looked at. */
function openPopup(): void {
  void browser.windows.create({ url: browser.runtime.getURL('popup.html'), type: 'popup', width: 416, height: 640 });
}
