import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { MOST_CHARACTERS, phraseKey, ruleOf } from '../../../review/phrases';
import type { StoredPhrase, TeamPhrase } from '../../../review/phrases';
import type { FlagCount } from '../../../storage/queries/flags';
import { Button, Chip, Dialog, Field, Icon, Select, TextArea, TextInput, toast } from '../../ui';
import { precisionWords } from '../rules/precision';
import { siteTitle } from '../sites/site-title';
import type { Rights } from '../../workspace/use-rights';
import { KIND_CHOICES, WEIGHT_CHOICES } from './choices';
import { dayOf, EMPTY, KINDS, problemOf, timeOf } from './phrase-edit';
import type { Draft } from './phrase-edit';
import { TryIt } from './TryIt';
import page from '../Options.module.css';
import styles from './Phrases.module.css';

interface Props {
  /** The phrase that is open, 'new', or null. */
  phrase: StoredPhrase | 'new' | null;
  phrases: readonly StoredPhrase[];
  sites: readonly string[];
  rights: Rights;
  now: number;
  /** How often this phrase spoke up and was wrong. */
  count: FlagCount | undefined;
  change(put: readonly TeamPhrase[], drop: readonly string[]): Promise<string | null>;
  onClose(): void;
}

/** One phrase: what is looked for, how heavy it is, what the author reads, and where and when it counts. */
export function PhraseDialog({ phrase, ...rest }: Props) {
  return phrase && <OnePhrase key={phrase === 'new' ? 'new' : phrase.id} phrase={phrase} {...rest} />;
}

const asDraft = ({ id: _id, addedAt: _addedAt, stoppedAt: _stoppedAt, ...draft }: StoredPhrase): Draft => draft;

function OnePhrase({ phrase, phrases, sites, rights, now, count, change, onClose }: Props & { phrase: StoredPhrase | 'new' }) {
  const saved = phrase === 'new' ? EMPTY : asDraft(phrase);
  const [id] = useState(() => (phrase === 'new' ? crypto.randomUUID() : phrase.id));
  const [draft, setDraft] = useState<Draft>(saved);
  const [refused, setRefused] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const others = useMemo(() => new Set(phrases.filter((other) => other.id !== id).map(phraseKey)), [phrases, id]);
  const late = useDeferredValue(draft);
  const problem = useMemo(() => problemOf(late, others), [late, others]);
  const rules = useMemo(() => ({ rules: problem === null ? [ruleOf({ ...late, id, from: null, until: null, addedAt: 0, stoppedAt: null })] : [] }), [late, id, problem]);
  const locked = !rights.canEdit;
  const stopped = phrase !== 'new' && phrase.stoppedAt !== null;
  const changed = stopped || JSON.stringify(draft) !== JSON.stringify(saved);
  const set = (part: Partial<Draft>) => setDraft((current) => ({ ...current, ...part }));

  const run = async (put: TeamPhrase[], drop: string[], done: string) => {
    setBusy(true);
    const why = await change(put, drop);
    setBusy(false);
    if (why !== null) return setRefused(why);
    toast({ title: done });
    onClose();
  };
  const save = () => {
    setAsked(true);
    if (problemOf(draft, others) === null) void run([{ id, ...draft }], [], phrase === 'new' ? 'Phrase added.' : stopped ? 'Switched on again.' : 'Saved.');
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={phrase === 'new' ? 'New phrase' : 'Team phrase'}
      initialFocus={first}
      foot={
        <>
          {phrase !== 'new' && <Button variant="quiet" disabled={locked || busy} onClick={() => void run([], [id], 'Phrase deleted.')}>Delete</Button>}
          <Button variant="primary" busy={busy} disabled={locked || !changed} onClick={save}>{rights.why ?? (phrase === 'new' ? 'Add phrase' : stopped ? 'Switch on again' : 'Save')}</Button>
        </>
      }
    >
      <form className={page['stack']} onSubmit={(event) => { event.preventDefault(); if (!locked && changed) save(); }}>
        {stopped && <p className={page['alert']} data-tone="hold" style={{ margin: 0 }}><Icon name="sev-hold" size={20} /><span className={page['alertText']}>This pattern took longer than 5 ms on one post and was switched off. Until it is changed or deleted, every post says so.</span></p>}
        <Field label="Look for" error={(asked || draft.text.trim() !== '') && problem} hint={draft.kind === 'pattern' ? 'RE2 syntax, capitals ignored: no look-around and no back-references.' : KINDS.find(({ id: kind }) => kind === draft.kind)?.meaning}>
          <TextInput ref={first} value={draft.text} onText={(text) => set({ text })} maxLength={MOST_CHARACTERS} disabled={locked} autoComplete="off" spellCheck={false} dir="auto" className={draft.kind === 'pattern' ? styles['code'] : undefined} />
        </Field>
        <div className={styles['pair']}>
          <Field label="As"><Select size={36} value={draft.kind} disabled={locked} onValue={(kind) => set({ kind })} choices={KIND_CHOICES} /></Field>
          <Field label="Weighs"><Select size={36} value={draft.severity} disabled={locked} onValue={(severity) => set({ severity })} choices={WEIGHT_CHOICES} /></Field>
        </div>
        <Field label="Authors read" aside="optional" hint="Blame the phrase, not the person, and say what to do."><TextArea value={draft.words} onText={(words) => set({ words })} maxLength={MOST_CHARACTERS} disabled={locked} placeholder="This is not announced yet. Ask Mara." /></Field>
        <Field label="Write instead" aside="optional" hint="Offered to the author; one press puts it in the place of the words."><TextInput value={draft.replacement} onText={(replacement) => set({ replacement })} maxLength={MOST_CHARACTERS} disabled={locked} autoComplete="off" dir="auto" /></Field>
        <fieldset className={styles['sites']} disabled={locked}>
          <legend>Sites <span className={page['muted']}>{draft.platforms.length === 0 ? 'every site, later ones included' : ''}</span></legend>
          {sites.map((site) => <Chip key={site} pressed={draft.platforms.includes(site)} onPressed={(on) => set({ platforms: sites.filter((other) => (other === site ? on : draft.platforms.includes(other))) })}>{siteTitle(site)}</Chip>)}
        </fieldset>
        <div className={styles['pair']}>
          <Field label="From" aside="optional"><TextInput type="date" value={dayOf(draft.from, false)} onText={(day) => set({ from: timeOf(day, false) })} disabled={locked} /></Field>
          <Field label="To the end of" aside="optional"><TextInput type="date" value={dayOf(draft.until, true)} onText={(day) => set({ until: timeOf(day, true) })} disabled={locked} /></Field>
        </div>
        <TryIt label="Try it" rules={rules} now={now} />
        {phrase !== 'new' && <p className={page['meta']}>{precisionWords(count)}. Added {new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(phrase.addedAt)}.</p>}
        {refused && <p className={page['problem']} role="alert"><Icon name="sev-block" />{refused}</p>}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}
