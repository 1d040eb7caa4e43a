import { useState } from 'react';
import { SET_BY_ORGANISATION } from '../../review/managed';
import type { Member, Workspace } from '../../review/model';
import { useManaged } from '../workspace/use-managed';
import { Button, Field, Icon, RadioCards, TextInput } from '../ui';
import { createWorkspace } from './create-person';
import { partOf } from './roles';
import type { Card } from '../ui';
import type { Part } from './roles';
import { SignedCard, SigningCard } from './SigningCard';
import { WelcomeFrame } from './WelcomeFrame';
import styles from './Welcome.module.css';

interface Props {
  workspace: Workspace | null;
  /** The person who made the workspace, once there is one. */
  owner: Member | null;
  onBack(): void;
  onNext(): void;
}

export const PART_CARDS: readonly Card<Part>[] = [
  { value: 'writes', title: 'I write posts', detail: 'Posts are held until somebody else signs', lead: <Icon name="ui-pen" size={20} /> },
  { value: 'approves', title: 'I approve posts', detail: 'The queue opens from the toolbar', lead: <Icon name="ui-check" size={20} /> },
  { value: 'both', title: 'Both', detail: 'Own posts always need another person', lead: <Icon name="ui-people" size={20} /> },
];

/** Step 1: the workspace, the first person and their key. */
export function IdentityStep({ workspace, owner, onBack, onNext }: Props) {
  const [part, setPart] = useState<Part>('both');
  const [title, setTitle] = useState('');
  const [fresh, setFresh] = useState(false);
  const given = useManaged().workspaceName ?? null;

  const create = async (name: string, passphrase: string): Promise<string | null> => {
    const problem = await createWorkspace({ workspace: (given ?? title.trim()) || `${name}’s workspace`, name, passphrase, part });
    if (problem === null) {
      setFresh(true);
    }
    return problem;
  };

  if (workspace && owner) {
    return (
      <WelcomeFrame
        key="done"
        step="identity"
        title={`${owner.name} signs here`}
        lead={<>The workspace “{workspace.name}” is on this computer. The passphrase opens the key; nobody can reset it.</>}
        foot={<><Button variant="primary" size={40} onClick={onNext}>Choose sites</Button><Button variant="quiet" size={40} onClick={onBack}>Back</Button></>}
        side={<SignedCard title="Signing card" name={owner.name} part={partOf(owner.roles)} deviceKeyId={owner.deviceKeyId} fresh={fresh} />}
      />
    );
  }
  return (
    <WelcomeFrame
      step="identity"
      title="Who signs here?"
      lead="This makes a key that stays on this computer. Every decision is signed with it."
      foot={<><Button variant="quiet" size={40} className={styles['backFirst']} onClick={onBack}>Back</Button></>}
      side={
        <SigningCard
          title="Signing card"
          detail="As others will see it next to every decision"
          part={part}
          avoid={[title]}
          taken={[]}
          action="Create key"
          onCreate={create}
          before={
            <Field label="Workspace" hint={given === null ? 'The team or brand that posts. Only seen on this computer.' : `${SET_BY_ORGANISATION}.`}>
              <TextInput value={given ?? title} readOnly={given !== null} onText={setTitle} autoComplete="off" maxLength={80} name="workspace-name" placeholder="For example Northmoor" />
            </Field>
          }
        />
      }
    >
      <RadioCards<Part> label="What do you do here?" value={part} onValue={setPart} cards={PART_CARDS} />
    </WelcomeFrame>
  );
}
