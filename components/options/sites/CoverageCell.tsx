import type { Cell } from '../../../review/coverage/cell';
import { cellWord } from '../../../review/coverage/summary';
import { Icon } from '../../ui';
import { GLYPHS } from './coverage';
import styles from './Sites.module.css';

/** One layer on one site: a shape and a word; the word alone is left to screen readers where space is short. */
export function CoverageCell({ cell, layer, short = false }: { cell: Cell; layer: string; short?: boolean }) {
  const word = cellWord(cell);
  return (
    <span className={styles['cell']} data-word={word} title={short ? `${layer}: ${word}. ${cell.why}` : cell.why}>
      <Icon name={GLYPHS[word]} />
      {short ? <span className="cs-hidden">{layer}: {word}. </span> : word}
    </span>
  );
}
