/**
 * `npm run managed-schema`: writes public/managed-schema.json from review/managed.ts. Chrome refuses an extension whose
 * schema has keys it does not take, so the ones Zod adds are left out (interface.md §4.4).
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { managedSchema } from '../review/managed';

export const MANAGED_SCHEMA_FILE = 'public/managed-schema.json';

function trimmed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema' && key !== 'additionalProperties').map(([key, inner]) => [key, trimmed(inner)]));
}

/** The text of the file. */
export function managedSchemaText(): string {
  return `${JSON.stringify(trimmed(z.toJSONSchema(managedSchema)), null, 2)}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(MANAGED_SCHEMA_FILE, managedSchemaText());
