import { Field as Base } from '@base-ui/react/field';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './Field.module.css';

interface Props {
  label: ReactNode;
  /** Set beside the label in a quieter voice, for example "optional". */
  aside?: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
}

/** Label, control, hint and error, wired to each other for screen readers. One control per field. */
export function Field({ label, aside, hint, error, children, className }: Props) {
  return (
    <Base.Root className={className} invalid={Boolean(error)}>
      <div className={styles['head']}>
        <Base.Label className={styles['label']}>{label}</Base.Label>
        {aside && <span className={styles['aside']}>{aside}</span>}
      </div>
      {children}
      {hint && <Base.Description className={styles['hint']}>{hint}</Base.Description>}
      {error && (
        <Base.Error match className={styles['error']} role="alert">
          <Icon name="sev-block" size={14} className={styles['glyph']} />
          <span>{error}</span>
        </Base.Error>
      )}
    </Base.Root>
  );
}
