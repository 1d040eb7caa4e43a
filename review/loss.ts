/** BI7: what an edit costs, said before it is saved. */
import { list } from './words';
import type { SignatureLine } from './contract';

/** One sentence naming whose approval would become outdated, or null when nothing would be lost. */
export function lossWarning(lines: readonly SignatureLine[]): string | null {
  const names = lines.filter((line) => line.state === 'approved').map((line) => line.person.name);
  if (names.length === 0) return null;
  return names.length === 1
    ? `Saving this edit makes the approval by ${list(names)} outdated. It must be given again.`
    : `Saving this edit makes the approvals by ${list(names)} outdated. They must be given again.`;
}
