import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { ADAPTERS } from '../../../platforms';
import type { Workspace } from '../../../review/model';
import { MOST_PHRASES, ruleOf } from '../../../review/phrases';
import type { StoredPhrase } from '../../../review/phrases';
import { flagCounts } from '../../../storage/queries/flags';
import type { FlagCount } from '../../../storage/queries/flags';
import { watch } from '../../../storage/queries/watch';
import { useSites } from '../../stores/sites-store';
import { Button, EmptyState, ErrorState, Icon, Select, Skeleton, TextInput, useNow } from '../../ui';
import type { Choice } from '../../ui';
import { download } from '../download';
import { PageHeader } from '../PageHeader';
import { SignInNote } from '../SignInNote';
import { useRights } from '../../workspace/use-rights';
import { ImportDialog } from './ImportDialog';
import { KIND_CHOICES } from './choices';
import type { Kind } from './phrase-edit';
import { writePhrases } from './phrase-file';
import { PhraseDialog } from './PhraseDialog';
import { PhraseList } from './PhraseList';
import { TryIt } from './TryIt';
import { usePhrases } from './use-phrases';
import page from '../Options.module.css';
import styles from './Phrases.module.css';

const EVERY = '*';
const KIND_FILTER: readonly Choice<Kind | typeof EVERY>[] = [{ value: EVERY, label: 'Every kind' }, ...KIND_CHOICES];
const NO_PHRASES: readonly StoredPhrase[] = [];

/** Words, patterns and hashtags of this team, beside the built-in checks. */
export function PhrasesPage({ workspace }: { workspace: Workspace }) {
  const [attempt, setAttempt] = useState(0);
  return <List key={attempt} workspace={workspace} onRetry={() => setAttempt(attempt + 1)} />;
}

function List({ workspace, onRetry }: { workspace: Workspace; onRetry(): void }) {
  const { state, change } = usePhrases();
  const rights = useRights();
  const now = useNow();
  const custom = useSites((sites) => sites.adapters);
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<Kind | typeof EVERY>(EVERY);
  const [open, setOpen] = useState<StoredPhrase | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  const [counts, setCounts] = useState<ReadonlyMap<string, FlagCount>>(new Map());
  useEffect(() => watch(flagCounts, (rows) => setCounts(new Map(rows.map((row) => [row.checkId, row]))), (error) => console.warn('Countersign: the figures could not be read.', error)), []);

  const phrases = state.kind === 'read' ? state.phrases : NO_PHRASES;
  const sites = useMemo(() => [...ADAPTERS.map(({ id }) => id), ...custom.map(({ id }) => id)], [custom]);
  const wanted = useDeferredValue(search).trim().toLowerCase();
  const shown = useMemo(() => phrases.filter((phrase) => (kind === EVERY || phrase.kind === kind) && (wanted === '' || `${phrase.text}\n${phrase.words}\n${phrase.replacement}`.toLowerCase().includes(wanted))), [phrases, kind, wanted]);
  const rules = useMemo(() => ({ rules: phrases.map(ruleOf) }), [phrases]);
  const stopped = phrases.filter(({ stoppedAt }) => stoppedAt !== null);
  const filtering = kind !== EVERY || wanted !== '';
  const save = () => download(`team-phrases-${workspace.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.csv`, writePhrases(phrases), 'text/csv');

  return (
    <>
      <a className={styles['back']} href="#rules"><Icon name="ui-back" />Rules</a>
      <PageHeader
        title="Team phrases"
        sub={phrases.length === 0 ? 'Words, patterns and hashtags of this team, beside the built-in checks.' : `${phrases.length.toLocaleString()} of at most ${MOST_PHRASES.toLocaleString()}. Read while somebody types, and again at the hold.`}
        actions={state.kind === 'read' && <>
          <Button onClick={() => setImporting(true)}>Import</Button>
          {phrases.length > 0 && <Button icon="ui-dl" onClick={save}>Export</Button>}
          <Button variant="primary" icon="ui-plus" onClick={() => setOpen('new')}>Add phrase</Button>
        </>}
      />
      <SignInNote rights={rights} what="change the phrases" />
      {stopped.map((phrase) => (
        <div key={phrase.id} className={page['alert']} data-tone="hold" role="alert">
          <Icon name="sev-hold" size={20} />
          <p className={page['alertText']}><strong>A pattern was switched off: it took too long.</strong><span><code>{phrase.text}</code> looks at no post until it is changed.</span></p>
          <Button onClick={() => setOpen(phrase)}>Open it</Button>
        </div>
      ))}
      {state.kind === 'failed' && <ErrorState title="The phrases could not be read" details={state.problem} onRetry={onRetry}>Nothing was changed. Posts on covered sites stay held.</ErrorState>}
      {state.kind === 'reading' && <Skeleton rows={6} label="Reading the phrases" />}
      {state.kind === 'read' && phrases.length === 0 && (
        <EmptyState title="No phrases yet" actions={<><Button variant="primary" onClick={() => setOpen('new')}>Add the first</Button><Button onClick={() => setImporting(true)}>Import a list</Button></>}>
          For example names that are not announced yet, words of a product that is recalled, or claims Legal wants to see.
        </EmptyState>
      )}
      {phrases.length > 0 && (
        <>
          <TryIt label="Try it" rules={rules} sites={sites} now={now} />
          <div className={styles['filters']}>
            <span className={styles['search']}><Icon name="ui-search" /><TextInput size={32} type="search" aria-label="Search the phrases" placeholder="Phrase, or what authors read" value={search} onText={setSearch} /></span>
            <Select label="Kind" value={kind} onValue={(next) => setKind(next)} choices={KIND_FILTER} />
            {filtering && <span className={styles['shown']} role="status">{shown.length.toLocaleString()} of {phrases.length.toLocaleString()}</span>}
          </div>
          {shown.length === 0
            ? <EmptyState title="Nothing matches" actions={<Button onClick={() => { setSearch(''); setKind(EVERY); }}>Show every phrase</Button>}>No phrase fits this filter.</EmptyState>
            : <PhraseList phrases={shown} now={now} onOpen={setOpen} />}
        </>
      )}
      <PhraseDialog phrase={open} phrases={phrases} sites={sites} rights={rights} now={now} count={open && open !== 'new' ? counts.get(`team.${open.id}`) : undefined} change={change} onClose={() => setOpen(null)} />
      <ImportDialog open={importing} phrases={phrases} sites={sites} why={rights.why} change={change} onClose={() => setImporting(false)} />
    </>
  );
}
