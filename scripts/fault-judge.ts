/** Asks the store and the server, never a page, what became of every round (HOUSE promises 1, 2 and 6). */
import type { Loop } from '../tests/support/loop';

export interface Round {
  kind: string;
  text: string;
  /** The panel said "Held for review". */
  kept: boolean;
  seconds: number;
}

export interface Verdict extends Round {
  /** Where it ended: a state a person knows what to do with. */
  end: string;
  problems: ('lost' | 'posted twice' | 'posted without approval' | 'stuck')[];
}

const NAMES: Record<string, string> = { sent: 'posted', verified: 'posted', unknown: 'unknown', failed: 'failed', releasing: 'releasing' };

export async function judge(loop: Loop, rounds: readonly Round[]): Promise<Verdict[]> {
  const [holds, revisions, decisions, log] = [await loop.store.rows('holds'), await loop.store.rows('revisions'), await loop.store.rows('decisions'), await loop.store.rows('log')];
  const posts = loop.served.site.posts().map((post) => post.text);
  const started = log.filter(({ type }) => type === 'release.started');

  return rounds.map((round) => {
    const mine = revisions.filter(({ manifest }) => manifest.text === round.text);
    const hold = holds.find(({ id }) => mine.some(({ holdId }) => holdId === id));
    const out = posts.filter((text) => text === round.text).length;
    // The entry of the release names the signatures it was let through with; each must be an approval of these very words.
    const digests = new Set(mine.map(({ digest }) => digest));
    const signed = started.some(({ holdId, body }) => {
      const ids = (body as { decisionIds?: string[] }).decisionIds ?? [];
      return holdId === hold?.id && ids.length > 0 && ids.every((id) => decisions.some((one) => one.body.id === id && one.body.kind === 'approve' && digests.has(one.body.digest)));
    });
    const problems: Verdict['problems'] = [];
    if (round.kept && !hold) problems.push('lost');
    if (out > 1) problems.push('posted twice');
    if (out > 0 && !signed) problems.push('posted without approval');
    if (hold?.publication === 'releasing') problems.push('stuck');
    const end = !hold ? 'never held' : (NAMES[hold.publication] ?? { approved: 'approved', pending: 'held' }[hold.workflow as string] ?? hold.workflow);
    return { ...round, end, problems };
  });
}
