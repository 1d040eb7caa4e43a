import { Icon } from '../../ui';
import type { SaveState } from './use-autosave';
import page from '../Options.module.css';

/** "Saved", or why not. Nothing before the first change. */
export function SaveNote({ state }: { state: SaveState }) {
  return (
    <span className={page['saved']} role="status">
      {state.kind === 'saving' && 'Saving…'}
      {state.kind === 'saved' && <><Icon name="ui-check" />Saved</>}
      {state.kind === 'refused' && <span className={page['problem']}><Icon name={state.stale ? 'sev-hold' : 'sev-block'} />{state.words}</span>}
    </span>
  );
}
