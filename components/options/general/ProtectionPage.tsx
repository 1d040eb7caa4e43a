import { useEffect } from 'react';
import type { Managed } from '../../../review/managed';
import { LEVEL_WORDS } from '../../../review/protection';
import { connectProtection, readProtection, useProtection } from '../../stores/protection-store';
import { Button, ErrorState, Icon, Skeleton, useNow } from '../../ui';
import { platformName } from '../../queue/words';
import { PageHeader } from '../PageHeader';
import { ago } from '../sites/coverage';
import page from '../Options.module.css';
import styles from './About.module.css';

const SUB = 'How firmly this browser lets Countersign hold a post. Found out by trying, not by asking.';

/** What the organisation set, in the order of the deployment guide. */
export function policyLines({ expectedLevel, workspaceName, requiredSites, idleMinutes }: Managed): [string, string][] {
  const lines: [string, string][] = [];
  if (expectedLevel) lines.push(['Protection level', `${LEVEL_WORDS[expectedLevel].title} is expected`]);
  if (workspaceName) lines.push(['Workspace', workspaceName]);
  if (requiredSites?.length) lines.push(['Sites that stay on', requiredSites.map(({ platform, host }) => (host ? `${platformName(platform)} (${host})` : platformName(platform))).join(', ')]);
  if (idleMinutes) lines.push(['Signed out after', idleMinutes === 1 ? '1 minute without use' : `${idleMinutes} minutes without use`]);
  return lines;
}

export function ProtectionPage() {
  useEffect(() => connectProtection(), []);
  const { view, problem, checking } = useProtection();
  const now = useNow();
  if (view === null) {
    return (
      <>
        <PageHeader title="Protection" sub={SUB} />
        {problem === null ? <Skeleton rows={3} label="Checking the protection level" /> : <ErrorState title="The protection level is not known" details={problem} onRetry={() => void readProtection()}>Posts on covered sites stay held.</ErrorState>}
      </>
    );
  }
  const { protection, managed } = view;
  const words = LEVEL_WORDS[protection.level];
  const lines = policyLines(managed.values);
  return (
    <>
      <PageHeader title="Protection" sub={SUB} actions={<Button busy={checking} onClick={() => void readProtection(true)}>Check again</Button>} />
      {protection.trouble !== null && (
        <div className={page['alert']} data-tone="block" role="alert">
          <Icon name="sev-block" size={20} />
          <p className={page['alertText']}><strong>Guarded, not Enforced.</strong><span>{protection.trouble}</span></p>
        </div>
      )}
      <div className={styles['columns']}>
        <section aria-labelledby="protection-level">
          <h2 id="protection-level" className={page['h2']}>{words.title}</h2>
          <p className={page['para']}>{words.does}</p>
          <p className={page['meta']}>Checked <time dateTime={new Date(protection.at).toISOString()}>{ago(protection.at, now)}</time></p>
        </section>
        <section aria-labelledby="protection-managed">
          <h2 id="protection-managed" className={page['h2']}>Set by your organisation</h2>
          {lines.length === 0 && <p className={page['para']}>{managed.known ? 'Nothing is set for this browser.' : 'The browser has not named its policies yet. What it says will be followed at once.'}</p>}
          {lines.length > 0 && <dl className={styles['limits']}>{lines.map(([title, value]) => <div key={title}><dt>{title}</dt><dd>{value}</dd></div>)}</dl>}
          {managed.problems.map((one) => <p key={one} className={page['problem']} role="alert"><Icon name="sev-block" />{one}</p>)}
        </section>
        <section aria-labelledby="protection-levels">
          <h2 id="protection-levels" className={page['h2']}>The two levels</h2>
          <dl className={styles['limits']}>
            <div><dt>Guarded</dt><dd>Chrome or Edge with Countersign from a store. The send button, the page’s calls and the network are held, and what leaves is read afterwards. Somebody with developer tools can send something else in the seconds of a release; it is recorded, not stopped.</dd></div>
            <div><dt>Enforced</dt><dd>Firefox, or Chrome and Edge with Countersign installed by policy. Each request is read before it leaves; what does not carry the approved words is stopped.</dd></div>
          </dl>
        </section>
      </div>
    </>
  );
}
