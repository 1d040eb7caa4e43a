import type { ReactNode } from 'react';
import { closeHold, step, useNav } from '../queue/nav';
import { isPopup, openInWindow } from '../queue/open-page';
import { IconButton } from '../ui';
import styles from './Detail.module.css';

/** Back, place in the list, and the ways to look at this post elsewhere. */
export function DetailHeader({ holdId, menu }: { holdId: string; menu: ReactNode }) {
  const order = useNav((state) => state.order);
  const at = order.indexOf(holdId);
  return (
    <header className={styles['header']}>
      <IconButton icon="ui-back" label="Back to the list" onClick={closeHold} />
      {at >= 0 && (
        <>
          <span className={styles['place']}>{at + 1} of {order.length}</span>
          <IconButton icon="ui-chev-u" label="Previous post" size={28} glyph={18} disabled={at === 0} onClick={() => step(-1)} />
          <IconButton icon="ui-chev-d" label="Next post" size={28} glyph={18} disabled={at === order.length - 1} onClick={() => step(1)} />
        </>
      )}
      <span className={styles['gap']} />
      {isPopup() && <IconButton icon="ui-ext" label="Open in window" glyph={18} onClick={() => void openInWindow(holdId)} />}
      {menu}
    </header>
  );
}
