/** What the witness asks of the network lock. The lock hands itself in at the start, so neither room waits for the other. */
export interface SeenRequest {
  requestId: string;
  tabId: number;
  method: string;
  url: string;
}

/** The window a request went through: for a grant, or for an account that is left out by name. */
export type Passage = { window: { why: string } } | null;

/** Told of every request as it starts; `spec` when its content, not its address, said what it is. */
export type TellLock = (details: SeenRequest, spec?: string) => Passage;

let tell: TellLock | null = null;

export function useLock(lock: TellLock): void {
  tell = lock;
}

export const publishRequestSeen: TellLock = (details, spec) => tell?.(details, spec) ?? null;
