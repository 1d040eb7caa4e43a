/** One capture of a composer: what would be posted, by whom, to where. */
import type { Adapter } from '../platforms/schema';
import type { Account, MediaRef, Snapshot, Target } from '../review/model';
import type { ComposerMatch } from './composer';
import { queryAll } from './dom';
import { pageUrl } from './page-url';
import { editorText } from './read';
import { readSource, type Place } from './source';
import { PART } from './text';

const placeOf = (match: ComposerMatch): Place => ({ scope: match.scope, url: pageUrl(), hosts: match.compiled.hosts });

/** The acting account as the page shows it, or null. `place` narrows the search to one composer first. */
export function readAccount(adapter: Adapter, place: Place = { scope: document, url: pageUrl() }): Account | null {
  const handle = readSource(adapter.identity.handle, place);
  if (!handle) return null;
  return { id: readSource(adapter.identity.id, place) ?? handle, handle };
}

export function accountOf(match: ComposerMatch): Account | null {
  return readAccount(match.adapter, placeOf(match));
}

export function targetOf(match: ComposerMatch): Target | null {
  const { surface } = match.compiled;
  const place = placeOf(match);
  const id = readSource(surface.target, place);
  if (!id) return null;
  const label = readSource(surface.targetLabel, place);
  return { id, ...(label ? { label } : {}), ...(/^https?:\/\//.test(id) ? { url: id } : {}) };
}

/** Text of every editor of one role; the parts of a thread are joined by U+001E. */
export function textOf(match: ComposerMatch, role: 'body' | 'title' | 'warning' = 'body'): string {
  return match.editors
    .filter(({ spec }) => spec.role === role)
    .map(({ element, spec }) => editorText(element, spec.kind))
    .join(PART);
}

export const previewsOf = (match: ComposerMatch): Element[] => queryAll(match.scope, match.compiled.previews, match.compiled.hosts);

/** Nothing to hold: no words and no attachment. Sites refuse such a press themselves. */
export function isEmpty(match: ComposerMatch, files: number): boolean {
  if (match.compiled.surface.kind === 'repost' || files > 0) return false;
  const written = match.editors.some(({ element, spec }) => editorText(element, spec.kind) !== '');
  return !written && previewsOf(match).length === 0;
}

export function readSnapshot(match: ComposerMatch, media: MediaRef[]): Snapshot {
  const url = pageUrl();
  const { surface } = match.compiled;
  return {
    platform: match.adapter.id,
    origin: new URL(url).origin,
    url: url.slice(0, 4_000),
    surfaceId: surface.id,
    surface: surface.kind,
    account: accountOf(match),
    target: targetOf(match),
    audience: readSource(surface.audience, placeOf(match)) ?? '',
    text: textOf(match),
    title: textOf(match, 'title'),
    warning: textOf(match, 'warning'),
    media,
  };
}
