import type { Decision, LogEntry, Member } from '../../review/model';
import { entryWords } from '../options/audit/entry-words';
import type { EntryWords } from '../options/audit/entry-words';
import { clockTime, platformName } from '../queue/words';
import { Icon, Mark } from '../ui';
import type { IconName } from '../ui';
import { REASON_WORDS } from './reasons';
import styles from './HistoryTab.module.css';

interface Props {
  log: readonly LogEntry[];
  decisions: readonly Decision[];
  members: readonly Member[];
}

/** Everything that happened to this hold, newest first, from the signed log. */
export function HistoryTab({ log, decisions, members }: Props) {
  const spoken = new Map(decisions.map((decision) => [decision.body.id, decision]));
  const newest = [...log].reverse();
  return (
    <ol className={styles['list']}>
      {newest.map((entry, index) => {
        const words = entryWords(entry, { members, siteTitle: platformName });
        const decision = spoken.get(String(entry.body['decisionId'] ?? ''));
        const day = new Date(entry.at).toDateString();
        const newDay = index === 0 || new Date(newest[index - 1]?.at ?? 0).toDateString() !== day;
        return (
          <li key={entry.seq} className={styles['entry']}>
            {newDay && <span className={styles['day']}>{dayWords(entry.at)}</span>}
            <time className={styles['time']} dateTime={new Date(entry.at).toISOString()}>{clockTime(entry.at)}</time>
            <Glyph words={words} />
            <div className={styles['words']}>
              <strong className={styles['lead']}>{words.lead}</strong> {words.text}
              {words.aside && <span className={styles['aside']}> · {words.aside}</span>}
              {decision && <Said decision={decision} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Said({ decision: { body, void: why } }: { decision: Decision }) {
  const reasons = body.reasons.map((reason) => REASON_WORDS[reason]).join(', ');
  const words = [reasons, body.text && `“${body.text}”`].filter(Boolean).join(' · ');
  return (
    <>
      {words && <p className={styles['said']}>{words}</p>}
      {body.suggestion !== null && <p className={styles['said']}>Suggested a wording.</p>}
      {why && <p className={styles['void']}>Does not count: {why}</p>}
    </>
  );
}

function Glyph({ words }: { words: EntryWords }) {
  if (words.icon === 'state-held') return <Mark kind="held" />;
  if (words.icon === 'state-signed') return <Mark kind="countersigned" />;
  return <Icon name={words.icon as IconName} className={styles[words.tone]} />;
}

function dayWords(at: number): string {
  return new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}
