/** The adapter of a practice site: built in, or the imported one of the practice community. */
import { readFileSync } from 'node:fs';
import { ADAPTERS } from '../../platforms';
import { parseAdapter } from '../../platforms/import';
import type { Adapter } from '../../platforms/schema';

/** An adapter file, through the same door a person's import takes. Paths start at the project's folder. */
export function adapterFile(path: string): Adapter {
  const parsed = parseAdapter(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.problems)}`);
  return parsed.adapter;
}

export function adapterOf(siteId: string): Adapter {
  const built = ADAPTERS.find((adapter) => adapter.id === siteId);
  return built ?? adapterFile(`tests/sites/${siteId}/adapter.json`);
}
