import { Icon, Mark } from '../../ui';
import type { IconName } from '../../ui';
import { EntryDetail } from './EntryDetail';
import type { AuditItem } from './use-audit';
import styles from './Audit.module.css';

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
export const shortHash = (hash: string): string => `${hash.slice(0, 4)}…${hash.slice(-2)}`;

/** One act: when, what, who, and the hash it is sealed with. Opens to everything the entry says. */
export function EntryRow({ item, last, open, onToggle }: { item: AuditItem; last: boolean; open: boolean; onToggle(): void }) {
  const { entry, sentence } = item;
  return (
    <>
      <button type="button" className={styles['entry']} aria-expanded={open} onClick={onToggle} data-last={last || undefined}>
        <time className={styles['time']} dateTime={new Date(entry.at).toISOString()}>{clock.format(entry.at)}</time>
        <span className={styles['stem']}><span className={styles['dot']} data-tone={sentence.tone}><Glyph icon={sentence.icon} /></span></span>
        <span className={styles['words']}><b>{sentence.lead}</b> {sentence.text} {sentence.aside && <span>{sentence.aside}</span>}</span>
        <span className={styles['hash']} title={`Entry ${entry.seq}, hash ${entry.hash}`}>{shortHash(entry.hash)}</span>
      </button>
      {open && <EntryDetail entry={entry} />}
    </>
  );
}

function Glyph({ icon }: { icon: string }) {
  if (icon === 'state-held') return <Mark kind="held" />;
  if (icon === 'state-signed') return <Mark kind="countersigned" />;
  return <Icon name={icon as IconName} size={14} />;
}
