import { Field } from '@base-ui/react/field';
import type { ComponentProps, ReactElement } from 'react';
import { useState } from 'react';
import { IconButton } from './Button';
import { cx } from './cx';
import styles from './Field.module.css';

export type TextInputProps = Omit<ComponentProps<'input'>, 'size' | 'defaultValue' | 'value'> & {
  value: string;
  onText(value: string): void;
  size?: 32 | 36;
};

/** One line of text. Inside a Field it takes the field's label, hint and error. */
export function TextInput({ value, onText, size = 36, className, ...rest }: TextInputProps) {
  return (
    <Field.Control
      {...rest}
      value={value}
      onValueChange={(next) => onText(String(next))}
      data-size={size}
      className={cx(styles['control'], className)}
    />
  );
}

/** A passphrase with a switch to read it. Never autocorrected, never spell-checked (some checkers send text away). */
export function PassphraseInput({ value, onText, className, ...rest }: Omit<TextInputProps, 'type' | 'size'>) {
  const [shown, setShown] = useState(false);
  return (
    <div className={cx(styles['control'], styles['shell'], className)}>
      <Field.Control
        autoComplete="current-password"
        {...rest}
        type={shown ? 'text' : 'password'}
        value={value}
        onValueChange={(next) => onText(String(next))}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        className={styles['bare']}
      />
      <IconButton icon="ui-eye" glyph={18} aria-pressed={shown} label={shown ? 'Hide passphrase' : 'Show passphrase'} onClick={() => setShown(!shown)} />
    </div>
  );
}

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'defaultValue' | 'value'> & { value: string; onText(value: string): void };

/** Several lines; grows with its text. `dir` follows the text. */
export function TextArea({ value, onText, className, ...rest }: TextAreaProps) {
  const area: ReactElement = <textarea rows={2} dir="auto" {...rest} />;
  return <Field.Control render={area} value={value} onValueChange={(next) => onText(String(next))} className={cx(styles['control'], styles['area'], className)} />;
}
