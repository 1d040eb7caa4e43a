import { useEffect, useState } from 'react';
import { browser } from '../../runtime/browser';
import { useSessionConnection } from '../session/use-session';
import { connectCoverage, useCoverage } from '../stores/coverage-store';
import { connectSites, useSites } from '../stores/sites-store';
import { connectWorkspace, useWorkspace } from '../stores/workspace-store';
import { Button, EmptyState, ErrorState, Skeleton } from '../ui';
import { AboutPage } from './general/AboutPage';
import { AppearancePage } from './general/AppearancePage';
import { ProtectionPage } from './general/ProtectionPage';
import { AuditPage } from './audit/AuditPage';
import { PageHeader } from './PageHeader';
import { PeoplePage } from './people/PeoplePage';
import { Rail } from './Rail';
import { routeFromHash, ROUTES } from './routes';
import type { Route } from './routes';
import { PhrasesPage } from './phrases/PhrasesPage';
import { RulesPage } from './rules/RulesPage';
import { SitesPage } from './sites/SitesPage';
import { unguardedCount } from './sites/coverage';
import styles from './Options.module.css';

/** The options page: a rail, one page, and every page reads the same live copy of the workspace. */
export function OptionsApp() {
  useSessionConnection();
  const [attempt, setAttempt] = useState(0);
  const [route, setRoute] = useState<Route>(() => routeFromHash(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeFromHash(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const { sites } = useCoverage();
  return (
    <div className={styles['page']}>
      <Connection key={attempt} />
      <Rail current={route.id} unguarded={unguardedCount(sites)} />
      <main className={styles['main']} key={route.id}>
        <Page route={route} onRetry={() => setAttempt(attempt + 1)} />
      </main>
    </div>
  );
}

function Page({ route, onRetry }: { route: Route; onRetry(): void }) {
  const workspace = useWorkspace();
  const sites = useSites();
  const title = ROUTES.find((entry) => entry.id === route.id)?.title ?? '';
  if (route.id === 'appearance') return <AppearancePage />;
  if (route.id === 'protection') return <ProtectionPage />;
  if (route.id === 'about') return <AboutPage />;
  if (workspace.status === 'failed' || sites.status === 'failed') {
    return (
      <>
        <PageHeader title={title} />
        <ErrorState title="The workspace could not be read" details={workspace.problem || sites.problem} onRetry={onRetry}>Nothing was changed. Posts on covered sites stay held.</ErrorState>
      </>
    );
  }
  if (workspace.status === 'loading' || sites.status === 'loading') return <><PageHeader title={title} /><Skeleton rows={4} label={`Reading ${title}`} /></>;
  if (workspace.workspace === null) {
    return (
      <>
        <PageHeader title={title} />
        <EmptyState title="No workspace yet" actions={<Button variant="primary" onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') })}>Start the first run</Button>}>
          The first run makes one in about two minutes. Nothing is covered before that.
        </EmptyState>
      </>
    );
  }
  const props = { workspace: workspace.workspace, members: workspace.members };
  switch (route.id) {
    case 'rules': return route.rest === 'phrases' ? <PhrasesPage {...props} /> : <RulesPage {...props} />;
    case 'people': return <PeoplePage {...props} rest={route.rest} />;
    case 'sites': return <SitesPage rest={route.rest} />;
    case 'audit': return <AuditPage {...props} />;
  }
}

/** Follows the database while it is mounted; mounting it anew is the retry. */
function Connection() {
  useEffect(() => {
    const stops = [connectWorkspace(), connectSites(), connectCoverage(null)];
    return () => stops.forEach((stop) => stop());
  }, []);
  return null;
}
