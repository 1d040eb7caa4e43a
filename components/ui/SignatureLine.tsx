import type { SignatureState } from '../../review/contract';
import { cx } from './cx';
import { Icon } from './Icon';
import { Mark } from './Mark';
import styles from './SignatureLine.module.css';

interface Props {
  state: SignatureState;
  name: string;
  /** What stands beneath the rule: role and time, or which version was signed. */
  detail: string;
  /** Draws the second stroke once, when the signature has just landed. */
  fresh?: boolean;
}

const SPOKEN: Record<SignatureState, string> = {
  wrote: 'Author', approved: 'Signed', open: 'Still open', reading: 'Reading now', outdated: 'Outdated', asked: 'Asked for changes', rejected: 'Rejected',
};

/** A name on a rule: solid when signed, dashed while open. Always a person, never a count. */
export function SignatureLine({ state, name, detail, fresh = false }: Props) {
  return (
    <div className={cx(styles['line'], styles[state])}>
      <div className={styles['name']}>
        <Glyph state={state} fresh={fresh} />
        <span className="cs-hidden">{SPOKEN[state]}: </span>
        <span className={styles['who']} title={name}>{name}</span>
      </div>
      <div className={styles['detail']} title={detail}>{detail}</div>
    </div>
  );
}

function Glyph({ state, fresh }: { state: SignatureState; fresh: boolean }) {
  if (state === 'approved') return <Mark kind="countersigned" drawn={fresh} />;
  if (state === 'wrote') return <Icon name="ui-pen" className={styles['glyph']} />;
  if (state === 'outdated' || state === 'asked') return <Icon name="ui-undo" className={styles['glyph']} />;
  if (state === 'rejected') return <Icon name="ui-x" className={styles['cross']} />;
  return <Mark kind="held" />;
}
