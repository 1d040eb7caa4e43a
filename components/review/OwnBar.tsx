/** What an author can do with their own post, in place of a verdict. */
import { useState } from 'react';
import type { Grant, Hold, Revision } from '../../review/model';
import { isShown } from '../../review/state';
import { ask } from '../../runtime/client';
import { actOn, reopen, tell } from '../queue/act';
import type { MineAction } from '../queue/mine';
import { clockTime } from '../queue/words';
import { Button, toast, useNow } from '../ui';
import { Countdown } from './Countdown';
import { Sentence } from './VerdictBar';

interface Props {
  hold: Hold;
  revision: Revision;
  grant: Grant | null;
  /** Why this person cannot approve; shown while it waits. */
  barred: { strong: string; rest: string } | null;
  isAuthor: boolean;
}

/** Sentence above the buttons: where the post stands and what happens next. */
export function OwnSentence({ hold, grant, barred, isAuthor }: Omit<Props, 'revision'>) {
  const now = useNow(true);
  if (hold.publication === 'unknown') return <Sentence strong="Nobody knows yet whether it is out.">Look on the site, then say which it is. Countersign never sends it twice by itself.</Sentence>;
  if (hold.publication === 'releasing') return <Sentence strong="Going out now." />;
  if (hold.publication === 'sent') return <Sentence strong="Posted.">The site took it; the post itself was not seen yet.</Sentence>;
  if (hold.publication === 'verified') return <Sentence strong="Posted as approved." />;
  if (hold.workflow === 'approved') {
    if (grant?.state === 'suspended') return <Sentence strong="Stopped.">The approvals stay. Resume starts a new countdown.</Sentence>;
    if (grant && isShown(hold) && now < grant.notBefore) return <Sentence strong="Cleared to post.">Going out in <Countdown until={grant.notBefore} /></Sentence>;
    return <Sentence strong="Cleared to post">{grant ? `until ${clockTime(grant.notAfter)}.` : '.'} {isAuthor && !isShown(hold) && 'Open the page and press the site’s button once.'}</Sentence>;
  }
  if (hold.workflow === 'expired') return <Sentence strong="Expired.">Nothing was sent. The text is kept, and the same people can be asked again.</Sentence>;
  if (hold.workflow === 'recalled') return <Sentence strong="Taken back.">The text is kept.</Sentence>;
  if (hold.workflow === 'superseded') return <Sentence strong="Replaced by a newer one." />;
  if (hold.workflow === 'rejected') return <Sentence strong="Rejected.">Nothing goes out. The text is kept.</Sentence>;
  if (hold.workflow === 'changes_requested' && isAuthor) return <Sentence strong="Changes were asked for.">Edit it on the page, or take the suggestion there.</Sentence>;
  if (hold.publication === 'failed') return <Sentence strong="It did not go out.">{hold.receipt?.detail}</Sentence>;
  return barred && <Sentence strong={barred.strong}>{barred.rest}</Sentence>;
}

export function OwnButtons({ hold, revision, grant, isAuthor }: Omit<Props, 'barred'>) {
  const [busy, setBusy] = useState('');
  const run = (name: string, act: () => Promise<unknown>) => { setBusy(name); void act().finally(() => setBusy('')); };
  const button = (label: string, act: () => Promise<unknown>, variant: 'primary' | 'secondary' = 'secondary') => (
    <Button key={label} size={36} variant={variant} {...(variant === 'primary' ? { 'data-grow': '' } : {})} busy={busy === label} onClick={() => run(label, act)}>{label}</Button>
  );
  const action = (name: MineAction) => () => actOn({ id: hold.id, receipt: hold.receipt }, { action: name });
  const copy = () => navigator.clipboard.writeText(revision.manifest.text).then(() => toast({ title: 'Text copied.' }), () => toast({ title: 'The text could not be copied.', tone: 'trouble' }));
  const resolve = (there: boolean) => async () => tell(await ask('hold.resolve', { holdId: hold.id, there, permalink: null }), 'Recorded.', there ? 'It is out.' : 'It is held again and needs a new approval.');

  if (hold.publication === 'unknown') return <>{button('It is not there', resolve(false))}{button('It is there', resolve(true))}</>;
  const buttons = [];
  const open = hold.publication === 'unsent' || hold.publication === 'failed';
  const live = open && ['pending', 'changes_requested', 'approved'].includes(hold.workflow);
  if (isAuthor && live) buttons.push(button('Take back', action('take-back')));
  if (isAuthor) buttons.push(button('Copy text', copy));
  if (live && hold.workflow === 'approved' && grant?.state === 'open' && isShown(hold)) buttons.push(button('Stop', async () => tell(await ask('hold.stop', { holdId: hold.id }), 'Stopped.', 'The approvals stay.')));
  if (live && grant?.state === 'suspended') buttons.push(button('Resume', async () => tell(await ask('hold.resume', { holdId: hold.id }), 'Resumed.', ''), 'primary'));
  if (isAuthor && hold.workflow === 'expired') buttons.push(button('Ask again', action('ask-again'), 'primary'));
  if (hold.receipt?.permalink && !open) buttons.push(button('Open post', action('permalink')));
  if (isAuthor && open && hold.workflow === 'approved' && !isShown(hold)) buttons.push(button('Open and post', () => reopen(hold.id), 'primary'));
  else if (isAuthor && open && hold.workflow === 'changes_requested') buttons.push(button('Open and edit', () => reopen(hold.id), 'primary'));
  else if (isAuthor && open && hold.workflow !== 'superseded') buttons.push(button('Open and restore', () => reopen(hold.id)));
  return <>{buttons}</>;
}
