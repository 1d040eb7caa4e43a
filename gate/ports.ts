/** What the gate needs from outside. The entrypoint wires the real things; tests wire their own. */
import type { Answer, Input, MessageName, Output } from '../review/contract';
import type { Adapter } from '../platforms/schema';
import type { PanelHandle, PanelOptions } from './panel/mount';
import type { Deeds } from './parts';
import type { TeachOptions } from './teach';

export type Ask = <N extends MessageName>(name: N, input: Input<N>, patienceMs?: number) => Promise<Answer<Output<N>>>;

export interface Ports {
  ask: Ask;
  /** The extension was updated or removed under this page. */
  orphaned(): boolean;
  /** Unix ms. */
  now(): number;
  adapters: readonly Adapter[];
  mountPanel(options: PanelOptions): PanelHandle;
  /** Null when they cannot come (gate/parts.ts). */
  deeds(): Promise<Deeds | null>;
  startTeaching(options: TeachOptions): void;
}
