import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './Icon';
import type { IconName } from './icons';
import styles from './Menu.module.css';

interface Props {
  /** The button that opens it. */
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'end';
  side?: 'top' | 'bottom';
}

export function Menu({ trigger, children, align = 'end', side = 'bottom' }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles['positioner']} align={align} side={side} sideOffset={4} collisionPadding={8}>
          <Base.Popup className={styles['popup']}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface ItemProps { icon?: IconName; onSelect(): void; danger?: boolean; disabled?: boolean; detail?: ReactNode; keys?: string; children: ReactNode }

export function MenuItem({ icon, onSelect, danger = false, disabled = false, detail, keys, children }: ItemProps) {
  return (
    <Base.Item className={cx(styles['item'], danger && styles['danger'])} onClick={onSelect} disabled={disabled}>
      {icon && <Icon name={icon} className={styles['icon']} />}
      <span className={styles['words']}>
        {children}
        {detail && <span className={styles['detail']}>{detail}</span>}
      </span>
      {keys && <kbd className={styles['keys']}>{keys}</kbd>}
    </Base.Item>
  );
}

export function MenuSeparator() {
  return <Base.Separator className={styles['separator']} />;
}

/** Names a part of the menu; not selectable. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <div className={styles['heading']} role="presentation">{children}</div>;
}
