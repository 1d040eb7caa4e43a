import { useEffect, useState } from 'react';
import { phraseCount } from '../../../storage/queries/phrases';
import type { PhraseCount } from '../../../storage/queries/phrases';
import { watch } from '../../../storage/queries/watch';
import { Icon } from '../../ui';
import page from '../Options.module.css';
import rules from '../rules/Rules.module.css';

/** The way from the rules to the team's phrases, and whether one of them needs somebody. */
export function PhrasesLink() {
  const [count, setCount] = useState<PhraseCount | null>(null);
  useEffect(() => watch(phraseCount, setCount, (error) => console.warn('Countersign: the phrases could not be counted.', error)), []);
  return (
    <section className={rules['block2']} aria-label="Team phrases">
      <h2 className={page['h2']}>Team phrases</h2>
      <p className={`${page['para']} ${page['muted']}`}>{count === null || count.total === 0 ? 'Words of your own to look for: names that are not announced yet, claims Legal wants to see.' : `${count.total.toLocaleString()} ${count.total === 1 ? 'phrase' : 'phrases'} of your own.`} <a className={page['link2']} href="#rules/phrases">{count?.total ? 'Open the list' : 'Add phrases'}</a></p>
      {count !== null && count.stopped > 0 && <p className={page['alert']} data-tone="hold" style={{ marginBlock: '12px 0' }}><Icon name="sev-hold" size={20} /><span className={page['alertText']}>{count.stopped === 1 ? 'One pattern was switched off because it took too long.' : `${count.stopped.toLocaleString()} patterns were switched off because they took too long.`} <a className={page['link2']} href="#rules/phrases">Mend it</a></span></p>}
    </section>
  );
}
