import type { ReactNode } from 'react';
import { cx, initials } from '../ui';
import styles from './Cards.module.css';

interface Props {
  name: string;
  handle: string;
  children: ReactNode;
  /** The send control, or nothing for a post that is out. */
  send?: ReactNode;
  /** Left of the send control. */
  count?: ReactNode;
  landed?: boolean;
}

/** A post as a site would draw it; deliberately not in our own style. */
export function PostCard({ name, handle, children, send, count, landed = false }: Props) {
  return (
    <article className={cx(styles['post'], landed && styles['posted'])}>
      <span className={styles['face']} aria-hidden="true">{initials(name)}</span>
      <div>
        <div className={styles['who']}>{name}<span>{handle}</span></div>
        {typeof children === 'string' ? <p className={styles['text']} dir="auto">{children}</p> : children}
        {send && <div className={styles['tools']}><span className={styles['count']}>{count}</span>{send}</div>}
      </div>
    </article>
  );
}

/** The send control in a picture: looks like one, is none. */
export function SendPicture({ children }: { children: string }) {
  return <span className={styles['send']} aria-hidden="true">{children}</span>;
}
