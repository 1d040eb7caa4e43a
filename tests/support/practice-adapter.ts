/** The practice site's adapter, as a person would import it. */
import { readFile } from 'node:fs/promises';

export async function readPracticeAdapter(): Promise<string> {
  return await readFile(new URL('../sites/practice/adapter.json', import.meta.url), 'utf8');
}
