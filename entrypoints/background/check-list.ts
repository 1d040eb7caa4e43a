/** Every check in words. How severe one can be is asked of the check itself, by running its own examples once. */
import type { CheckContext, Severity } from '../../checks/finding';
import { CHECKS } from '../../checks/registry';
import { scan } from '../../checks/text/scan';
import type { CheckView } from '../../review/contract';

const WORST_FIRST: Severity[] = ['block', 'hold', 'warn', 'info'];
const BARE: CheckContext = { platform: '', surface: 'post', account: null, media: [], now: 0 };

let known: CheckView[] | null = null;

/** Sorted by id. */
export function checkList(): CheckView[] {
  known ??= CHECKS.map((check) => {
    const { id, about, source } = check;
    const given = new Set(check.flags.flatMap(({ text, context }) => check.run({ scan: scan(text), context: { ...BARE, ...context } }).map(({ severity }) => severity)));
    return { id, about, source, severities: WORST_FIRST.filter((severity) => given.has(severity)) };
  });
  return known;
}
