import { useDeferredValue, useId, useMemo, useState } from 'react';
import { MOST_PHRASES, phraseKey } from '../../../review/phrases';
import type { StoredPhrase, TeamPhrase } from '../../../review/phrases';
import { Button, Checkbox, Dialog, Field, Icon, Select, TextArea, toast } from '../../ui';
import { KIND_CHOICES, WEIGHT_CHOICES } from './choices';
import type { Kind, Severity } from './phrase-edit';
import { readPhrases } from './phrase-file';
import page from '../Options.module.css';
import styles from './Phrases.module.css';

/** Lines named before "and n more". */
const NAMED = 50;

interface Props {
  open: boolean;
  phrases: readonly StoredPhrase[];
  sites: readonly string[];
  why: string | null;
  change(put: readonly TeamPhrase[], drop: readonly string[]): Promise<string | null>;
  onClose(): void;
}

/** CSV or one phrase a line, pasted or from a file. Lines with a problem stay here to be mended. */
export function ImportDialog({ open, ...rest }: Props) {
  return open ? <Import {...rest} /> : null;
}

const count = (number: number, one: string, many: string) => `${number.toLocaleString()} ${number === 1 ? one : many}`;

function Import({ phrases, sites, why, change, onClose }: Omit<Props, 'open'>) {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Kind>('phrase');
  const [severity, setSeverity] = useState<Severity>('hold');
  const [replace, setReplace] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const file = useId();
  const late = useDeferredValue(text);
  const read = useMemo(() => readPhrases(late, { usual: { kind, severity }, known: new Set(replace ? [] : phrases.map(phraseKey)), sites: new Set(sites) }), [late, kind, severity, replace, phrases, sites]);
  const good = read.phrases.length;
  const over = good + (replace ? 0 : phrases.length) - MOST_PHRASES;

  const take = async () => {
    setBusy(true);
    const problem = await change(read.phrases.map((phrase) => ({ id: crypto.randomUUID(), ...phrase })), replace ? phrases.map(({ id }) => id) : []);
    setBusy(false);
    if (problem !== null) return setRefused(problem);
    toast({ title: `${count(good, 'phrase', 'phrases')} added.` });
    if (read.problems.length === 0) return onClose();
    setText(read.rest);
    setReplace(false);
    setRefused(null);
  };

  const label = replace ? `Replace the list with ${count(good, 'phrase', 'phrases')}` : good === 0 ? 'Nothing to add yet' : `Add ${count(good, 'phrase', 'phrases')}`;
  return (
    <Dialog open onClose={onClose} title="Import phrases" foot={<><Button onClick={onClose}>Close</Button><Button variant="primary" busy={busy} disabled={why !== null || good === 0 || over > 0 || late !== text} onClick={() => void take()}>{why ?? label}</Button></>}>
      <div className={page['stack']}>
        <p className={page['muted']} style={{ margin: 0 }}>One phrase a line, or a table with a header: <code>text, kind, severity, words, replacement, sites, from, until</code>. Only <code>text</code> is needed.</p>
        <Field label="Phrases"><TextArea value={text} onText={setText} rows={7} spellCheck={false} className={styles['paste']} placeholder={'project falcon\nNorthmoor Two\nbefore-and-after'} /></Field>
        <div>
          <input id={file} className="cs-hidden" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" onChange={(event) => { void event.target.files?.[0]?.text().then(setText); event.target.value = ''; }} />
          <label htmlFor={file} className={page['link2']}>Choose a file</label>
        </div>
        <div className={styles['pair']}>
          <Field label="Look for them as"><Select size={36} value={kind} onValue={(next) => setKind(next)} choices={KIND_CHOICES} /></Field>
          <Field label="They weigh"><Select size={36} value={severity} onValue={(next) => setSeverity(next)} choices={WEIGHT_CHOICES} /></Field>
        </div>
        {phrases.length > 0 && <Checkbox checked={replace} onChecked={setReplace}>Delete the {count(phrases.length, 'phrase', 'phrases')} there now</Checkbox>}
        <div role="status">
          {late.trim() !== '' && <p className={styles['sum']}>{[count(good, 'line is good', 'lines are good'), read.twice > 0 && `${read.twice.toLocaleString()} ${read.twice === 1 ? 'is' : 'are'} in the list already`, read.problems.length > 0 && count(read.problems.length, 'line has a problem', 'lines have a problem')].filter(Boolean).join(', ')}.</p>}
          {over > 0 && <p className={page['problem']}><Icon name="sev-block" />A team has at most {MOST_PHRASES.toLocaleString()} phrases; these are {over.toLocaleString()} too many.</p>}
        </div>
        {read.problems.length > 0 && (
          <ul className={styles['problems']} aria-label="Lines with a problem">
            {read.problems.slice(0, NAMED).map(({ line, problem }, index) => <li key={index}><b>Line {line.toLocaleString()}</b> {problem}</li>)}
            {read.problems.length > NAMED && <li>and {(read.problems.length - NAMED).toLocaleString()} more</li>}
          </ul>
        )}
        {refused && <p className={page['problem']} role="alert"><Icon name="sev-block" />{refused}</p>}
      </div>
    </Dialog>
  );
}
