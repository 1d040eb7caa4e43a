import { useEffect, useRef, useState } from 'react';
import type { RuleSet } from '../../../review/model';
import { ask } from '../../../runtime/client';
import { explain } from '../../workspace/explain';

export type SaveState = { kind: 'saved' } | { kind: 'saving' } | { kind: 'idle' } | { kind: 'refused'; words: string; stale: boolean };

export interface Autosave {
  /** What is shown: the edit under way, else what is stored. */
  rules: RuleSet;
  state: SaveState;
  change(edit: (rules: RuleSet) => RuleSet): void;
}

/**
 * Saves each change at once, one after another, each on the version it was made on. When somebody else was
 * faster, the newest rules are shown and the change is left to be made again: nothing is overwritten unseen.
 */
export function useAutosave(stored: RuleSet): Autosave {
  const [draft, setDraft] = useState<RuleSet | null>(null);
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const latest = useRef(stored);
  const queue = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    if (stored.version > latest.current.version) latest.current = stored;
  }, [stored]);

  const change = (edit: (rules: RuleSet) => RuleSet) => {
    setDraft((current) => edit(current !== null && current.version >= stored.version ? current : stored));
    setState({ kind: 'saving' });
    queue.current = queue.current.then(async () => {
      const base = latest.current;
      const next = edit(base);
      const answer = await ask('rules.set', { rules: next, base: base.version });
      if (answer.ok) {
        latest.current = { ...next, version: answer.value.version };
        setDraft(latest.current);
        setState({ kind: 'saved' });
        return;
      }
      setDraft(null);
      setState({ kind: 'refused', words: explain(answer), stale: answer.code === 'stale' });
    });
  };
  // A draft older than what is stored was overtaken by somebody else.
  return { rules: draft !== null && draft.version >= stored.version ? draft : stored, state, change };
}
