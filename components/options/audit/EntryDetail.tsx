import type { LogEntry } from '../../../review/model';
import page from '../Options.module.css';
import styles from './Audit.module.css';

const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'long' });

function show(value: unknown): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value, null, 1);
}

/** "decisionId" as "Decision id". */
const label = (key: string): string => key.replace(/([a-z])([A-Z])/g, (_all, end: string, start: string) => `${end} ${start.toLowerCase()}`).replace(/^./, (first) => first.toUpperCase());

/** Everything an entry holds, in the order it was sealed. */
export function EntryDetail({ entry }: { entry: LogEntry }) {
  return (
    <div className={styles['detail']}>
      <dl className={styles['facts']}>
        <dt>Entry</dt><dd>{entry.seq}, <span className={page['mono']}>{entry.type}</span></dd>
        <dt>Time</dt><dd>{full.format(entry.at)}</dd>
        <dt>Actor</dt><dd className={page['mono']}>{entry.actor}</dd>
        {entry.holdId && <><dt>Held post</dt><dd className={page['mono']}>{entry.holdId}</dd></>}
        {Object.entries(entry.body).map(([key, value]) => <Fact key={key} name={key} value={show(value)} />)}
        <dt>Entry before</dt><dd className={page['mono']}>{entry.prev}</dd>
        <dt>Hash</dt><dd className={page['mono']}>{entry.hash}</dd>
        <dt>Signature</dt><dd className={page['mono']}>{entry.sig}</dd>
      </dl>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return <><dt>{label(name)}</dt><dd className={value.length > 24 ? page['mono'] : undefined} style={{ whiteSpace: 'pre-wrap' }}>{value}</dd></>;
}
