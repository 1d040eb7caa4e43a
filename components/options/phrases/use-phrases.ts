import { useCallback, useEffect, useState } from 'react';
import { ask } from '../../../runtime/client';
import type { StoredPhrase, TeamPhrase } from '../../../review/phrases';
import { teamPhrases } from '../../../storage/queries/phrases';
import { watch } from '../../../storage/queries/watch';
import { explain } from '../../workspace/explain';

export type PhraseState =
  | { kind: 'reading' }
  | { kind: 'failed'; problem: string }
  | { kind: 'read'; version: number; phrases: StoredPhrase[] };

/** Ten thousand phrases are judged, digested and written in one commit. */
const PATIENCE_MS = 60_000;

export interface Phrases {
  state: PhraseState;
  /** null when it was saved, else why not. Refused when somebody else was faster. */
  change(put: readonly TeamPhrase[], drop: readonly string[]): Promise<string | null>;
}

/** The team's phrases as they stand, followed live. */
export function usePhrases(): Phrases {
  const [state, setState] = useState<PhraseState>({ kind: 'reading' });
  useEffect(() => watch(teamPhrases, (list) => setState({ kind: 'read', ...list }), (error) => setState({ kind: 'failed', problem: error instanceof Error ? error.message : String(error) })), []);
  const base = state.kind === 'read' ? state.version : 0;
  const change = useCallback(async (put: readonly TeamPhrase[], drop: readonly string[]) => {
    const answer = await ask('phrases.change', { put: [...put], drop: [...drop], base }, PATIENCE_MS);
    return answer.ok ? null : explain(answer);
  }, [base]);
  return { state, change };
}
