/** What an incident says and what to do about it. Pure. */
import type { Incident } from '../../review/model';

export interface IncidentWords {
  title: string;
  /** How it went, in words a person knows. */
  way: string;
  todo: string;
}

const WAYS: Record<string, string> = {
  main_frame: 'by a form', sub_frame: 'by a form in a frame', xmlhttprequest: 'by a script of the page', ping: 'in the background of the page', beacon: 'in the background of the page',
  other: 'in the background', page: 'seen on the account’s own page', fetch: 'by a script of the page', xhr: 'by a script of the page', socket: 'over an open connection', form: 'by a form',
};

const TITLE: Record<Incident['kind'], string> = {
  mismatch: 'Another text left than was approved',
  blocked: 'A post was stopped on its way out',
  unmatched: 'A post nobody countersigned',
};

function todo({ kind, way }: Incident): string {
  if (kind === 'mismatch') return 'Look at the post on the site and take it down if it must not stand. Then say here what it was.';
  if (kind === 'blocked') return 'Nothing was sent. If somebody meant to post, they press the site’s own button and it is held as usual.';
  return way === 'page' ? 'Ask who posted it and where: a phone, a scheduler or another browser is outside of Countersign.' : 'Something on the page posted past the review. Look at the account’s newest posts.';
}

export function incidentWords(incident: Incident): IncidentWords {
  return { title: TITLE[incident.kind], way: WAYS[incident.way] ?? incident.way, todo: todo(incident) };
}

/** "1 incident needs a look." */
export function countWords(count: number): string {
  return count === 1 ? '1 incident' : `${count > 99 ? '99+' : count} incidents`;
}
