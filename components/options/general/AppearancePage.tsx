import { useState } from 'react';
import { setSingleKeys, singleKeysOn } from '../../session/shortcuts';
import { getAppearance, Kbd, RadioCards, setAppearance, Switch } from '../../ui';
import type { Appearance } from '../../ui';
import { PageHeader } from '../PageHeader';
import { getDensity, setDensity } from './density';
import type { Density } from './density';
import page from '../Options.module.css';
import styles from '../rules/Rules.module.css';

/** How Countersign's own pages look in this browser. The panel inside a site follows the site. */
export function AppearancePage() {
  const [appearance, choose] = useState(getAppearance());
  const [density, setShown] = useState(getDensity());
  const [keys, setKeys] = useState(singleKeysOn());
  return (
    <>
      <PageHeader title="Appearance" sub="For this browser only. The panel inside a site follows the light of the site." />
      <div className={page['form']}>
        <section aria-label="Theme">
          <h2 className={page['h2']}>Theme</h2>
          <RadioCards<Appearance> label="Theme" value={appearance} onValue={(next) => { choose(next); setAppearance(next); }} cards={[{ value: 'system', title: 'As the system', detail: 'Changes with it' }, { value: 'light', title: 'Light' }, { value: 'dark', title: 'Dark' }]} />
        </section>
        <section aria-label="Density">
          <h2 className={page['h2']}>Density</h2>
          <RadioCards<Density> label="Density" value={density} onValue={(next) => { setShown(next); setDensity(next); }} cards={[{ value: 'comfortable', title: 'Comfortable', detail: 'Roomier tables and timeline' }, { value: 'compact', title: 'Compact', detail: 'More rows on one screen' }]} />
        </section>
        <section aria-label="Keyboard">
          <h2 className={page['h2']}>Keyboard</h2>
          <div className={styles['option']}>
            <div>
              <h3 id="single-key-switch">Single-key shortcuts</h3>
              <p>In the queue, <Kbd>J</Kbd> and <Kbd>K</Kbd> move, <Kbd>A</Kbd> approves, <Kbd>R</Kbd> asks for changes. Off while typing; every one of them has a button too.</p>
            </div>
            <Switch labelledBy="single-key-switch" checked={keys} onChecked={(on) => { setKeys(on); setSingleKeys(on); }} />
          </div>
        </section>
      </div>
    </>
  );
}
