/** Where the person is: which list, which row, which post, what they search for. */
import { create } from 'zustand';
import type { HoldId } from '../../review/model';
import type { ListName } from '../stores/queue-store';

export interface NavState {
  list: ListName;
  /** Row under the cursor. */
  cursor: HoldId | null;
  /** Post that is open; null shows the list. */
  open: HoldId | null;
  /** The list has just been come back to: the cursor's row takes the focus. */
  returned: boolean;
  searching: boolean;
  query: string;
  help: boolean;
  /** Ids of the rows as shown, for "1 of 6" and for moving on after a decision. */
  order: HoldId[];
}

const START: NavState = { list: 'waiting', cursor: null, open: null, returned: false, searching: false, query: '', help: false, order: [] };

export const useNav = create<NavState>(() => START);

/** "#hold/<id>" opens that post: notifications and the review window link this way. */
export function holdInAddress(hash: string): HoldId | null {
  const id = /^#\/?hold\/([\w-]{1,80})$/.exec(hash)?.[1];
  return id ?? null;
}

export function resetNav(open: HoldId | null = null): void {
  useNav.setState({ ...START, open, cursor: open }, true);
}

export function showList(list: ListName): void {
  useNav.setState({ list, cursor: null, open: null });
}

export function openHold(id: HoldId): void {
  useNav.setState({ open: id, cursor: id });
}

export function closeHold(): void {
  useNav.setState({ open: null, returned: true });
}

/** Moves the cursor, or the open post, by one row; stops at the ends. */
export function step(by: 1 | -1): void {
  const { order, cursor, open } = useNav.getState();
  const at = order.indexOf(open ?? cursor ?? '');
  const next = order[at < 0 ? 0 : Math.min(order.length - 1, Math.max(0, at + by))];
  if (next === undefined) return;
  useNav.setState(open ? { open: next, cursor: next } : { cursor: next });
}

/** After a decision: back to the list, with the cursor on the row that follows. */
export function moveOn(from: HoldId): void {
  const { order } = useNav.getState();
  const at = order.indexOf(from);
  useNav.setState({ open: null, returned: true, cursor: order[at + 1] ?? order[at - 1] ?? null });
}
