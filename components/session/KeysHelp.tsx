import { useState } from 'react';
import { Dialog, Kbd, Switch } from '../ui';
import { setSingleKeys, singleKeysOn } from './shortcuts';
import styles from './KeysHelp.module.css';

const KEYS: readonly [string[], string][] = [
  [['J', 'K', '↓', '↑'], 'Next and previous post'],
  [['Enter', 'O'], 'Open the post'],
  [['A'], 'Approve'],
  [['R'], 'Ask for changes'],
  [['S'], 'Suggest an edit'],
  [['Ctrl+Enter'], 'Send the open form'],
  [['/'], 'Search'],
  [['Esc'], 'Back, then close'],
  [['?'], 'This help'],
];

/** Every shortcut, each of which also has a button, and the switch that turns the single keys off. */
export function KeysHelp({ open, onClose }: { open: boolean; onClose(): void }) {
  const [on, setOn] = useState(singleKeysOn());
  const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard">
      <dl className={styles['keys']}>
        {KEYS.map(([keys, words]) => (
          <div key={words} className={styles['row']}>
            <dt>{words}</dt>
            <dd className={styles['caps']}>{keys.map((key) => <Kbd key={key}>{apple ? key.replace('Ctrl+', '⌘') : key}</Kbd>)}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['switch']}>
        <span id="single-keys">Single-key shortcuts</span>
        <Switch checked={on} labelledBy="single-keys" onChecked={(next) => { setOn(next); setSingleKeys(next); }} />
      </div>
    </Dialog>
  );
}
