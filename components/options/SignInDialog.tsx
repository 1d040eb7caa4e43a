import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { rolesWords } from '../session/roles';
import { useSession } from '../session/use-session';
import { waitUntil } from '../stores/session-store';
import { useWorkspace } from '../stores/workspace-store';
import { Button, Dialog, Field, PassphraseInput, Select, useNow } from '../ui';
import page from './Options.module.css';

interface Props {
  open: boolean;
  onClose(): void;
  /** Only rule owners can change things here, so they are offered first. */
  ownersFirst?: boolean;
}

/** Signing in without leaving the page. Stays open until the passphrase is right or it is closed. */
export function SignInDialog({ open, onClose, ownersFirst = false }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog open={open} onClose={onClose} title="Sign in" initialFocus={input}>
      {open && <SignInForm ownersFirst={ownersFirst} input={input} onDone={onClose} />}
    </Dialog>
  );
}

function SignInForm({ ownersFirst, input, onDone }: { ownersFirst: boolean; input: RefObject<HTMLInputElement | null>; onDone(): void }) {
  const members = useWorkspace((state) => state.members).filter((member) => member.removedAt === null);
  const { unlock, first: offered } = useSession();
  const owner = members.find((member) => member.roles.includes('ruleOwner'));
  const lastMember = members.find((member) => member.id === offered);
  const first = ownersFirst && !lastMember?.roles.includes('ruleOwner') ? owner : lastMember;
  const [memberId, setMemberId] = useState((first ?? members[0])?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [retryAt, setRetryAt] = useState(0);
  const wait = Math.ceil((retryAt - useNow(true)) / 1000);

  useEffect(() => {
    let gone = false;
    void waitUntil(memberId).then((at) => { if (!gone) setRetryAt(at ?? 0); });
    return () => { gone = true; };
  }, [memberId]);

  const submit = async () => {
    if (busy || wait > 0) return;
    if (!passphrase) return setProblem('Type the passphrase.');
    setBusy(true);
    setProblem(null);
    // Deriving the key blocks the page for a moment; the busy state is painted first.
    await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    const outcome = await unlock(memberId, passphrase);
    setBusy(false);
    if (outcome.ok) return onDone();
    setProblem(outcome.detail);
    setRetryAt(outcome.retryAt ?? 0);
    input.current?.select();
  };

  return (
    <form className={page['stack']} onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <Field label="Person">
        <Select size={36} label="Person" value={memberId} onValue={(id) => { setMemberId(id); setProblem(null); setPassphrase(''); }} choices={members.map((member) => ({ value: member.id, label: member.name, detail: rolesWords(member.roles) }))} />
      </Field>
      <Field label="Passphrase" error={wait > 0 ? `Too many wrong tries. Next try in ${wait} s.` : problem ?? undefined}>
        <PassphraseInput ref={input} value={passphrase} onText={(text) => { setPassphrase(text); setProblem(null); }} name="passphrase" />
      </Field>
      <div className={page['row']}><Button type="submit" variant="primary" size={36} busy={busy} disabled={wait > 0}>{wait > 0 ? `Wait ${wait} s` : 'Sign in'}</Button></div>
    </form>
  );
}
