import { Toast } from '@base-ui/react/toast';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import { Mark } from './Mark';
import styles from './Toasts.module.css';

type Tone = 'done' | 'trouble' | 'plain';
interface Extra { tone: Tone; until: number | null }
export interface ToastOptions {
  /** What happened, in a few words with a full stop: "Approved." */
  title: string;
  /** What happens next. */
  detail?: ReactNode;
  tone?: Tone;
  action?: { label: string; run(): void };
  /** ms; default 10 000 with an action (the undo window), 5 000 without. 0 stays until it is closed. */
  duration?: number;
}

const manager = Toast.createToastManager<Extra>();

/** The toast on the page, while it offers something. */
let offer: string | null = null;

/** Shows one toast in place of the one before. Callable from anywhere on a page that renders Toasts. */
export function toast({ title, detail, tone = 'plain', action, duration }: ToastOptions): () => void {
  const id = manager.add({
    title,
    description: detail,
    timeout: duration ?? (action ? 10_000 : 5_000),
    data: { tone, until: null },
    priority: tone === 'trouble' ? 'high' : 'low',
    ...(action ? { actionProps: { children: action.label, onClick: () => { manager.close(id); action.run(); } } } : {}),
  });
  offer = action ? id : null;
  return () => manager.close(id);
}

/** What the toast on the page offers was offered to somebody who is leaving. Words alone stay. */
export function withdrawOffer(): void {
  if (offer !== null) manager.close(offer);
  offer = null;
}

/** One at a time, inverted, above the coverage line. */
export function Toasts({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider toastManager={manager} limit={1}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className={styles['viewport']}><List /></Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List() {
  const { toasts } = Toast.useToastManager<Extra>();
  return toasts.map((item) => (
    // A group, not a dialog: it takes no focus, and keys go on working beside it.
    <Toast.Root key={item.id} toast={item} role="group" aria-modal={undefined} swipeDirection={['down', 'right']} className={styles['toast']}>
      <Toast.Content className={styles['content']}>
        {item.data?.tone === 'done' && <Mark kind="countersigned" className={styles['mark']} />}
        {item.data?.tone === 'trouble' && <Icon name="sev-block" className={styles['trouble']} />}
        <p className={styles['words']}>
          <Toast.Title render={<strong />} className={styles['title']} /> <Toast.Description render={<span />} />
        </p>
        {item.actionProps ? <Toast.Action className={styles['action']} /> : <Toast.Close aria-label="Close" className={styles['close']}><Icon name="ui-x" /></Toast.Close>}
      </Toast.Content>
    </Toast.Root>
  ));
}
