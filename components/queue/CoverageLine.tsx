import { useEffect } from 'react';
import { ask } from '../../runtime/client';
import { LEVEL_WORDS } from '../../review/protection';
import { readProtection, useProtection } from '../stores/protection-store';
import { connectSites, useSites } from '../stores/sites-store';
import { cx, LinkButton, SeverityMark, toast, useNow } from '../ui';
import { useActiveTab } from './active-tab';
import { coverageWords } from './coverage';
import type { CoverageWords } from './coverage';
import { openOptions } from './open-page';
import styles from './CoverageLine.module.css';

/** Which sites the gate stands on, worst news first. */
export function CoverageLine() {
  useEffect(() => connectSites(), []);
  useEffect(() => void readProtection(), []);
  const protection = useProtection((state) => state.view?.protection ?? null);
  const { status, sites, coverage } = useSites();
  const tab = useActiveTab();
  const now = useNow();
  if (status === 'loading') return <footer className={styles['line']} />;
  const words: CoverageWords = status === 'failed'
    ? { level: 'unknown', strong: 'Coverage could not be read.', rest: '', action: { kind: 'details', label: 'Details' } }
    : coverageWords(sites, coverage, tab, now);

  const act = async () => {
    if (words.action.kind !== 'teach' || !tab) return openOptions('sites');
    const answer = await ask('teach.start', { tabId: tab.tabId });
    if (answer.ok) window.close();
    else toast({ title: 'Teaching could not start.', detail: answer.detail, tone: 'trouble' });
  };

  return (
    <footer className={styles['line']}>
      <SeverityMark level={words.level} quiet word={words.level === 'none' ? 'Covered' : 'Not covered'} />
      <p className={styles['words']} title={`${words.strong} ${words.rest}`}>
        <strong className={cx(styles['strong'])}>{words.strong}</strong> {words.rest}
      </p>
      {protection && <span className={styles['level']} data-trouble={protection.trouble !== null} title={protection.trouble ?? LEVEL_WORDS[protection.level].does}>{LEVEL_WORDS[protection.level].title}{protection.trouble !== null && ' only'}</span>}
      <LinkButton onClick={() => void act()}>{words.action.label}</LinkButton>
    </footer>
  );
}
