import type { Member } from '../../../review/model';
import { Icon, Mark } from '../../ui';
import type { Cell, Column } from './matrix-facts';
import styles from './People.module.css';

interface Props {
  at: string;
  cell: Cell;
  member: Member;
  column: Column;
  tabbable: boolean;
  onFocus(): void;
  /** Absent when this cell cannot be changed here. */
  onToggle: (() => void) | undefined;
}

const wordsOf = (cell: Cell, covered: boolean): string => (!covered ? (cell.writes ? 'Writes' : cell.reads ? 'Reads' : '–') : cell.writes && cell.approves ? 'Both' : cell.approves ? 'Approves' : cell.writes ? 'Writes' : cell.reads ? 'Reads' : '–');

/** Words and glyphs, never colour alone. A cell that would leave somebody stuck is outlined. */
export function MatrixCell({ at, cell, member, column, tabbable, onFocus, onToggle }: Props) {
  const words = wordsOf(cell, column.covered);
  const what = <>{cell.writes && <Icon name="ui-pen" className={styles['pen']} />}{cell.approves && <Mark kind="countersigned" />}{!cell.writes && !cell.approves && cell.reads && <Icon name="ui-eye" className={styles['pen']} />}{words}</>;
  const spoken = `${member.name} on ${column.title}: ${words === '–' ? 'no part' : words.toLowerCase()}${cell.stuck ? '. Own posts could never be released here' : ''}`;
  const shared = { className: styles['cell'], 'data-at': at, 'data-stuck': cell.stuck || undefined, 'data-none': words === '–' || undefined, tabIndex: tabbable ? 0 : -1, onFocus, 'aria-label': spoken };
  if (onToggle) return <button type="button" {...shared} aria-pressed={cell.approves} title={cell.approves ? `Take approving here away from ${member.name}` : `Let ${member.name} approve here`} onClick={onToggle}>{what}</button>;
  return <span {...shared} role="img">{what}</span>;
}
