/** SD1: who typed into which composer since it was opened. In session storage, so it outlives the worker. */
import { readValue, writeValue, dropValue } from '../../storage/area';
import type { MemberId } from '../../review/model';

type Typists = Record<string, MemberId[]>;

export interface ComposerPlace {
  tabId: number;
  frameId: number;
  composerId: string;
}

const keyOf = (tabId: number) => `typed:${tabId}`;
const nameOf = ({ frameId, composerId }: ComposerPlace) => `${frameId}:${composerId}`;
let turn: Promise<unknown> = Promise.resolve();

/** Read-modify-write, one at a time: two frames of a tab may report together. */
function change(tabId: number, edit: (typists: Typists) => Typists): Promise<void> {
  const next = turn.then(async () => writeValue('session', keyOf(tabId), edit((await readValue<Typists>('session', keyOf(tabId))) ?? {})));
  turn = next.catch(() => null);
  return next;
}

export function noteTypist(place: ComposerPlace, memberId: MemberId): Promise<void> {
  return change(place.tabId, (typists) => ({ ...typists, [nameOf(place)]: [...new Set([...(typists[nameOf(place)] ?? []), memberId])] }));
}

/** The composer was emptied or its post went out: the next words are a new beginning. */
export function forgetTypists(place: ComposerPlace): Promise<void> {
  return change(place.tabId, ({ [nameOf(place)]: _gone, ...rest }) => rest);
}

export async function typistsOf(place: ComposerPlace): Promise<MemberId[]> {
  await turn;
  return (await readValue<Typists>('session', keyOf(place.tabId)))?.[nameOf(place)] ?? [];
}

export function forgetTab(tabId: number): Promise<void> {
  return dropValue('session', keyOf(tabId));
}
