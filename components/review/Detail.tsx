import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Member } from '../../review/model';
import { ask } from '../../runtime/client';
import { closeHold } from '../queue/nav';
import { connectDetail, showNewest, useDetail } from '../stores/detail-store';
import { Button, ErrorState, IconButton, Skeleton } from '../ui';
import { DetailView } from './DetailView';
import styles from './Detail.module.css';

/** One held post. Looking is told to the background (RT5), so that the author sees who reads. */
export function Detail(props: { holdId: string; member: Member }) {
  const [attempt, setAttempt] = useState(0);
  return <OneHold key={attempt} {...props} onRetry={() => setAttempt((n) => n + 1)} />;
}

function OneHold({ holdId, member, onRetry }: { holdId: string; member: Member; onRetry(): void }) {
  useEffect(() => connectDetail(holdId), [holdId]);
  useEffect(() => {
    void ask('review.open', { holdId });
    const leave = () => void ask('review.close', { holdId });
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [holdId]);
  const { status, problem, detail, competing, damaged, verified, shown, holdId: shownId } = useDetail();
  const revision = detail?.revisions.find(({ number }) => number === shown);

  if (shownId !== holdId || status === 'loading') return <Frame><Skeleton rows={3} label="Loading the post" /></Frame>;
  if (status === 'gone' || (status === 'ready' && !revision)) return <Frame><ErrorState title="This post is not here"><>It may belong to another workspace, or to a store that was reset.</></ErrorState></Frame>;
  if (status === 'failed' || !detail || !revision) return <Frame><ErrorState title="The post could not be read" onRetry={onRetry} details={problem}>It stays held.</ErrorState></Frame>;
  if (damaged.has(revision.number)) {
    return (
      <Frame>
        <ErrorState title="This version does not match its seal" details={`Hold ${holdId}, version ${revision.number}, stored digest ${revision.digest}`}>
          What is stored is not what was held, so it cannot be read or approved here. It stays held. Ask the author to send it again.
        </ErrorState>
      </Frame>
    );
  }
  return <DetailView key={revision.number} detail={detail} revision={revision} competing={competing} verified={verified} damaged={damaged} member={member} onNewest={showNewest} />;
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <div className={styles['detail']}>
      <header className={styles['header']}><IconButton icon="ui-back" label="Back to the list" onClick={closeHold} /></header>
      {children}
      <Button className={styles['away']} variant="quiet" onClick={closeHold}>Back to the list</Button>
    </div>
  );
}
