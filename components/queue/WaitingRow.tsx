import type { Revision } from '../../review/model';
import type { StoredHold } from '../../storage/rows';
import { Icon, Mark, SeverityMark, siteIcon } from '../ui';
import { Due } from './Due';
import { excerptAround } from './excerpt';
import { MarkedWords } from './MarkedWords';
import { platformName, surfaceWords } from './words';
import styles from './Row.module.css';

export interface RowProps {
  hold: StoredHold;
  revision: Revision | undefined;
  selected: boolean;
  now: number;
  nameOf(id: string): string;
  onOpen(): void;
}

/** Three lines: where, the words that matter, why and who. The whole row is one button. */
export function WaitingRow({ hold, revision, selected, now, nameOf, onOpen }: RowProps) {
  const { quorum } = hold.requirement;
  return (
    <button type="button" className={styles['row']} data-selected={selected || undefined} data-row={hold.id} tabIndex={selected ? 0 : -1} onClick={onOpen}>
      <Icon name={siteIcon(hold.platform)} size={18} label={platformName(hold.platform)} className={styles['site']} />
      <span className={styles['where']}>
        <strong className={styles['handle']}>{hold.summary.handle}</strong>
        <span className={styles['surface']}>{surfaceWords(hold.surface, hold.summary.targetLabel, hold.summary.mediaCount)}</span>
      </span>
      <Due hold={hold} now={now} />
      <ExcerptLine hold={hold} revision={revision} />
      <span className={styles['why']}>
        <SeverityMark level={hold.worstSeverity ?? 'none'} />
        <span className={styles['reason']}>{hold.deadlock ? 'Nobody can approve this yet' : hold.summary.worstReason || `Needs ${quorum === 1 ? 'one approval' : `${quorum} approvals`}`}</span>
      </span>
      <span className={styles['who']}>
        {quorum > 1 && <><Mark kind={hold.summary.approvals > 0 ? 'countersigned' : 'held'} size={12} className={styles['meter']} /> {hold.summary.approvals} of {quorum} · </>}
        {nameOf(hold.authorId)}
      </span>
    </button>
  );
}

export function ExcerptLine({ hold, revision, quiet = false }: { hold: StoredHold; revision: Revision | undefined; quiet?: boolean }) {
  if (!revision) return <span className={styles['text']} data-quiet={quiet || undefined} dir="auto">{hold.excerpt}</span>;
  const { before, words, after, severity } = excerptAround(revision.manifest.text, quiet ? [] : revision.findings);
  return (
    <span className={styles['text']} data-quiet={quiet || undefined} dir="auto">
      {before}{words && severity && <MarkedWords severity={severity}>{words}</MarkedWords>}{after}
      {!before && !words && (revision.manifest.media.length > 0 ? 'No text, only attachments' : 'No text')}
    </span>
  );
}
