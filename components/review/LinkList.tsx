import { Icon } from '../ui';
import { readLink } from './links';
import styles from './LinkList.module.css';

/** Every link with the host it really leads to. Not clickable: nobody should visit a suspicious one by accident. */
export function LinkList({ links }: { links: readonly string[] }) {
  return (
    <ul className={styles['list']} aria-label="Links">
      {links.map((written, index) => {
        const { host, other, warnings } = readLink(written);
        return (
          <li key={index} className={styles['item']}>
            <Icon name="ui-link" size={14} className={styles['icon']} />
            <div className={styles['words']}>
              <span className={styles['lead']}>Leads to</span> <strong className={styles['host']}>{host || written}</strong>
              {other && <span className={styles['other']}> {other}</span>}
              {warnings.map((warning) => <p key={warning} className={styles['warning']}>{warning}</p>)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
