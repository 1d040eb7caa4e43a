import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Member } from '../../review/model';
import type { StoredHold } from '../../storage/rows';
import { useShortcuts } from '../session/shortcuts';
import { connectQueue, resetQueue, useQueue } from '../stores/queue-store';
import type { ListName } from '../stores/queue-store';
import { EmptyState, ErrorState, IconButton, Skeleton, TabPanel, Tabs, useNow } from '../ui';
import { actOn } from './act';
import { matches } from './filter';
import type { MineStatus } from './mine';
import { MineRow } from './MineRow';
import { openHold, showList, step, useNav } from './nav';
import { SearchBar } from './SearchBar';
import { shortNames } from './words';
import { WaitingRow } from './WaitingRow';
import styles from './Queue.module.css';

/** Rows read at first; a page of 100 paints at once however long the queue is. */
const PAGE = 100;
const SEARCH_LIMIT = 5_000;
const ROW = { waiting: 80, mine: 89, done: 89 } as const;

export function Queue(props: { member: Member; members: readonly Member[] }) {
  const [attempt, setAttempt] = useState(0);
  const retry = () => { resetQueue(); setAttempt((n) => n + 1); };
  return <Lists key={attempt} {...props} onRetry={retry} />;
}

function Lists({ member, members, onRetry }: { member: Member; members: readonly Member[]; onRetry(): void }) {
  const { list, searching, query } = useNav();
  const [limit, setLimit] = useState(PAGE);
  const searched = searching && query.trim() !== '';
  const wanted = searched ? SEARCH_LIMIT : limit;
  useEffect(() => connectQueue(list, member.id, wanted), [list, member.id, wanted]);
  const { status, problem, holds, revisions, counts, more } = useQueue();
  const nameOf = useMemo(() => shortNames(members), [members]);
  const rows = useMemo(() => (searched ? holds.filter((hold) => matches(hold, query, nameOf)) : holds), [holds, searched, query, nameOf]);
  useCursor(rows);

  const change = (next: ListName) => {
    resetQueue();
    setLimit(PAGE);
    showList(next);
  };
  const counted = status === 'ready';
  return (
    <Tabs
      className={styles['queue']}
      label="Lists"
      value={list}
      onValue={change}
      items={[
        { value: 'waiting', label: 'Waiting for me', count: counted ? counts.waiting : undefined },
        { value: 'mine', label: 'Mine', count: counted ? counts.mine : undefined },
        { value: 'done', label: 'Done' },
      ]}
      end={!searching && <IconButton icon="ui-search" label="Search" glyph={18} onClick={() => useNav.setState({ searching: true })} />}
    >
      {searching && <SearchBar found={searched && status === 'ready' ? rows.length : null} />}
      <TabPanel value={list} className={styles['panel']}>
        {status === 'loading' && <Skeleton label="Loading the queue" />}
        {status === 'failed' && <ErrorState title="The queue could not be read" onRetry={onRetry} details={problem}>Held posts stay held. Nothing goes out while the queue is unavailable.</ErrorState>}
        {status === 'ready' && rows.length === 0 && <Nothing list={list} searched={searched} />}
        {status === 'ready' && rows.length > 0 && (
          <Rows key={list} list={list} rows={rows} onEnd={() => { if (more && !searched) setLimit((n) => n + 400); }} memberId={member.id} nameOf={nameOf} revisions={revisions} />
        )}
      </TabPanel>
    </Tabs>
  );
}

function Nothing({ list, searched }: { list: ListName; searched: boolean }) {
  if (searched) return <EmptyState title="No post matches">Every word is looked for in the account, the text, the finding and the author.</EmptyState>;
  if (list === 'waiting') return <EmptyState title="Nothing waiting">New holds appear here and on the badge.</EmptyState>;
  if (list === 'mine') return <EmptyState title="Nothing held">A post you send from a covered account appears here until it is out.</EmptyState>;
  return <EmptyState title="Nothing decided yet">Posted, rejected, expired and taken back posts are kept here.</EmptyState>;
}

/** Keeps the cursor on a row that exists, and tells the detail which rows stand before and after it. */
function useCursor(rows: readonly StoredHold[]): void {
  useEffect(() => {
    const order = rows.map(({ id }) => id);
    const { cursor } = useNav.getState();
    useNav.setState({ order, cursor: cursor && order.includes(cursor) ? cursor : (order[0] ?? null) });
  }, [rows]);
}

interface RowsProps {
  list: ListName;
  rows: readonly StoredHold[];
  revisions: ReturnType<typeof useQueue.getState>['revisions'];
  memberId: string;
  nameOf(id: string): string;
  onEnd(): void;
}

function Rows({ list, rows, revisions, memberId, nameOf, onEnd }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { cursor, help, returned } = useNav();
  const now = useNow();
  const [busy, setBusy] = useState<string | null>(null);
  // oxlint-disable-next-line react/incompatible-library -- the list reads the virtualizer afresh on every render and hands nothing of it on
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW[list], overscan: 6, getItemKey: (index) => rows[index]?.id ?? index });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => { if (last >= rows.length - 12) onEnd(); }, [last, rows.length, onEnd]);

  const showCursor = () => {
    const id = useNav.getState().cursor ?? '';
    const at = rows.findIndex((hold) => hold.id === id);
    if (at < 0) return;
    virtual.scrollToIndex(at, { align: 'auto' });
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }));
  };
  const move = (by: 1 | -1) => {
    step(by);
    showCursor();
  };
  // Coming back from a post, the reader stands where they were.
  useEffect(() => {
    if (!returned || !cursor || !rows.some(({ id }) => id === cursor)) return;
    useNav.setState({ returned: false });
    showCursor();
  });
  const open = () => { if (cursor) openHold(cursor); };
  const next = () => move(1);
  const before = () => move(-1);
  useShortcuts({
    single: { j: next, k: before, o: open, '[Shift]+/': () => useNav.setState({ searching: true }), '[Shift]+?': () => useNav.setState({ help: true }) },
    plain: { ArrowDown: next, ArrowUp: before },
    idle: { Enter: open },
  }, !help);

  const act = (hold: StoredHold, status: MineStatus) => {
    setBusy(hold.id);
    void actOn(hold, status).finally(() => setBusy(null));
  };

  return (
    <div ref={scroller} className={styles['scroller']} tabIndex={-1}>
      <ol className={styles['rows']} style={{ blockSize: virtual.getTotalSize() }}>
        {items.map((item) => {
          const hold = rows[item.index];
          if (!hold) return null;
          const props = { hold, revision: revisions.get(hold.id), selected: hold.id === cursor, now, nameOf, onOpen: () => openHold(hold.id) };
          return (
            <li key={hold.id} className={styles['item']} style={{ transform: `translateY(${item.start}px)` }} aria-setsize={rows.length} aria-posinset={item.index + 1}>
              {list === 'waiting' ? <WaitingRow {...props} /> : <MineRow {...props} busy={busy === hold.id} onAct={(status) => act(hold, status)} own={hold.authorId === memberId} />}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
