import { useEffect, useState } from 'react';
import { browser } from '../../runtime/browser';
import { useSessionConnection } from '../session/use-session';
import { connectSites, useSites } from '../stores/sites-store';
import { connectWorkspace, useWorkspace } from '../stores/workspace-store';
import { ErrorState, Skeleton } from '../ui';
import { IdentityStep } from './IdentityStep';
import { PracticeStep } from './PracticeStep';
import { PurposeStep } from './PurposeStep';
import { SecondStep } from './SecondStep';
import { SitesStep } from './SitesStep';
import { hashOf, placeFrom } from './steps';
import type { Place, StepId } from './steps';
import styles from './Welcome.module.css';

/** The first run. Where it stands is in the address, what is done is in the database: a reload resumes both. */
export function WelcomeApp() {
  useSessionConnection();
  const [attempt, setAttempt] = useState(0);
  return (
    <>
      <Connection key={attempt} />
      <Steps onRetry={() => setAttempt(attempt + 1)} />
    </>
  );
}

function Steps({ onRetry }: { onRetry(): void }) {
  const { status, problem, workspace, members } = useWorkspace();
  const { status: sitesStatus, sites } = useSites();
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  if (status === 'failed' || sitesStatus === 'failed') {
    return (
      <main className={styles['left']} style={{ borderInlineEnd: 0 }}>
        <ErrorState title="The workspace could not be read" details={problem} onRetry={onRetry}>Nothing was changed. Posts on covered sites stay held.</ErrorState>
      </main>
    );
  }
  if (status === 'loading' || sitesStatus === 'loading') return <main className={styles['left']} style={{ borderInlineEnd: 0 }}><Skeleton rows={3} label="Opening" /></main>;

  const people = members.filter((member) => member.removedAt === null);
  const place = placeFrom(hash, { workspace: workspace !== null, sites: sites.length, people: people.length });
  const go = (step: StepId, holdId: string | null = null) => {
    const next: Place = { step, holdId };
    location.hash = hashOf(next);
    setHash(hashOf(next));
  };

  switch (place.step) {
    case 'purpose':
      return <PurposeStep resumed={workspace !== null} onStart={() => go('identity')} onSkip={() => void (workspace ? openOptions() : go('identity'))} />;
    case 'identity':
      return <IdentityStep workspace={workspace} owner={members[0] ?? null} onBack={() => go('purpose')} onNext={() => go('sites')} />;
    case 'sites':
      return <SitesStep onBack={() => go('identity')} onNext={() => go('second')} />;
    case 'second':
      return <SecondStep members={members} workspaceName={workspace?.name ?? ''} onBack={() => go('sites')} onNext={() => go('practice')} />;
    case 'practice':
      return <PracticeStep key={place.holdId ?? 'new'} members={members} holdId={place.holdId} onHold={(id) => go('practice', id)} onBack={() => go('second')} onSecond={() => go('second')} onFinish={() => void openOptions()} />;
  }
}

const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** Follows the database while it is mounted; mounting it anew is the retry. */
function Connection() {
  useEffect(() => {
    const stops = [connectWorkspace(), connectSites()];
    return () => stops.forEach((stop) => stop());
  }, []);
  return null;
}
