/** The address of a new post, read from the site's answer. */
import { textsAt } from './path';
import type { PublishSpec } from './schema';

/** @param answer parsed JSON of the site's answer. Null when it names no post or the result is not an http address. */
export function permalinkFrom(spec: PublishSpec, answer: unknown): string | null {
  if (!spec.permalink) return null;
  const { path, pick, template } = spec.permalink;
  const shape = pick ? new RegExp(pick) : null;
  const value = textsAt(answer, [path]).find((text) => !shape || shape.test(text));
  if (!value) return null;
  const match = shape?.exec(value);
  const filled = template
    ? template.replace(/\{(id|\d)\}/g, (_, name: string) => encodeURI(name === 'id' ? value : match?.[Number(name)] ?? ''))
    : value;
  return /^https?:\/\//.test(filled) ? filled : null;
}
