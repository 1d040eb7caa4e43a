import { Icon } from '../../ui';
import type { IconName } from '../../ui';
import { CELL_WORDS } from './coverage';
import type { CellState } from './coverage';
import styles from './Sites.module.css';

const GLYPH: Record<CellState, IconName> = { live: 'sev-ok', partly: 'sev-warn', down: 'sev-block', unseen: 'sev-off', unused: 'sev-off', off: 'sev-off' };

/** One layer on one site: a shape and a word; the word alone is left to screen readers where space is short. */
export function CoverageCell({ state, layer, short = false }: { state: CellState; layer: string; short?: boolean }) {
  return (
    <span className={styles['cell']} data-state={state} title={short ? `${layer}: ${CELL_WORDS[state]}` : undefined}>
      <Icon name={GLYPH[state]} />
      {short ? <span className="cs-hidden">{layer}: {CELL_WORDS[state]}</span> : CELL_WORDS[state]}
    </span>
  );
}
