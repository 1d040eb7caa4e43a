import { useState } from 'react';
import { Button, Icon } from '../ui';
import { SignInDialog } from './SignInDialog';
import type { Rights } from '../workspace/use-rights';
import page from './Options.module.css';

/** Says why controls are closed and offers the way in, on the spot. Nothing when they are open. */
export function SignInNote({ rights, what }: { rights: Rights; what: string }) {
  const [asking, setAsking] = useState(false);
  if (!rights.known || (rights.canEdit && !asking)) return null;
  const { member } = rights;
  const words = member === null ? `Sign in as ${rights.owners} to ${what}.` : `${member.name} is signed in. Only a rule owner can ${what}: ${rights.owners}.`;
  return (
    <>
      {!rights.canEdit && (
        <div className={page['alert']} data-tone="plain">
          <Icon name="ui-lock" size={20} />
          <p className={page['alertText']}>{words}</p>
          <Button onClick={() => setAsking(true)}>{member === null ? 'Sign in' : 'Switch person'}</Button>
        </div>
      )}
      <SignInDialog open={asking} onClose={() => setAsking(false)} ownersFirst />
    </>
  );
}
