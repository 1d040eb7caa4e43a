import type { CountersignDb } from './db';
import type { MetaName, MetaValues } from './rows';

export async function readMeta<N extends MetaName>(db: CountersignDb, name: N): Promise<MetaValues[N] | null> {
  const row = await db.meta.get(name);
  return row ? (row.value as MetaValues[N]) : null;
}

export async function writeMeta<N extends MetaName>(db: CountersignDb, name: N, value: MetaValues[N]): Promise<void> {
  await db.meta.put({ name, value });
}
