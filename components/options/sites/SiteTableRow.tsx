import { useId } from 'react';
import type { SiteCover } from '../../../review/coverage/look';
import { LAYERS } from '../../../review/coverage/row';
import { LEVEL_WORDS, summaryOf } from '../../../review/coverage/summary';
import { Icon, IconButton, Menu, MenuItem, siteIcon, Switch } from '../../ui';
import { CoverageCell } from './CoverageCell';
import { ago } from './coverage';
import { LayerList } from './LayerList';
import { Remedy } from './Remedy';
import type { SiteLine } from './site-list';
import type { Covering } from './use-cover';
import page from '../Options.module.css';
import styles from './Sites.module.css';

interface Props {
  line: SiteLine;
  /** null while the site is off, or not looked at yet. */
  cover: SiteCover | null;
  open: boolean;
  onOpen: (open: boolean) => void;
  covering: Covering;
  now: number;
  /** Why the switch cannot be used, or null. */
  why: string | null;
  onExport?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
}

/** One site: what it claims layer by layer, when that was last proved, and its switch. Opens to the sentences. */
export function SiteTableRow({ line, cover, open, onOpen, covering, now, why, onExport, onRemove }: Props) {
  const id = useId();
  const problem = covering.problem?.key === line.key ? covering.problem.words : null;
  const bad = cover?.blind !== null && cover !== null;
  const level = cover ? LEVEL_WORDS[cover.level] : line.on ? '' : 'Off';
  const shown = open && cover !== null;
  const name = (
    <>
      <Icon name={siteIcon(line.icon?.slice(5) ?? line.platform)} size={20} />
      <span id={id} className={styles['names']}><span className={styles['name']}>{line.title}</span><span className={styles['hosts']}>{line.hosts.slice(0, 2).join(', ')}{line.hosts.length > 2 && ` and ${line.hosts.length - 2} more`}</span></span>
    </>
  );
  return (
    <>
      <tr data-open={shown || undefined}>
        <th scope="row" className={styles['rowHead']}>
          {cover
            ? <button type="button" className={styles['site']} aria-expanded={open} aria-controls={`${id}-layers`} onClick={() => onOpen(!open)}><Icon name="ui-chev-r" className={styles['chevron']} />{name}</button>
            : <span className={styles['site']} data-off><span className={styles['noChevron']} />{name}</span>}
        </th>
        {LAYERS.map((layer) => <td key={layer.id} className={styles['wide']}>{cover ? <CoverageCell cell={cover.row[layer.id]} layer={layer.title} /> : <span className={page['muted']} aria-label={level || 'Looking'}>–</span>}</td>)}
        <td className={styles['narrow']}>
          {cover && (
            <span className={styles['glyphs']}>
              {LAYERS.map((layer) => <CoverageCell key={layer.id} cell={cover.row[layer.id]} layer={layer.title} short />)}
              <span className={bad ? styles['bad'] : `${page['muted']} ${styles['summary']}`} aria-hidden="true">{summaryOf(cover.row)}</span>
            </span>
          )}
        </td>
        <td className={`${page['nowrap']} ${styles['level']} ${bad ? styles['bad'] : cover ? '' : page['muted']}`}>{level}</td>
        <td className={`${page['muted']} ${page['nowrap']} ${styles['lastSeen']}`}>{cover && cover.at !== null ? <time dateTime={new Date(cover.at).toISOString()}>{ago(cover.at, now)}</time> : '–'}</td>
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
      {cover && (
        <tr id={`${id}-layers`} hidden={!open} className={styles['layersRow']}>
          <td colSpan={9}><LayerList cover={cover} now={now}><Remedy line={line} cover={cover} covering={covering} /></LayerList></td>
        </tr>
      )}
      {problem && <tr><td colSpan={9} className={styles['under']}><p className={page['problem']} role="alert"><Icon name="sev-block" />{problem}</p></td></tr>}
    </>
  );
}
