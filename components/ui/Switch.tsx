import { Switch as Base } from '@base-ui/react/switch';
import styles from './Choice.module.css';

interface Props {
  checked: boolean;
  onChecked(checked: boolean): void;
  /** Spoken name. Give `labelledBy` instead when the words are already on the page. */
  label?: string;
  labelledBy?: string;
  disabled?: boolean;
}

/** Takes effect at once; for a choice that waits for a button use Checkbox. */
export function Switch({ checked, onChecked, label, labelledBy, disabled = false }: Props) {
  return (
    <Base.Root checked={checked} onCheckedChange={(next) => onChecked(next)} disabled={disabled} className={styles['switch']} aria-label={label} aria-labelledby={labelledBy}>
      <Base.Thumb className={styles['thumb']} />
    </Base.Root>
  );
}
