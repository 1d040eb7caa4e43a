import { useEffect, useState } from 'react';
import { IncidentLine } from '../incidents/IncidentLine';
import { Detail } from '../review/Detail';
import { deliverWaiting, flushRejection } from '../review/submit';
import { KeysHelp } from '../session/KeysHelp';
import { useSession, useSessionConnection } from '../session/use-session';
import { UnlockForm } from '../session/UnlockForm';
import { connectWorkspace, useWorkspace } from '../stores/workspace-store';
import { Button, EmptyState, ErrorState, Skeleton, withdrawOffer } from '../ui';
import { CoverageLine } from './CoverageLine';
import { HandBackLine } from './HandBackLine';
import { Header } from './Header';
import { holdInAddress, resetNav, useNav } from './nav';
import { openOptions, openWelcome } from './open-page';
import { Queue } from './Queue';
import { resetQueue } from '../stores/queue-store';
import { useRememberedPlace } from './remember';
import { useWaitingCount } from './use-waiting-count';
import styles from './App.module.css';

/** The review tree: the same in the popup, the side panel and the review window. */
export function App() {
  const [attempt, setAttempt] = useState(0);
  useSessionConnection();
  useEffect(() => {
    const follow = () => { const id = holdInAddress(location.hash); if (id) resetNav(id); };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return <Store key={attempt} onRetry={() => setAttempt((n) => n + 1)} />;
}

function Store({ onRetry }: { onRetry(): void }) {
  useEffect(() => connectWorkspace(), []);
  const { status, problem, workspace } = useWorkspace();
  return (
    <main className={styles['app']}>
      {!(status === 'ready' && workspace) && <h1 className="cs-hidden">Countersign</h1>}
      {status === 'loading' && <Skeleton label="Loading" />}
      {status === 'failed' && <ErrorState title="Countersign could not open its store" onRetry={onRetry} details={problem}>Held posts stay held. Nothing goes out while the store is unavailable.</ErrorState>}
      {status === 'ready' && !workspace && (
        <EmptyState title="Not set up yet" actions={<Button variant="primary" size={36} onClick={() => void openWelcome()}>Set up Countersign</Button>}>
          Choose your sites and name a second person. It takes about two minutes.
        </EmptyState>
      )}
      {status === 'ready' && workspace && <Signed />}
    </main>
  );
}

function Signed() {
  const session = useSession();
  const { workspace, members } = useWorkspace();
  const { open, help } = useNav();
  const held = useWaitingCount();
  const memberId = session.member?.id ?? null;
  useRememberedPlace(memberId);
  useEffect(() => {
    if (!memberId) return;
    void deliverWaiting();
    return () => {
      // Another person's list must never be seen for a moment through the old one, and another person cannot undo.
      resetQueue();
      withdrawOffer();
    };
  }, [memberId]);
  if (!workspace) return null;
  if (!session.ready) return null;
  if (!session.member) {
    return <UnlockForm workspaceName={workspace.name} members={members} first={session.first} held={held} onUnlock={session.unlock} onAddPerson={() => void openOptions('people/add')} />;
  }
  // What waits for its undo time is sent while its signer is still signed in.
  const leave = async (go: () => Promise<void>) => {
    await flushRejection();
    resetNav();
    await go();
  };
  const closeHelp = () => useNav.setState({ help: false });
  return (
    <>
      {open ? (
        <Detail key={open} holdId={open} member={session.member} />
      ) : (
        <>
          <Header workspace={workspace} member={session.member} members={members} onSwitch={(id) => void leave(() => session.switchTo(id))} onLock={() => void leave(session.lock)} onHelp={() => useNav.setState({ help: true })} />
          <Queue member={session.member} members={members} />
          {session.host && <HandBackLine member={session.member} host={session.host} onHandBack={() => void leave(session.handBack)} />}
          <IncidentLine member={session.member} />
          <CoverageLine />
        </>
      )}
      <KeysHelp open={help} onClose={closeHelp} />
    </>
  );
}
