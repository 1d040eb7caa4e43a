import { useEffect } from 'react';
import { browser } from '../../runtime/browser';
import { ask } from '../../runtime/client';
import { LEVEL_WORDS } from '../../review/protection';
import { connectProtection, useProtection } from '../stores/protection-store';
import { connectCoverage, useCoverage } from '../stores/coverage-store';
import { connectSites } from '../stores/sites-store';
import { cx, LinkButton, SeverityMark, toast, useNow } from '../ui';
import { useActiveTab } from './active-tab';
import { coverageWords } from './coverage';
import type { CoverageWords } from './coverage';
import { openOptions } from './open-page';
import styles from './CoverageLine.module.css';

const MARKS: Record<CoverageWords['level'], string> = { none: 'Covered', block: 'Not covered', hold: 'Partly covered', unknown: 'Not known', off: 'Not covered' };
const UNREAD: CoverageWords = { level: 'unknown', strong: 'Coverage could not be read.', rest: '', action: { kind: 'details', label: 'Details' }, site: null };

/** What stands between this tab and a post, and what to do when something is missing; then the other sites. */
export function CoverageLine() {
  useEffect(() => connectSites(), []);
  useEffect(() => connectProtection(), []);
  const protection = useProtection((state) => state.view?.protection ?? null);
  const tab = useActiveTab();
  useEffect(() => connectCoverage(tab && { id: tab.tabId, url: tab.url }), [tab]);
  const look = useCoverage();
  const now = useNow();
  if (look.status === 'loading') return <footer className={styles['line']} />;
  const words = look.status === 'failed' ? UNREAD : coverageWords(look, tab, now);
  const missing = look.tab?.missing ?? [];

  const act = (): void => {
    const { kind } = words.action;
    // Asked inside the click: the browser refuses to ask later.
    if (kind === 'access') void browser.permissions.request({ origins: [...missing] }).catch((error: unknown) => toast({ title: 'The browser refused to ask.', detail: String(error), tone: 'trouble' }));
    else if (kind === 'reload' && tab) void browser.tabs.reload(tab.tabId).then(() => window.close());
    else if (kind === 'teach' && tab) void teach(tab.tabId);
    else void openOptions(words.site === null ? 'sites' : `sites/show/${encodeURIComponent(words.site)}`);
  };

  return (
    <footer className={cx(styles['line'], words.level === 'none' || words.level === 'off' ? styles['short'] : styles['long'])} data-level={words.level}>
      <SeverityMark level={words.level} quiet word={MARKS[words.level]} />
      <p className={styles['words']} title={`${words.strong} ${words.rest}`}>
        <strong className={styles['strong']}>{words.strong}</strong> {words.rest}
      </p>
      {protection && <span className={styles['level']} data-trouble={protection.trouble !== null} title={protection.trouble ?? LEVEL_WORDS[protection.level].does}>{LEVEL_WORDS[protection.level].title}{protection.trouble !== null && ' only'}</span>}
      <LinkButton onClick={act}>{words.action.label}</LinkButton>
    </footer>
  );
}

async function teach(tabId: number): Promise<void> {
  const answer = await ask('teach.start', { tabId });
  if (answer.ok) window.close();
  else toast({ title: 'Teaching could not start.', detail: answer.detail, tone: 'trouble' });
}
