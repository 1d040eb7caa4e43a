import { useCallback, useMemo, useState } from 'react';
import type { Member, Workspace } from '../../../review/model';
import { ask } from '../../../runtime/client';
import { allLog, logPublicKey } from '../../../storage/queries/log';
import { loadMore } from '../../stores/log-store';
import { Button, EmptyState, ErrorState, Icon, Select, Skeleton, TextInput, toast, useNow } from '../../ui';
import { download } from '../download';
import { explain } from '../../workspace/explain';
import { PageHeader } from '../PageHeader';
import { siteTitle } from '../sites/site-title';
import { ChainState } from './ChainState';
import type { Chain } from './ChainState';
import { exportHeader, exportLines, exportName } from './export';
import { isFiltering, KIND_WORDS, KINDS, NO_FILTER } from './filters';
import type { AuditFilter, Kind } from './filters';
import { Timeline } from './Timeline';
import { useAudit } from './use-audit';
import styles from './Audit.module.css';

const EVERY = '*';
/** Verifying reads and checks every signature: about 10,000 a second. */
const VERIFY_MS = 120_000;

interface Props { workspace: Workspace; members: readonly Member[] }

/** Every act on this computer, in order, with the means to check that nothing was changed. */
export function AuditPage(props: Props) {
  const [attempt, setAttempt] = useState(0);
  return <Log key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

function Log({ workspace, members, onRetry }: Props & { onRetry(): void }) {
  const [filter, setFilter] = useState<AuditFilter>(NO_FILTER);
  const [chain, setChain] = useState<Chain>({ kind: 'unknown' });
  const [exporting, setExporting] = useState(false);
  const { log, items, shown, searching } = useAudit(members, filter);
  const now = useNow();
  const sites = useMemo(() => [...new Set(items.flatMap((item) => item.platform ?? []))].sort(), [items]);
  const set = (part: Partial<AuditFilter>) => setFilter((current) => ({ ...current, ...part }));
  const more = useCallback(() => void loadMore(), []);

  const verify = async () => {
    setChain({ kind: 'busy' });
    const answer = await ask('log.verify', {}, VERIFY_MS);
    setChain(answer.ok ? { kind: answer.value.ok ? 'ok' : 'broken', entries: answer.value.entries, problem: answer.value.problem ?? '' } : { kind: 'failed', problem: explain(answer) });
  };
  const save = async () => {
    setExporting(true);
    try {
      const publicKey = await logPublicKey();
      if (publicKey === null) throw new Error('The log has no key yet.');
      const entries = [];
      for await (const entry of allLog()) entries.push(entry);
      download(exportName(workspace.name, Date.now()), exportLines(exportHeader(workspace, members, publicKey, entries, Date.now()), entries), 'application/x-ndjson');
      toast({ title: `${entries.length.toLocaleString()} entries exported.`, detail: 'The file can be verified without this extension.' });
    } catch (error) {
      toast({ title: 'The log was not exported.', detail: error instanceof Error ? error.message : String(error), tone: 'trouble' });
    }
    setExporting(false);
  };

  return (
    <>
      <PageHeader
        title="Audit"
        sub={log.status === 'ready' ? `${log.total.toLocaleString()} ${log.total === 1 ? 'entry' : 'entries'} on this computer. Texts are not in the log, only their digests.` : undefined}
        actions={<><ChainState chain={chain} /><Button busy={chain.kind === 'busy'} onClick={() => void verify()}>{chain.kind === 'unknown' ? 'Verify chain' : 'Verify again'}</Button><Button icon="ui-dl" busy={exporting} onClick={() => void save()}>Export</Button></>}
      />
      <div className={styles['filters']}>
        <span className={styles['search']}><Icon name="ui-search" /><TextInput size={32} type="search" aria-label="Search the log" placeholder="Person, site, hash or post id" value={filter.search} onText={(search) => set({ search })} /></span>
        <Select label="Type" value={filter.kind} onValue={(kind) => set({ kind: kind as Kind })} choices={KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))} />
        <Select label="Person" value={filter.person ?? EVERY} onValue={(person) => set({ person: person === EVERY ? null : person })} choices={[{ value: EVERY, label: 'Everybody' }, ...members.map((member) => ({ value: member.id, label: member.name })), { value: 'device', label: 'Countersign itself' }]} />
        <Select label="Site" value={filter.site ?? EVERY} onValue={(site) => set({ site: site === EVERY ? null : site })} choices={[{ value: EVERY, label: 'Every site' }, ...sites.map((site) => ({ value: site, label: siteTitle(site) }))]} />
        {isFiltering(filter) && <span className={styles['shown']} role="status">{searching ? `${shown.length.toLocaleString()} so far` : `${shown.length.toLocaleString()} of ${log.total.toLocaleString()}`}</span>}
      </div>
      {log.status === 'failed' && <ErrorState title="The log could not be read" details={log.problem} onRetry={onRetry}>Nothing was lost by this. Posts on covered sites stay held.</ErrorState>}
      {log.status === 'loading' && <Skeleton rows={6} label="Reading the log" />}
      {log.status === 'ready' && shown.length === 0 && !searching && (
        isFiltering(filter)
          ? <EmptyState title="Nothing matches" actions={<Button onClick={() => setFilter(NO_FILTER)}>Show everything</Button>}>No entry fits this filter.</EmptyState>
          : <EmptyState title="Nothing recorded yet">Every hold, decision and release appears here as it happens.</EmptyState>
      )}
      {log.status === 'ready' && shown.length > 0 && <Timeline items={shown} now={now} onEnd={log.complete ? null : more} />}
    </>
  );
}
