/** Puts the whole review tree on the page, over a fresh database, as one of the people. */
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { App } from '../../../components/queue/App';
import { resetNav } from '../../../components/queue/nav';
import { resetQueue } from '../../../components/stores/queue-store';
import { useSignedIn } from '../../../components/stores/session-store';
import { Toasts } from '../../../components/ui';
import '../../../components/ui/base.css';
import { mountSprite } from '../../../components/ui/sprite';
import type { Member, Role, RuleSet } from '../../../review/model';
import { resetBackground } from './fake-background';
import { resetBrowser } from './fake-browser';
import { createWorkspace, emptyStore, PASSPHRASE, signIn } from './world';

export const PEOPLE: Record<string, Role[]> = { 'Mara Okafor': ['approver'], 'Lena Ortiz': ['author'], 'Tim Brandt': ['approver'] };

/** Fresh store, fresh storage, nobody signed in. */
export async function freshStage(options: { people?: Record<string, Role[]>; rules?: Partial<RuleSet>; vaults?: boolean } = {}): Promise<Record<string, Member>> {
  await resetBrowser();
  resetBackground();
  localStorage.clear();
  resetNav();
  resetQueue();
  useSignedIn.setState({ ready: false, memberId: null, last: null, next: null });
  await emptyStore();
  return createWorkspace(options.people ?? PEOPLE, options);
}

/** Shows the tree. `as` signs in without a key: enough to look. */
export async function showApp(as: string | null, width = 400) {
  await page.viewport(width, 600);
  document.documentElement.dataset['theme'] = 'light';
  document.body.dataset['page'] = 'popup';
  mountSprite();
  if (as) await signIn(as);
  return render(<Toasts><App /></Toasts>);
}

/** Signs in through the form, with the real key. */
export async function unlockAs(name: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(name) }).click();
  await page.getByLabelText(`Passphrase for ${name}`).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
}
