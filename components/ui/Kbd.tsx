import styles from './Kbd.module.css';

/** A keycap. */
export function Kbd({ children }: { children: string }) {
  return <kbd className={styles['key']}>{children}</kbd>;
}
