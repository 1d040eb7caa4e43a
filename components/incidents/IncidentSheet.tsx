import type { Incident, Member } from '../../review/model';
import { Button, Sheet, useNow } from '../ui';
import { IncidentItem } from './IncidentItem';
import { countWords } from './words';
import styles from './Incidents.module.css';

interface Props {
  incidents: readonly Incident[];
  member: Member;
  onClose(): void;
}

/** Everything open, newest first. Closing one needs a reason, which goes into the log. */
export function IncidentSheet({ incidents, member, onClose }: Props) {
  const now = useNow();
  return (
    <Sheet open onClose={onClose} title={incidents.length > 0 ? countWords(incidents.length) : 'No open incidents'} foot={<Button onClick={onClose}>Done</Button>}>
      {incidents.length === 0 && <p className={styles['none']}>Every incident has been looked at. The log keeps them.</p>}
      <ol className={styles['list']}>
        {incidents.map((incident) => <IncidentItem key={incident.id} incident={incident} member={member} now={now} />)}
      </ol>
    </Sheet>
  );
}
