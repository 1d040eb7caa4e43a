import { Icon, Logo } from '../ui';
import { ROUTES } from './routes';
import type { RouteId } from './routes';
import { RailPerson } from './RailPerson';
import styles from './Options.module.css';

/** The left rail. A red mark on Sites says that a covered site is not guarded at this moment. */
export function Rail({ current, unguarded }: { current: RouteId; unguarded: number }) {
  return (
    <nav className={styles['rail']} aria-label="Options">
      <div className={styles['brand']}><Logo size={24} /><span className={styles['brandText']} aria-hidden="true">Countersign</span></div>
      {(['work', 'page'] as const).map((group) => (
        <ul key={group} className={styles['nav']}>
          {group === 'page' && <li className={styles['navGap']} aria-hidden="true" />}
          {ROUTES.filter((route) => route.group === group).map((route) => (
            <li key={route.id}>
              <a className={styles['link']} href={`#${route.id}`} aria-current={route.id === current ? 'page' : undefined} title={route.title}>
                <Icon name={route.icon} size={20} />
                <span className={styles['linkText']}>{route.title}</span>
                {route.id === 'sites' && unguarded > 0 && <span className={styles['mark']} style={{ color: 'var(--cs-block-mark)' }}><Icon name="sev-block" size={16} label={`${unguarded} not covered`} /></span>}
              </a>
            </li>
          ))}
        </ul>
      ))}
      <div className={styles['foot']}><RailPerson /></div>
    </nav>
  );
}
