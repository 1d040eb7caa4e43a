/** Schema issues as sentences a person can act on. */
import type { z } from 'zod';
import { knownKeys } from './schema-keys';

type Issue = z.core.$ZodIssue;
export interface Said { path: PropertyKey[]; message: string }

const quote = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(', ');

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined), root);
}

function isMissing(root: unknown, path: readonly PropertyKey[]): boolean {
  const parent = valueAt(root, path.slice(0, -1));
  return path.length > 0 && typeof parent === 'object' && parent !== null && !Object.hasOwn(parent, path.at(-1)!);
}

const KINDS: Record<string, string> = { string: 'text in quotes', array: 'a list in [ ]', object: 'an object in { }', record: 'an object in { }', boolean: 'true or false', int: 'a whole number', number: 'a number' };

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): string {
  if (issue.origin === 'array') return 'give at least one, or remove the key if it is optional';
  return issue.origin === 'string' ? 'must not be empty' : `must be more than ${issue.inclusive ? Number(issue.minimum) - 1 : issue.minimum}`;
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>): string {
  if (issue.origin === 'array') return `at most ${issue.maximum} are allowed`;
  return issue.origin === 'string' ? `at most ${issue.maximum} characters are allowed` : `must be at most ${issue.maximum}`;
}

function badFormat(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  return issue.format === 'date' ? 'write a date as 2026-11-23' : issue.message;
}

function say(issue: Issue, root: unknown): string {
  if (issue.code !== 'unrecognized_keys' && isMissing(root, issue.path)) {
    const allowed = issue.code === 'invalid_value' ? `: one of ${quote(issue.values)}` : '';
    return `this key is missing${allowed}`;
  }
  switch (issue.code) {
    case 'invalid_type': return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value': return issue.values.length === 1 ? `must be ${quote(issue.values)}` : `must be one of ${quote(issue.values)}`;
    case 'invalid_union': return 'options' in issue && Array.isArray(issue.options) ? `must be one of ${quote(issue.options)}` : 'fits none of the allowed forms';
    case 'too_small': return tooSmall(issue);
    case 'too_big': return tooBig(issue);
    case 'invalid_format': return badFormat(issue);
    case 'invalid_key': return 'this name is not allowed here';
    default: return issue.message;
  }
}

/** @param nearest finds the known key that was probably meant. */
export function sayIssues(issues: readonly Issue[], root: unknown, nearest: (name: string, known: readonly string[]) => string | null): Said[] {
  return issues.flatMap((issue): Said[] => {
    if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: say(issue, root) }];
    const known = knownKeys(issue.path);
    return issue.keys.map((key) => {
      const meant = nearest(key, known);
      return { path: [...issue.path, key], message: meant ? `unknown key "${key}": did you mean "${meant}"?` : `unknown key "${key}": allowed here are ${known.join(', ')}` };
    });
  });
}
