import { Icon } from '../../ui';
import styles from './Audit.module.css';

export type Chain =
  | { kind: 'unknown' | 'busy' }
  | { kind: 'ok' | 'broken'; entries: number; problem: string }
  | { kind: 'failed'; problem: string };

/** What the last verification said. Nothing is claimed before one was made. */
export function ChainState({ chain }: { chain: Chain }) {
  return (
    <span role="status">
      {chain.kind === 'ok' && <span className={styles['ok']}><Icon name="sev-ok" />Chain unbroken, {chain.entries.toLocaleString()} entries</span>}
      {chain.kind === 'broken' && <span className={styles['broken']}><Icon name="sev-block" />{chain.problem || 'The chain is broken'}</span>}
      {chain.kind === 'failed' && <span className={styles['broken']}><Icon name="sev-unknown" />{chain.problem}</span>}
    </span>
  );
}
