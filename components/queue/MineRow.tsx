import { Button, Icon, Mark, siteIcon } from '../ui';
import type { MineGlyph, MineStatus } from './mine';
import { mineStatus } from './mine';
import { ExcerptLine } from './WaitingRow';
import type { RowProps } from './WaitingRow';
import { agoWords, platformName, surfaceWords } from './words';
import styles from './Row.module.css';

/** An author's post: where it stands, and the one action that helps. */
export function MineRow({ hold, revision, selected, now, nameOf, onOpen, onAct, busy, own }: RowProps & { onAct(status: MineStatus): void; busy: boolean; own: boolean }) {
  const status = mineStatus(hold, { now, nameOf });
  return (
    <div className={styles['mine']} data-selected={selected || undefined}>
      <button type="button" className={styles['cover']} data-row={hold.id} tabIndex={selected ? 0 : -1} onClick={onOpen} aria-label={`${hold.summary.handle}, ${surfaceWords(hold.surface, hold.summary.targetLabel, hold.summary.mediaCount)}. ${status.words} ${status.detail}`} />
      <Icon name={siteIcon(hold.platform)} size={18} label={platformName(hold.platform)} className={styles['site']} />
      <span className={styles['where']}>
        <strong className={styles['handle']}>{hold.summary.handle}</strong>
        <span className={styles['surface']}>{surfaceWords(hold.surface, hold.summary.targetLabel, hold.summary.mediaCount)}</span>
      </span>
      <span className={styles['age']}>{agoWords(hold.updatedAt, now)}</span>
      <ExcerptLine hold={hold} revision={revision} quiet />
      <StatusWords status={status} />
      {status.action && (own || status.action === 'permalink') && (
        <Button size={24} className={styles['act']} variant={status.action === 'open' ? 'primary' : 'secondary'} busy={busy} onClick={() => onAct(status)}>{status.label}</Button>
      )}
    </div>
  );
}

export function StatusWords({ status }: { status: MineStatus }) {
  return (
    <span className={styles['why']}>
      <StatusGlyph glyph={status.glyph} />
      <strong className={styles['status']} data-tone={status.tone}>{status.words}</strong>
      <span className={styles['reason']}>{status.detail}</span>
    </span>
  );
}

function StatusGlyph({ glyph }: { glyph: MineGlyph }) {
  if (glyph === 'held' || glyph === 'countersigned') return <Mark kind={glyph} />;
  const names = { undo: 'ui-undo', unknown: 'sev-unknown', cross: 'ui-x', clock: 'ui-clock' } as const;
  return <Icon name={names[glyph]} className={styles[`glyph-${glyph}`]} />;
}
