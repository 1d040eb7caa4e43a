/** Tells which composer shows a hold. */
import { pageUrl } from './page-url';
import type { Session } from './session';

/** This composer holds the draft now. Asked again by every page that shows it. */
export async function bindHold(session: Session): Promise<boolean> {
  const { view } = session;
  if (!view) return false;
  session.offered = false;
  return session.tell(session.ports.ask('hold.bind', { holdId: view.id, composerId: session.composerId, url: pageUrl().slice(0, 4_000) }));
}
