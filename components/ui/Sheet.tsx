import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { IconButton } from './Button';
import styles from './Sheet.module.css';

interface Props {
  open: boolean;
  onClose(): void;
  title: ReactNode;
  children: ReactNode;
  /** Pinned row of buttons. */
  foot?: ReactNode;
  initialFocus?: RefObject<HTMLElement | null>;
}

/** Rises over the view and leaves the header visible. Esc, the cross and the scrim close it. */
export function Sheet({ open, onClose, title, children, foot, initialFocus }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => { if (!next) onClose(); }}>
      <Base.Portal>
        <Base.Backdrop className={styles['scrim']} />
        <Base.Popup className={styles['sheet']} {...(initialFocus ? { initialFocus } : {})}>
          <header className={styles['head']}>
            <Base.Title className={styles['title']}>{title}</Base.Title>
            <Base.Close render={<IconButton icon="ui-x" label="Close" />} />
          </header>
          <div className={styles['body']}>{children}</div>
          {foot && <footer className={styles['foot']}>{foot}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Centred, for a question that must be answered before anything else. */
export function Dialog({ open, onClose, title, children, foot, initialFocus }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => { if (!next) onClose(); }}>
      <Base.Portal>
        <Base.Backdrop className={styles['scrim']} />
        <Base.Popup className={styles['dialog']} {...(initialFocus ? { initialFocus } : {})}>
          <header className={styles['head']}>
            <Base.Title className={styles['title']}>{title}</Base.Title>
            <Base.Close render={<IconButton icon="ui-x" label="Close" />} />
          </header>
          <div className={styles['body']}>{children}</div>
          {foot && <footer className={styles['foot']}>{foot}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
