import { useEffect, useRef, useState } from 'react';
import { LinkButton } from '../ui';
import { askOpinion, builtInModel, canAsk } from './second-opinion';
import type { Opinion } from './second-opinion';
import styles from './SecondOpinion.module.css';

type State = { kind: 'absent' | 'offered' | 'asking' | 'silent' } | { kind: 'said'; opinion: Opinion };

/** Advice from the browser's own model, on request. Where there is no such model, nothing is shown at all. */
export function SecondOpinion({ text, surface }: { text: string; surface: string }) {
  const [state, setState] = useState<State>({ kind: 'absent' });
  const asking = useRef<AbortController | null>(null);
  useEffect(() => {
    let here = true;
    void canAsk(builtInModel(), text).then((can) => { if (here && can) setState({ kind: 'offered' }); });
    return () => {
      here = false;
      asking.current?.abort();
    };
  }, [text]);

  // The person asked for it, and it may stand below the fold.
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (state.kind === 'asking' || state.kind === 'said') card.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);

  const begin = async () => {
    const model = builtInModel();
    if (!model) return setState({ kind: 'absent' });
    const stop = new AbortController();
    asking.current = stop;
    setState({ kind: 'asking' });
    const opinion = await askOpinion(model, text, surface, stop.signal);
    if (!stop.signal.aborted) setState(opinion ? { kind: 'said', opinion } : { kind: 'silent' });
  };

  if (state.kind === 'absent') return null;
  if (state.kind === 'offered') return <div className={styles['offer']}><LinkButton onClick={() => void begin()}>Second opinion</LinkButton></div>;
  return (
    <section ref={card} className={styles['card']} aria-label="Second opinion" aria-busy={state.kind === 'asking'}>
      <p className={styles['from']}>Second opinion from this browser’s own model. Advice only: it decides nothing and is not kept.</p>
      <div role="status">
        {state.kind === 'asking' && <p className={styles['words']}>Reading…</p>}
        {state.kind === 'silent' && <p className={styles['words']}>The model gave no usable answer. <LinkButton onClick={() => void begin()}>Ask again</LinkButton></p>}
        {state.kind === 'said' && <p className={styles['words']} dir="auto">{state.opinion.opinion}</p>}
        {state.kind === 'said' && state.opinion.rewrite !== null && (
          <>
            <p className={styles['from']}>It would write:</p>
            <blockquote className={styles['rewrite']} dir="auto">{state.opinion.rewrite}</blockquote>
          </>
        )}
      </div>
    </section>
  );
}
