import { Fragment } from 'react';
import { ADAPTERS } from '../../platforms';
import { isRequired } from '../../review/managed';
import { Button, Icon, Logo } from '../ui';
import { SignInNote } from '../options/SignInNote';
import { useManaged } from '../workspace/use-managed';
import { useRights } from '../workspace/use-rights';
import { siteLines, isSelfHosted } from '../options/sites/site-list';
import type { SiteLine } from '../options/sites/site-list';
import { useCover } from '../options/sites/use-cover';
import { useSites } from '../stores/sites-store';
import { SelfHostedLine } from './SelfHostedLine';
import { SiteSwitch } from './SiteSwitch';
import { WelcomeFrame } from './WelcomeFrame';
import styles from './Welcome.module.css';

/** Step 2: each switch asks the browser for that site only; nothing is covered before that. */
export function SitesStep({ onBack, onNext }: { onBack(): void; onNext(): void }) {
  const { sites, adapters } = useSites();
  const covering = useCover();
  const rights = useRights();
  const managed = useManaged();
  const lines = siteLines(ADAPTERS, adapters, sites);
  const row = (line: SiteLine) => <SiteSwitch key={line.key} line={line} covering={covering} disabled={!rights.canEdit} required={isRequired(managed, line)} />;
  const on = lines.filter((line) => line.on).length;
  return (
    <WelcomeFrame
      step="sites"
      title="Where should it stand guard?"
      lead="Countersign runs only on the sites switched on here. Nothing leaves this browser."
      foot={
        <>
          <Button variant="primary" size={40} onClick={onNext}>{on === 0 ? 'Continue without a site' : `Continue with ${on} ${on === 1 ? 'site' : 'sites'}`}</Button>
          <Button variant="quiet" size={40} onClick={onBack}>Back</Button>
        </>
      }
      side={<Permissions />}
    >
      <SignInNote rights={rights} what="choose sites" />
      <ul className={styles['sites']} aria-label="Sites">
        {ADAPTERS.map((adapter) => (
          <Fragment key={adapter.id}>
            {lines.filter((line) => line.platform === adapter.id).map(row)}
            {isSelfHosted(adapter) && <SelfHostedLine adapter={adapter} covering={covering} disabled={!rights.canEdit} />}
          </Fragment>
        ))}
        {lines.filter((line) => line.custom).map(row)}
      </ul>
      <p className={styles['note']}><Icon name="ui-puzzle" />Any other site can be taught later, under Sites &amp; coverage.</p>
    </WelcomeFrame>
  );
}

function Permissions() {
  return (
    <>
      <section className={styles['card']} aria-label="What the browser will ask">
        <div className={styles['withLogo']}>
          <Logo size={32} />
          <div>
            <h2 className={styles['cardTitle']}>The browser will ask once per site</h2>
            <p className={styles['muted']}>“Read and change your data on this site” is how browsers describe it.</p>
          </div>
        </div>
        <dl className={styles['facts']}>
          <dt>It reads</dt><dd>the composer, the account it posts as, and the post being answered</dd>
          <dt>It stops</dt><dd>the send button, its shortcut and the form, until the post is signed</dd>
          <dt>It covers</dt><dd>every account on the site, until accounts are named or a private one is left out</dd>
          <dt>It never reads</dt><dd>passwords, the rest of the page, other tabs</dd>
          <dt>It cannot stop</dt><dd>posts from a phone, from another browser, or from the site’s own scheduler</dd>
        </dl>
      </section>
      <p className={styles['note']}><Icon name="ui-lock" />A site can be switched off at any time under Sites &amp; coverage.</p>
    </>
  );
}
