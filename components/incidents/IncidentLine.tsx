import { useEffect, useState } from 'react';
import type { Member } from '../../review/model';
import { connectIncidents, useIncidents } from '../stores/incident-store';
import { Icon, LinkButton } from '../ui';
import { IncidentSheet } from './IncidentSheet';
import { countWords, incidentWords } from './words';
import styles from './Incidents.module.css';

/** One line above the coverage, only when something happened. The newest is named. */
export function IncidentLine({ member }: { member: Member }) {
  const [open, setOpen] = useState(false);
  useEffect(() => connectIncidents(), []);
  const { status, incidents } = useIncidents();
  const newest = incidents[0];
  if (status === 'failed') return <div className={styles['line']} role="status"><Icon name="sev-unknown" className={styles['mark']} /><p className={styles['words']}>Incidents could not be read.</p></div>;
  return (
    <>
      {newest && (
        <div className={styles['line']} role="status">
          <Icon name="sev-block" className={styles['mark']} />
          <p className={styles['words']}><strong className={styles['strong']}>{countWords(incidents.length)}.</strong> {incidentWords(newest).title}.</p>
          <LinkButton onClick={() => setOpen(true)}>Look</LinkButton>
        </div>
      )}
      {open && <IncidentSheet incidents={incidents} member={member} onClose={() => setOpen(false)} />}
    </>
  );
}
