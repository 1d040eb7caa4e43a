import { useId } from 'react';
import { LEVEL_WORDS } from '../../../review/protection';
import type { ProtectionLevel } from '../../../review/protection';
import { Icon, IconButton, Menu, MenuItem, siteIcon, Switch } from '../../ui';
import { CoverageCell } from './CoverageCell';
import { ago, LAYERS } from './coverage';
import type { CellState, SiteCoverage } from './coverage';
import type { SiteLine } from './site-list';
import type { Covering } from './use-cover';
import page from '../Options.module.css';
import styles from './Sites.module.css';

interface Props {
  line: SiteLine;
  coverage: SiteCoverage;
  covering: Covering;
  now: number;
  /** Why the switch cannot be used, or null. */
  why: string | null;
  /** The level that is really active in this browser. */
  level: ProtectionLevel;
  onExport?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
}

/** One site: what it claims layer by layer, when that was last proved, and its switch. */
export function SiteTableRow({ line, coverage, covering, now, why, level, onExport, onRemove }: Props) {
  const id = useId();
  const problem = covering.problem?.key === line.key ? covering.problem.words : null;
  const off = coverage.intent === 'off';
  // An account that is not recognised is a matter of intent; the page-world layers do not read it.
  const state = (layer: string): CellState => (off ? 'off' : !line.layers.includes(layer) ? 'unused' : layer !== 'intent' && coverage.intent === 'partly' ? 'live' : coverage.intent);
  const bad = coverage.protection === 'Not covered';
  return (
    <>
      <tr>
        <th scope="row" style={{ fontWeight: 400, color: 'inherit', whiteSpace: 'normal', borderBlockEnd: '1px solid var(--cs-hair)' }}>
          <span className={styles['site']}>
            <Icon name={siteIcon(line.icon?.slice(5) ?? line.platform)} size={20} />
            <span id={id}><span className={styles['name']}>{line.title}</span><span className={styles['hosts']}>{line.hosts.slice(0, 2).join(', ')}{line.hosts.length > 2 && ` and ${line.hosts.length - 2} more`}</span></span>
          </span>
        </th>
        {LAYERS.map((layer) => (
          <td key={layer.id} className={styles['wide']}>{off ? (layer.id === 'intent' ? <CoverageCell state="off" layer={layer.title} /> : <span className={page['muted']} aria-label="Off">–</span>) : <CoverageCell state={state(layer.id)} layer={layer.title} />}</td>
        ))}
        <td className={styles['narrow']}>
          <span className={styles['glyphs']}>
            {LAYERS.map((layer) => <CoverageCell key={layer.id} state={state(layer.id)} layer={layer.title} short />)}
            <span className={bad ? styles['bad'] : page['muted']}>{coverage.exception || 'Live'}</span>
          </span>
        </td>
        <td className={`${page['nowrap']} ${bad ? styles['bad'] : coverage.protection === 'Guarded' ? '' : page['muted']}`}>{coverage.protection === 'Guarded' ? LEVEL_WORDS[level].title : coverage.protection}</td>
        <td className={`${page['muted']} ${page['nowrap']} ${styles['lastSeen']}`}>{coverage.at === null ? '–' : <time dateTime={new Date(coverage.at).toISOString()}>{ago(coverage.at, now)}</time>}</td>
        <td>
          <span className={styles['end']}>
            {(onExport || onRemove) && (
              <Menu trigger={<IconButton icon="ui-more" size={28} label={`More for ${line.title}`} />}>
                {onExport && <MenuItem icon="ui-dl" onSelect={onExport}>Export adapter file</MenuItem>}
                {onRemove && <MenuItem icon="ui-x" danger disabled={why !== null} onSelect={onRemove} {...(why ? { detail: why } : {})}>Remove this site</MenuItem>}
              </Menu>
            )}
            <span title={why ?? undefined}><Switch labelledBy={id} checked={line.on} disabled={why !== null || covering.busy === line.key} onChecked={(on) => void (on ? covering.cover(line.key, line) : covering.uncover(line.key, line))} /></span>
          </span>
        </td>
      </tr>
      {problem && <tr><td colSpan={9} className={styles['under']}><p className={page['problem']} role="alert"><Icon name="sev-block" />{problem}</p></td></tr>}
    </>
  );
}
