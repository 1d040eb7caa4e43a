/** Reads data/gold. `data/gold/DATASHEET.md` says what the fields mean. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CheckContext } from '../checks/finding';

export type Family = 'account' | 'audience' | 'clean' | 'crisis' | 'disclosure' | 'finance' | 'finprom-uk' | 'giveaway' | 'green' | 'health' | 'health-data' | 'internal' | 'placeholder' | 'price' | 'superlative';

export interface GoldPost {
  id: string;
  text: string;
  context?: Partial<CheckContext>;
  /** Ids of the checks of this family that have to fire. */
  labels: string[];
  family: Family;
  half: 'tune' | 'frozen';
  note?: string;
}

export const GOLD = fileURLToPath(new URL('../data/gold/', import.meta.url));
export const goldFiles = (): string[] => readdirSync(GOLD).filter((name) => name.endsWith('.jsonl')).sort();
export const goldLines = (): string[] => goldFiles().flatMap((name) => readFileSync(GOLD + name, 'utf8').trim().split('\n'));
export const readGold = (): GoldPost[] => goldLines().map((line) => JSON.parse(line) as GoldPost);

/** FNV-1a with a last mix: an odd value puts a post into the frozen half. Decided by the id alone, before any tuning. */
export function halfOf(id: string): GoldPost['half'] {
  let value = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) value = Math.imul(value ^ id.charCodeAt(i), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return ((value ^ (value >>> 13)) & 1) === 1 ? 'frozen' : 'tune';
}
