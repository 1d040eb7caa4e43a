import { useState } from 'react';
import { rolesWords } from '../session/roles';
import { useSession } from '../session/use-session';
import { useWorkspace } from '../stores/workspace-store';
import { Avatar, Icon, IconButton } from '../ui';
import { SignInDialog } from './SignInDialog';
import styles from './Rail.module.css';

/** Who is signed in, at the foot of the rail, with the way out and the way in. */
export function RailPerson() {
  const { ready, member, lock } = useSession();
  const hasPeople = useWorkspace((state) => state.members.length > 0);
  const [asking, setAsking] = useState(false);
  if (!ready || !hasPeople) return null;
  return (
    <>
      {member ? (
        <div className={styles['person']}>
          <span title={`${member.name}, ${rolesWords(member.roles)}`}><Avatar name={member.name} size={32} /></span>
          <span className={styles['words']}><span className={styles['name']}>{member.name}</span><span className={styles['role']}>{member.roles.includes('ruleOwner') ? 'Rule owner' : rolesWords(member.roles)}</span></span>
          <IconButton icon="ui-lock" size={28} glyph={18} label={`Lock: sign ${member.name} out`} onClick={() => void lock()} className={styles['lock']} />
        </div>
      ) : (
        <button type="button" className={styles['signIn']} onClick={() => setAsking(true)} title="Sign in"><Icon name="ui-lock" size={20} /><span className={styles['words']}>Sign in</span></button>
      )}
      <SignInDialog open={asking} onClose={() => setAsking(false)} />
    </>
  );
}
