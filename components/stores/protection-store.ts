/** The protection level that is really active, as the background found it out, and what the organisation set. */
import { create } from 'zustand';
import type { ProtectionView } from '../../review/contract';
import { browser } from '../../runtime/browser';
import { ask } from '../../runtime/client';
import { watchProtection } from '../../storage/session-store';

export interface ProtectionState {
  /** Null until the background answered. */
  view: ProtectionView | null;
  problem: string | null;
  checking: boolean;
}

/** The check waits for a request to fail; a name server may be slow. */
const PATIENCE_MS = 15_000;

export const useProtection = create<ProtectionState>(() => ({ view: null, problem: null, checking: false }));

/** @param again repeats the check instead of showing what the last one found. */
export async function readProtection(again = false): Promise<void> {
  useProtection.setState({ checking: true });
  const answer = await ask('protection.view', { again }, PATIENCE_MS);
  useProtection.setState(answer.ok ? { view: answer.value, problem: null, checking: false } : { problem: answer.detail, checking: false });
}

/** Reads it, and again whenever a policy arrives or changes, which may be seconds after the browser started. Returns the way to stop. */
export function connectProtection(): () => void {
  const changed = (_changes: unknown, area: string): void => {
    if (area === 'managed') void readProtection();
  };
  browser.storage.onChanged.addListener(changed);
  // The background may have heard of a policy later than the browser's own event says.
  const stop = watchProtection(() => void readProtection());
  void readProtection();
  return () => {
    stop();
    browser.storage.onChanged.removeListener(changed);
  };
}
