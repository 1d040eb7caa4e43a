/** Reads what the runners of the rings wrote: which tests failed, and the first words of why. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface VitestReport {
  testResults: { name: string; status: string; message?: string; assertionResults: { status: string; fullName: string; failureMessages?: string[] }[] }[];
}

interface Suite {
  specs?: { title: string; file: string; ok: boolean; tests: { results: { errors?: { message?: string }[] }[] }[] }[];
  suites?: Suite[];
}

export function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

const linesOf = (text: string): string[] => stripVTControlCharacters(text).split('\n').map((line) => line.trim()).filter(Boolean);

/** The beginning of what went wrong, on one line: of a long run often only the end is looked at, or kept. */
const why = (message: string | undefined): string => (message ? ` (${linesOf(message).slice(0, 4).join(' · ').slice(0, 400)})` : '');

export function vitestFailures(report: string): string[] {
  return (readReport<VitestReport>(report)?.testResults ?? []).filter(({ status }) => status === 'failed').flatMap(({ name: file, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    return failed.length > 0 ? failed.map(({ fullName, failureMessages }) => `${relative('.', file)}: ${fullName}${why(failureMessages?.[0])}`) : [`${relative('.', file)}${why(message)}`];
  });
}

const failedIn = ({ specs = [], suites = [] }: Suite): string[] => [
  ...specs.filter(({ ok }) => !ok).map(({ file, title, tests }) => `${file}: ${title}${why(tests.flatMap(({ results }) => results).flatMap(({ errors = [] }) => errors)[0]?.message)}`),
  ...suites.flatMap(failedIn),
];

export const playwrightFailures = (report: string): string[] => (readReport<{ suites: Suite[] }>(report)?.suites ?? []).flatMap(failedIn);

/** The line by which a script of ours says how it ended; undefined when it broke before. */
export const countLine = (output: string): string | undefined => output.trim().split('\n').reverse().find((one) => one.startsWith('{"passed"'));

/** What a script said last, without its count. */
export const lastWords = (output: string): string[] => linesOf(output).filter((line) => !line.startsWith('{"passed"')).slice(-12);
