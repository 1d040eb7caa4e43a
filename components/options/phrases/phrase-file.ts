/** A list of phrases as a file: CSV with a header, or one phrase a line. Pure; every line that does not fit says why. */
import { phraseKey } from '../../../review/phrases';
import { csvLine, readCsv, separatorOf } from './csv';
import type { CsvRecord } from './csv';
import { KINDS, problemOf, WEIGHTS } from './phrase-edit';
import type { Draft, Kind, Severity } from './phrase-edit';

const COLUMNS = ['text', 'kind', 'severity', 'words', 'replacement', 'sites', 'from', 'until'] as const;
type Column = (typeof COLUMNS)[number];

export interface LineProblem {
  line: number;
  problem: string;
}

export interface PhraseFile {
  phrases: Draft[];
  problems: LineProblem[];
  /** Lines that are in the list already, or twice in the file; they are left out without a complaint. */
  twice: number;
  /** The header and the lines with a problem, so that they can be mended. */
  rest: string;
}

export interface Reading {
  /** For lines without a kind or a severity of their own. */
  usual: { kind: Kind; severity: Severity };
  /** `phraseKey()` of what is in the list. */
  known: ReadonlySet<string>;
  /** Platform ids that exist here. */
  sites: ReadonlySet<string>;
}

/** An ISO date or time; a date alone is midnight UTC. */
const TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

function oneOf<T extends string>(text: string, choices: readonly { id: T; words: string }[], usual: T): T | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return usual;
  return choices.find(({ id, words }) => id === wanted || words.toLowerCase() === wanted)?.id ?? null;
}

function timeIn(text: string): number | null | 'bad' {
  if (text.trim() === '') return null;
  const time = TIME.test(text.trim()) ? Date.parse(text.trim()) : Number.NaN;
  return Number.isNaN(time) ? 'bad' : time;
}

/** The phrase of one line, or what is wrong with the line. */
function readLine(get: (column: Column) => string, { usual, sites }: Reading): Draft | string {
  const kind = oneOf(get('kind'), KINDS, usual.kind);
  if (kind === null) return `“${get('kind')}” is no kind. Use ${KINDS.map(({ id }) => id).join(', ')}.`;
  const severity = oneOf(get('severity'), WEIGHTS, usual.severity);
  if (severity === null) return `“${get('severity')}” is no severity. Use ${WEIGHTS.map(({ id }) => id).join(', ')}.`;
  const platforms = [...new Set(get('sites').split(/[\s,;|]+/).filter(Boolean).map((site) => site.toLowerCase()))];
  const stranger = platforms.find((site) => !sites.has(site));
  if (stranger !== undefined) return `There is no site “${stranger}” here. Use ${[...sites].join(', ')}, or leave it empty for every site.`;
  const [from, until] = [timeIn(get('from')), timeIn(get('until'))];
  if (from === 'bad' || until === 'bad') return `“${from === 'bad' ? get('from') : get('until')}” is no date. Write it as 2026-12-31.`;
  return { kind, severity, platforms, from, until, text: get('text').trim(), words: get('words').trim(), replacement: get('replacement').trim() };
}

/** The columns of a header, or null when the first line is none: then every line is one phrase. */
function headerOf(first: CsvRecord | undefined): (Column | null)[] | null {
  const names = first?.fields.map((field) => field.trim().toLowerCase()) ?? [];
  return names.includes('text') ? names.map((name) => COLUMNS.find((column) => column === name) ?? null) : null;
}

const lines = (text: string): CsvRecord[] =>
  text.replace(/^\uFEFF/, '').split(/\r?\n/).flatMap((raw, index) => (raw.trim() === '' ? [] : [{ line: index + 1, fields: [raw], raw, open: false }]));

export function readPhrases(text: string, reading: Reading): PhraseFile {
  const table = readCsv(text, separatorOf(text));
  const header = headerOf(table[0]);
  const records = header ? table.slice(1) : lines(text);
  const out: PhraseFile = { phrases: [], problems: [], twice: 0, rest: '' };
  const seen = new Set(reading.known);
  const bad: string[] = [];
  for (const record of records) {
    const read = record.open ? 'A quotation mark begins here and never ends.' : readLine((column) => record.fields[header ? header.indexOf(column) : column === 'text' ? 0 : -1] ?? '', reading);
    const problem = typeof read === 'string' ? read : problemOf(read, NONE);
    if (typeof read !== 'string' && problem === null) {
      if (seen.has(phraseKey(read))) out.twice += 1;
      else out.phrases.push(read);
      seen.add(phraseKey(read));
    } else if (problem !== null) {
      out.problems.push({ line: record.line, problem });
      bad.push(record.raw);
    }
  }
  const unknown = header && table[0]?.fields.filter((_, at) => header[at] === null).map((name) => name.trim()).filter(Boolean);
  if (unknown?.length) out.problems.unshift({ line: 1, problem: `${unknown.map((name) => `“${name}”`).join(' and ')} ${unknown.length === 1 ? 'is no column' : 'are no columns'} of a phrase. Use ${COLUMNS.join(', ')}.` });
  if (bad.length > 0) out.rest = [...(header && table[0] ? [table[0].raw] : []), ...bad].join('\n');
  return out;
}

const NONE: ReadonlySet<string> = new Set();
const iso = (time: number | null): string => (time === null ? '' : new Date(time).toISOString());

/** The list as CSV (RFC 4180), which `readPhrases` reads back as it was. */
export function writePhrases(phrases: readonly Draft[]): string {
  const rows = phrases.map(({ text, kind, severity, words, replacement, platforms, from, until }) => csvLine([text, kind, severity, words, replacement, platforms.join(' '), iso(from), iso(until)]));
  return `${[csvLine(COLUMNS), ...rows].join('\r\n')}\r\n`;
}
