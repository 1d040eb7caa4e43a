import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Member } from '../../../review/model';
import { rolesWords } from '../../session/roles';
import { Avatar, Icon, siteIcon } from '../../ui';
import { keyWords } from '../../welcome/roles';
import { siteTitle } from '../sites/site-title';
import { listNames, shortNames } from '../../queue/words';
import { active, cellOf, verdictOf } from './matrix-facts';
import type { Column, Verdict } from './matrix-facts';
import { MatrixCell } from './MatrixCell';
import styles from './People.module.css';

interface Props {
  members: readonly Member[];
  columns: readonly Column[];
  canEdit: boolean;
  onPerson(member: Member): void;
  onColumn(column: Column): void;
  onToggle(column: Column, member: Member): void;
}

const MOVES: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Who writes and who approves, account by account. One cell takes part in the tab order; arrows move it. */
export function Matrix({ members, columns, canEdit, onPerson, onColumn, onToggle }: Props) {
  const people = active(members);
  const call = shortNames(people);
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const row = Math.min(at.row, people.length - 1);
  const column = Math.min(at.column, columns.length - 1);

  const move = (event: KeyboardEvent) => {
    const step = MOVES[event.key];
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-at]');
    if (!step || !cell) return;
    const next = { row: clamp(row + step[0], people.length), column: clamp(column + step[1], columns.length) };
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}:${next.column}"]`)?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA in HTML allows a table to be a grid; arrows move between its cells
    <table ref={table} role="grid" className={styles['grid']} onKeyDown={move}>
      <caption className="cs-hidden">Who writes and who approves on each account</caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          {columns.map((entry) => (
            <th key={entry.key} scope="col">
              <button type="button" className={styles['account']} onClick={() => onColumn(entry)} title={`Change the rule for ${entry.title}`}>
                {entry.platform === null ? <span className={styles['site']}><Icon name="ui-globe" />{entry.title}</span> : <><span className={styles['site']}><Icon name={siteIcon(entry.platform)} />{siteTitle(entry.platform)}</span><span className={styles['handle']}>{entry.title}</span></>}
                {entry.platform === null && <span className={styles['handle']}>on covered sites</span>}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((member, index) => (
          <tr key={member.id}>
            <th scope="row">
              <button type="button" className={styles['person']} onClick={() => onPerson(member)} title={`Change ${member.name}`}>
                <Avatar name={member.name} size={32} />
                <span><span className={styles['name']}>{member.name}</span><span className={styles['sub']}>{rolesWords(member.roles)} · key {keyWords(member.deviceKeyId)}</span></span>
              </button>
            </th>
            {columns.map((entry, place) => (
              <td key={entry.key}>
                <MatrixCell
                  at={`${index}:${place}`}
                  cell={cellOf(member, entry)}
                  member={member}
                  column={entry}
                  tabbable={index === row && place === column}
                  onFocus={() => setAt({ row: index, column: place })}
                  onToggle={canEdit && entry.covered && member.roles.includes('approver') ? () => onToggle(entry, member) : undefined}
                />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row" style={{ color: 'var(--cs-muted)' }}>Approvals possible</th>
          {columns.map((entry) => <td key={entry.key}><VerdictCell verdict={verdictOf(members, entry)} call={call} /></td>)}
        </tr>
      </tbody>
    </table>
  );
}

const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));

function VerdictCell({ verdict, call }: { verdict: Verdict; call(id: string): string }) {
  const list = (people: readonly Member[]) => listNames(people.map((member) => call(member.id)), 'or');
  const words = verdict.kind === 'free' ? 'Left out, posts freely' : verdict.kind === 'blocked' ? 'Nothing leaves' : verdict.kind === 'possible' ? `${verdict.quorum} of ${list(verdict.approvers)}` : verdict.approvers.length < verdict.quorum ? `Needs ${verdict.quorum}, has ${verdict.approvers.length}` : `Not when ${list(verdict.stuck)} writes`;
  const icon = verdict.kind === 'possible' ? 'sev-ok' : verdict.kind === 'stuck' ? 'sev-hold' : verdict.kind === 'blocked' ? 'sev-block' : 'sev-off';
  return <span className={styles['verdict']} data-kind={verdict.kind}><Icon name={icon} />{words}</span>;
}
