/** The words a publish call carries, found where the adapter says they stand (platforms/schema.ts, `publish.text`). */
import { textsAt } from '../platforms/path';
import type { PublishSpec } from '../platforms/schema';
import { formValues, frameJson, json } from './call';
import type { CallAsked } from './page/protocol';
import { stanzaTexts } from './stanza';

const orNull = (texts: readonly string[]): string[] | null => (texts.length ? [...texts] : null);

/** One text, or the parts of a thread. null when they cannot be read: nothing is declared, or the body is not what was declared. */
export function textsOf(spec: PublishSpec, asked: Pick<CallAsked, 'body' | 'fields' | 'url'>): string[] | null {
  const { body } = asked;
  const { bodyType, text: paths } = spec;
  if (bodyType === 'query') return orNull(paths.slice(0, 1).flatMap((path) => new URL(asked.url).searchParams.getAll(path)));
  if (body === null || bodyType === 'opaque') return null;
  if (bodyType === 'json') return orNull(textsAt(json(body), paths));
  if (bodyType === 'frame') return orNull(textsAt(frameJson(body), paths));
  for (const path of paths) {
    if (bodyType === 'xml') return orNull(stanzaTexts(body, path) ?? []);
    const [field = '', ...rest] = path.split('.');
    const values = formValues(asked, path);
    const found = values.length ? values : rest.length ? formValues(asked, field).flatMap((value) => textsAt(json(value), [rest.join('.')])) : [];
    if (found.length) return found;
  }
  return null;
}

/** Equal to no approved text. */
export const NO_WORDS = '\0';

/** The adapter says how this call is read, and this one is packed so that nobody can: it is not the call of the site. */
export function isBlind({ bodyType, text }: PublishSpec, { body }: Pick<CallAsked, 'body'>): boolean {
  return body === null && text.length > 0 && bodyType !== 'opaque' && bodyType !== 'query';
}
