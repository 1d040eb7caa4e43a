import { useState } from 'react';
import type { Member } from '../../review/model';
import { SignInNote } from '../options/SignInNote';
import { useRights } from '../workspace/use-rights';
import { Button, Icon, RadioCards } from '../ui';
import { addPerson } from './create-person';
import { missingPart, partOf, rolesFor } from './roles';
import type { Card } from '../ui';
import type { Part } from './roles';
import { SignedCard, SigningCard } from './SigningCard';
import { WelcomeFrame } from './WelcomeFrame';
import styles from './Welcome.module.css';

const CARDS: readonly Card<Part>[] = [
  { value: 'approves', title: 'Approves posts', detail: 'Signs what others write', lead: <Icon name="ui-check" size={20} /> },
  { value: 'writes', title: 'Writes posts', detail: 'Posts are held until somebody else signs', lead: <Icon name="ui-pen" size={20} /> },
  { value: 'both', title: 'Both', detail: 'Own posts always need another person', lead: <Icon name="ui-people" size={20} /> },
];

/** Step 3: the second pair of hands: same browser, own name, own passphrase, own key. */
export function SecondStep({ members, workspaceName, onBack, onNext }: { members: readonly Member[]; workspaceName: string; onBack(): void; onNext(): void }) {
  const people = members.filter((member) => member.removedAt === null);
  const [part, setPart] = useState<Part>('both');
  const [added, setAdded] = useState<string | null>(null);
  const rights = useRights();
  const second = people.find((member) => member.id === added) ?? people[1] ?? null;
  const missing = missingPart([...people, { name: 'the second person', roles: rolesFor(part, false) }]);

  if (second) {
    return (
      <WelcomeFrame
        key="done"
        step="second"
        title={`${second.name} countersigns`}
        lead="Own name, own passphrase, own key. More people can be added under People & accounts."
        foot={<><Button variant="primary" size={40} onClick={onNext}>Try it once</Button><Button variant="quiet" size={40} onClick={onBack}>Back</Button></>}
        side={<SignedCard title="Second signing card" name={second.name} part={partOf(second.roles)} deviceKeyId={second.deviceKeyId} fresh={added === second.id} />}
      />
    );
  }
  return (
    <WelcomeFrame
      step="second"
      title="Who countersigns?"
      lead="Nobody approves their own post. Let the second person sit down here, type their name and choose a passphrase of their own."
      foot={<><Button variant="quiet" size={40} className={styles['backFirst']} onClick={onBack}>Back</Button><span className={styles['footEnd']}><Button variant="quiet" size={40} onClick={onNext}>Later</Button></span></>}
      side={
        <SigningCard
          title="Second signing card"
          detail="Made on this computer, opened only by their passphrase"
          part={part}
          avoid={[workspaceName]}
          taken={people.map((member) => member.name)}
          action={rights.canEdit ? 'Create key' : 'Sign in first to add a person'}
          onCreate={async (name, passphrase) => {
            const made = await addPerson({ name, passphrase, roles: rolesFor(part, false) });
            if (made.ok) setAdded(made.memberId);
            return made.ok ? null : made.problem;
          }}
        />
      }
    >
      <SignInNote rights={rights} what="add a person" />
      <RadioCards<Part> label="What does this person do?" value={part} onValue={setPart} cards={CARDS} />
      {missing && <p className={styles['problem']} role="status"><Icon name="sev-hold" />{missing}</p>}
      <p className={styles['tip']}>Sharing one browser keeps honest people honest. Somebody determined, with this computer in their hands, can still get around it; two computers are stronger.</p>
    </WelcomeFrame>
  );
}
