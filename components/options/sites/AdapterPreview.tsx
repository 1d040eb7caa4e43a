import type { ReactNode } from 'react';
import type { Adapter } from '../../../platforms/schema';
import { Icon, siteIcon } from '../../ui';
import { hostList } from './hosts';
import { surfaceWords } from './site-list';
import page from '../Options.module.css';
import styles from './Sites.module.css';

const KEYS: Record<string, string> = { enter: 'Enter', 'mod+enter': 'Ctrl or Cmd + Enter', 'shift+enter': 'Shift + Enter', 'alt+enter': 'Alt + Enter', 'mod+s': 'Ctrl or Cmd + S', 'alt+s': 'Alt + S' };

/** What an adapter would do, in words, before it is saved. Everything from the file is drawn as text. */
export function AdapterPreview({ adapter, children }: { adapter: Adapter; children: ReactNode }) {
  const keys = [...new Set(adapter.surfaces.flatMap((surface) => surface.keys.map((key) => KEYS[key.combo] ?? key.combo)))];
  return (
    <section className={styles['card']} aria-label="What this adapter does">
      <h2 className={page['h2']} style={{ display: 'flex', gap: 8, alignItems: 'center' }}><Icon name={siteIcon(adapter.icon?.slice(5) ?? adapter.id)} size={20} />{adapter.title}</h2>
      <dl className={styles['facts']}>
        <dt>Runs on</dt><dd>{adapter.hosts.length === 0 ? 'the server named below' : hostList(adapter.hosts).join(', ')}</dd>
        <dt>Holds</dt><dd>{surfaceWords(adapter).join(', ')}</dd>
        <dt>Stops</dt><dd>{[adapter.surfaces.some((surface) => surface.send.selectors.length > 0 || surface.send.labels) ? 'its send control' : '', ...keys].filter(Boolean).join(', ') || 'the form itself'}</dd>
        <dt>Account</dt><dd>{adapter.identity.handle.map((source) => (source.from === 'fixed' ? `always ${source.value}` : source.from === 'url' ? 'from the address' : 'from the page')).filter((words, index, all) => all.indexOf(words) === index).join(', else ')}</dd>
        <dt>After release</dt><dd>{adapter.release === 'replay' ? 'the author’s own send is repeated once' : 'the author presses send once more'}</dd>
        {adapter.gaps.length > 0 && <><dt>Not covered</dt><dd>{adapter.gaps.join(' ')}</dd></>}
        <dt>Checked on</dt><dd>{adapter.verified}</dd>
      </dl>
      <div className={page['stack']} style={{ marginBlockStart: 16 }}>{children}</div>
    </section>
  );
}
