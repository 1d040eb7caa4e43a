import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button, Field, Icon, PassphraseInput, SignatureLine, TextInput } from '../ui';
import { PassphraseJudgement } from './PassphraseJudgement';
import { keyWords, PART_WORDS } from './roles';
import type { Part } from './roles';
import { useJudgement } from './use-judgement';
import styles from './Welcome.module.css';

interface Props {
  title: string;
  detail: string;
  part: Part;
  /** Words a passphrase must not consist of. */
  avoid: readonly string[];
  taken: readonly string[];
  action: string;
  onCreate(name: string, passphrase: string): Promise<string | null>;
  extra?: ReactNode;
  /** Shown above the name, inside the same form. */
  before?: ReactNode;
}

/** Name and passphrase become a key on this computer. Answers with a sentence when it did not work. */
export function SigningCard({ title, detail, part, avoid, taken, action, onCreate, before }: Props) {
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const judgement = useJudgement(passphrase, [name, ...avoid]);
  const trimmed = name.trim();
  const double = taken.some((other) => other.toLocaleLowerCase() === trimmed.toLocaleLowerCase());
  const ready = trimmed !== '' && !double && judgement?.good === true;
  const label = trimmed === '' ? 'Type a name to create the key' : passphrase === '' ? 'Choose a passphrase to create the key' : double ? 'Choose another name' : judgement?.good === false ? 'Choose a longer passphrase' : action;

  const create = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setProblem(await onCreate(trimmed, passphrase));
    setBusy(false);
  };

  return (
    <form className={`${styles['card']} ${styles['narrow']}`} aria-label={title} onSubmit={(event) => { event.preventDefault(); void create(); }}>
      <h2 className={styles['cardTitle']}>{title}</h2>
      <p className={`${styles['muted']} ${styles['small']}`}>{detail}</p>
      <div className={styles['form']}>
        {before}
        <Field label="Name" error={double ? `${trimmed} already signs here.` : undefined}>
          <TextInput value={name} onText={setName} autoComplete="off" maxLength={80} name="member-name" />
        </Field>
        <div>
          <Field label="Passphrase">
            <PassphraseInput value={passphrase} onText={setPassphrase} autoComplete="new-password" maxLength={200} name="member-passphrase" />
          </Field>
          <PassphraseJudgement judgement={judgement} typed={passphrase !== ''} />
        </div>
        {problem && <p className={styles['problem']} role="alert"><Icon name="sev-block" />{problem}</p>}
        <Button type="submit" variant="primary" size={40} wide busy={busy} disabled={!ready}>{label}</Button>
      </div>
      <hr className={styles['rule']} />
      <SignatureLine state="open" name={trimmed || 'Name'} detail={`${PART_WORDS[part]} · the key is made here`} />
    </form>
  );
}

/** The same card once the key exists. */
export function SignedCard({ title, name, part, deviceKeyId, fresh }: { title: string; name: string; part: Part; deviceKeyId: string; fresh: boolean }) {
  return (
    <section className={`${styles['card']} ${styles['narrow']}`} aria-label={title}>
      <h2 className={styles['cardTitle']}>{title}</h2>
      <p className={`${styles['muted']} ${styles['small']}`}>Every decision on this computer is signed with this key.</p>
      <div className={styles['lines']}>
        <SignatureLine state="approved" fresh={fresh} name={name} detail={`${PART_WORDS[part]} · key ${keyWords(deviceKeyId)}`} />
      </div>
    </section>
  );
}
