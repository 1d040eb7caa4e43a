import { useEffect, useState } from 'react';
import type { CheckView } from '../../../review/contract';
import { ask } from '../../../runtime/client';
import { flagCounts } from '../../../storage/queries/flags';
import type { FlagCount } from '../../../storage/queries/flags';
import { watch } from '../../../storage/queries/watch';
import { LinkButton, SeverityMark } from '../../ui';
import { precisionWords } from './precision';
import page from '../Options.module.css';
import styles from './Rules.module.css';

/** The families in the order of the taxonomy (reference/checks.md, 1). */
const FAMILIES: Record<string, string> = {
  account: 'Account and audience', claim: 'Claims', crisis: 'Crisis', disclosure: 'Disclosure', format: 'Format', hashtag: 'Hashtags',
  link: 'Links', media: 'Media', mention: 'Mentions', risk: 'Risk', team: 'Team phrases', tone: 'Tone',
};
const familyOf = (id: string): string => id.split('.')[0] ?? '';

type List = { kind: 'reading' } | { kind: 'failed'; detail: string } | { kind: 'read'; checks: CheckView[] };

async function readChecks(): Promise<List> {
  const answer = await ask('checks.list', {});
  return answer.ok ? { kind: 'read', checks: answer.value } : { kind: 'failed', detail: answer.detail };
}

/** Every check: what it looks for, where that comes from, how heavy it weighs, and how often it was right here. */
export function Checks() {
  const [list, setList] = useState<List>({ kind: 'reading' });
  const [counts, setCounts] = useState<ReadonlyMap<string, FlagCount>>(new Map());
  useEffect(() => {
    let here = true;
    void readChecks().then((read) => { if (here) setList(read); });
    return () => { here = false; };
  }, []);
  useEffect(() => watch(flagCounts, (rows) => setCounts(new Map(rows.map((row) => [row.checkId, row]))), (error) => console.warn('Countersign: the figures could not be read.', error)), []);

  return (
    <section className={styles['block2']} aria-label="Checks">
      <h2 className={page['h2']}>Checks</h2>
      <p className={`${page['para']} ${page['muted']}`}>Each runs on this device, while somebody types and again when the post is held. Precision is the share of held posts where nobody called the flag wrong; it is counted per check, never per person.</p>
      {list.kind === 'failed' && <p className={page['problem']} role="alert">{list.detail} <LinkButton onClick={() => void readChecks().then(setList)}>Try again</LinkButton></p>}
      {list.kind === 'read' && [...new Set(list.checks.map(({ id }) => familyOf(id)))].map((family) => (
        <details key={family} className={styles['family']}>
          <summary><b>{FAMILIES[family] ?? family}</b> <span>{summary(list.checks.filter(({ id }) => familyOf(id) === family), counts)}</span></summary>
          <div className={page['scroll']}>
            <table className={`${page['table']} ${styles['checks']}`} aria-label={FAMILIES[family] ?? family}>
              <thead><tr><th scope="col">Looks for</th><th scope="col">Weighs</th><th scope="col">Right so far</th></tr></thead>
              <tbody>{list.checks.filter(({ id }) => familyOf(id) === family).map((check) => <Row key={check.id} check={check} count={counts.get(check.id)} />)}</tbody>
            </table>
          </div>
        </details>
      ))}
    </section>
  );
}

function Row({ check, count }: { check: CheckView; count: FlagCount | undefined }) {
  const [worst, ...lighter] = check.severities;
  return (
    <tr>
      <th scope="row">{check.about}<span><code>{check.id}</code> {check.source}</span></th>
      <td className={page['nowrap']}>{worst && <SeverityMark level={worst} />}{lighter.length > 0 && <span className={styles['lighter']}>or less</span>}</td>
      <td>{precisionWords(count)}</td>
    </tr>
  );
}

function summary(checks: readonly CheckView[], counts: ReadonlyMap<string, FlagCount>): string {
  const rows = checks.flatMap(({ id }) => counts.get(id) ?? []);
  const [fired, wrong] = [rows.reduce((sum, row) => sum + row.fired, 0), rows.reduce((sum, row) => sum + row.wrong, 0)];
  return `${checks.length === 1 ? '1 check' : `${checks.length} checks`}${fired > 0 ? `, ${fired === 1 ? 'one flag' : `${fired} flags`} on held posts, ${wrong} marked wrong` : ''}`;
}
