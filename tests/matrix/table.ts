/** The report as a table for the terminal and as a page for docs/. */
import type { Mark, Report, Row, Witness } from './run';

export const DOT: Record<Mark | Witness, string> = { caught: '●', missed: '○', untested: '–', read: '●', blind: '◐' };

/** Worst first: a mark further to the right is better. `untested` is no proof, so it is as bad as missed. */
const RANK: Record<Mark | Witness, number> = { missed: 0, untested: 0, blind: 1, caught: 2, read: 2 };
const CELLS = ['overall', 'intent', 'page', 'lock', 'witness'] as const;

export interface Worse {
  browser: string;
  id: string;
  cell: (typeof CELLS)[number];
  was: string;
  is: string;
}

/** Cells that were better in the kept report. A way the kept report does not know cannot be worse. */
export function worseThan(kept: Report, now: Report): Worse[] {
  return kept.rows.flatMap((before) => {
    const row = now.rows.find(({ id }) => id === before.id);
    return CELLS.flatMap((cell): Worse[] => {
      const is = row?.[cell] ?? 'untested';
      return RANK[is] < RANK[before[cell]] ? [{ browser: now.browser, id: before.id, cell, was: before[cell], is }] : [];
    });
  });
}

/** Layers in the order in which a post meets them. */
const layers = (row: Row): string => CELLS.slice(1).map((cell) => DOT[row[cell]]).join(' ');

export function printReports(reports: readonly Report[]): void {
  const [first] = reports;
  if (!first) return;
  const width = Math.max(...first.rows.map(({ words }) => words.length));
  console.log(`${''.padEnd(width)}  ${reports.map(({ browser }) => `${browser.padEnd(14)}  I P L W`).join('   ')}`);
  for (const row of first.rows) {
    const cells = reports.map((report) => {
      const mine = report.rows.find(({ id }) => id === row.id);
      return mine ? `${DOT[mine.overall].padEnd(14)}  ${layers(mine)}` : '';
    });
    console.log(`${row.words.padEnd(width)}  ${cells.join('   ')}`);
  }
  console.log('I intent, P page world, L network lock or blocking listener, W witness (◐ noticed, body unreadable). ● caught, ○ missed, – not tested.');
}

const HEAD = `# The publish-way matrix

Every way a page can publish, tried on a site that is covered. Written by \`npm run matrix\`; \`npm test\` tries it again and fails when a cell gets worse.

● caught · ○ missed · ◐ noticed, body not readable · – not tested

- **all**: with every layer on and no grant, nothing reached the server.
- **intent**: the press was stopped before any code of the site ran, and the draft was stored.
- **page**: with the network's rules taken away, the page's own world still refused the call. Presses are tried where no composer is known, so that the intent layer cannot help.
- **lock**: the call was made from a page in which nothing of ours runs, and still reached nobody.
- **witness**: that attempt stands in the incidents.

A way that does not reach the server without the extension either proves nothing, and is not counted as caught.
`;

function section({ browser, rows }: Report): string {
  const lines = rows.map((row) => `| ${row.words} | ${DOT[row.overall]} | ${DOT[row.intent]} | ${DOT[row.page]} | ${DOT[row.lock]} | ${DOT[row.witness]} |${row.note ? ` ${row.note}` : ''} |`);
  const tested = rows.filter(({ overall }) => overall !== 'untested');
  const open = tested.filter(({ overall }) => overall === 'missed');
  return `## ${browser}

${tested.length - open.length} of ${tested.length} ways are caught.${open.length > 0 ? ` Not covered: ${open.map(({ words }) => words).join('; ')}.` : ''}

| way | all | intent | page | lock | witness | |
|---|---|---|---|---|---|---|
${lines.join('\n')}
`;
}

export const documentOf = (reports: readonly Report[]): string => `${HEAD}\n${reports.map(section).join('\n')}`;
