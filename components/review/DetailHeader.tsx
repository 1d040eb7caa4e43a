import type { ReactNode } from 'react';
import type { Revision } from '../../review/model';
import { closeHold, step, useNav } from '../queue/nav';
import { isPopup, openInWindow } from '../queue/open-page';
import { IconButton, Menu, MenuItem, MenuSeparator, toast } from '../ui';
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

interface MenuProps { canDecide: boolean; revision: Revision; onSuggest(): void; onReject(): void }

/** Everything rarer; each entry that decides is in the verdict bar's own menu too. */
export function DetailMenu({ canDecide, revision, onSuggest, onReject }: MenuProps) {
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => toast({ title: 'Copied.' }), () => toast({ title: 'That could not be copied.', tone: 'trouble' }));
  return (
    <Menu trigger={<IconButton icon="ui-more" label="More" />}>
      {canDecide && <MenuItem icon="ui-pen" keys="S" onSelect={onSuggest}>Suggest a wording</MenuItem>}
      {canDecide && <MenuItem icon="ui-x" danger onSelect={onReject}>Reject…</MenuItem>}
      {canDecide && <MenuSeparator />}
      <MenuItem icon="ui-copy" onSelect={() => copy(revision.manifest.text)}>Copy text</MenuItem>
      <MenuItem icon="ui-copy" onSelect={() => copy(revision.digest)}>Copy full seal</MenuItem>
    </Menu>
  );
}
