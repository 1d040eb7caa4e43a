import { useId } from 'react';
import { SET_BY_ORGANISATION } from '../../review/managed';
import type { SiteLine } from '../options/sites/site-list';
import type { Covering } from '../options/sites/use-cover';
import { Icon, siteIcon, Switch } from '../ui';
import styles from './Welcome.module.css';

/** One site with its switch; one that the organisation requires cannot be switched off. The problem, if any, stands under the row it belongs to. */
export function SiteSwitch({ line, covering, disabled, required }: { line: SiteLine; covering: Covering; disabled: boolean; required: boolean }) {
  const id = useId();
  const problem = covering.problem?.key === line.key ? covering.problem.words : null;
  return (
    <li className={styles['site']}>
      <div className={styles['siteRow']}>
        <Icon name={siteIcon(line.icon?.slice(5) ?? line.platform)} size={20} />
        <span className={styles['siteName']} id={id}><b>{line.title}</b><span>{line.hosts[0]}{line.hosts.length > 1 && ` and ${line.hosts.length - 1} more`}{required && ` · ${SET_BY_ORGANISATION}`}</span></span>
        <Switch
          labelledBy={id}
          checked={line.on}
          disabled={disabled || covering.busy === line.key || (required && line.on)}
          onChecked={(on) => void (on ? covering.cover(line.key, line) : covering.uncover(line.key, line))}
        />
      </div>
      {problem && <p className={styles['problem']} role="alert"><Icon name="sev-block" />{problem}</p>}
    </li>
  );
}
