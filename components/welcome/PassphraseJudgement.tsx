import { Icon } from '../ui';
import type { Judgement } from './use-judgement';
import styles from './Welcome.module.css';

const ADVICE = 'Four words or more that do not belong together. It cannot be reset by anyone.';

/** What the judge says, in the words of identity/passphrase. Spoken politely, so that typing is not interrupted. */
export function PassphraseJudgement({ judgement, typed }: { judgement: Judgement | null; typed: boolean }) {
  return (
    <div className={styles['judged']} data-good={judgement?.good || undefined} role="status">
      {judgement && <Icon name={judgement.good ? 'sev-ok' : 'sev-warn'} />}
      <span>{!typed ? ADVICE : !judgement ? '' : judgement.good ? `${judgement.words} It cannot be reset by anyone.` : judgement.words}</span>
    </div>
  );
}
