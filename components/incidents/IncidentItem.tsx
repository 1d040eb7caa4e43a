import { useState } from 'react';
import type { Incident, Member } from '../../review/model';
import { ask } from '../../runtime/client';
import { openHold } from '../queue/nav';
import { momentWords, platformName } from '../queue/words';
import { Button, Field, Icon, LinkButton, siteIcon, TextInput, useFocusOnMount } from '../ui';
import { incidentWords } from './words';
import styles from './Incidents.module.css';

interface Props {
  incident: Incident;
  member: Member;
  now: number;
}

const MAY = new Set(['approver', 'ruleOwner', 'auditor']);
const isLink = (permalink: string | null): permalink is string => permalink !== null && /^https?:\/\//.test(permalink);

export function IncidentItem({ incident, member, now }: Props) {
  const [closing, setClosing] = useState<'dismissed' | 'elsewhere' | null>(null);
  const words = incidentWords(incident);
  const { platform, account, host, permalink, holdId, count } = incident;
  const mayClose = member.roles.some((role) => MAY.has(role));
  return (
    <li className={styles['item']}>
      <h3 className={styles['title']}>{words.title}</h3>
      <p className={styles['facts']}>
        <Icon name={siteIcon(platform)} size={18} label={platformName(platform)} />
        <span>{[account || host, words.way, momentWords(incident.lastAt, now), count > 1 && `${count} times`].filter(Boolean).join(' · ')}</span>
      </p>
      <p className={styles['todo']}>{words.todo}</p>
      {closing === null ? (
        <div className={styles['acts']}>
          {isLink(permalink) && <Button size={24} onClick={() => window.open(permalink, '_blank', 'noreferrer')}>Open post</Button>}
          {holdId && <Button size={24} onClick={() => openHold(holdId)}>Open the held post</Button>}
          {mayClose && incident.kind === 'unmatched' && <LinkButton onClick={() => setClosing('elsewhere')}>Posted elsewhere</LinkButton>}
          {mayClose && <LinkButton onClick={() => setClosing('dismissed')}>Dismiss</LinkButton>}
          {!mayClose && <span className={styles['aside']}>An approver, a rule owner or an auditor closes this.</span>}
        </div>
      ) : <CloseForm incident={incident} state={closing} onCancel={() => setClosing(null)} />}
    </li>
  );
}

function CloseForm({ incident, state, onCancel }: { incident: Incident; state: 'dismissed' | 'elsewhere'; onCancel(): void }) {
  const field = useFocusOnMount<HTMLInputElement>();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    setBusy(true);
    const answer = await ask('incident.close', { incidentId: incident.id, state, reason });
    setBusy(false);
    setProblem(answer.ok ? null : answer.detail);
  };
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (reason.trim()) void send(); }}>
      <Field label={state === 'elsewhere' ? 'Where, and who knew of it' : 'Why it needs no more attention'} error={problem}>
        <TextInput value={reason} onText={setReason} maxLength={500} ref={field} />
      </Field>
      <div className={styles['acts']}>
        <Button size={24} variant="primary" type="submit" busy={busy} disabled={reason.trim() === ''}>{state === 'elsewhere' ? 'Posted elsewhere' : 'Dismiss'}</Button>
        <Button size={24} onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
