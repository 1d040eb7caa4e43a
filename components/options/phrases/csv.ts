/** Comma-separated values as RFC 4180 has them, with the line each record begins on. Also reads semicolons and tabs. */
export interface CsvRecord {
  /** 1 for the first. */
  line: number;
  fields: string[];
  /** As it stood in the file. */
  raw: string;
  /** A quotation mark that never ends; the record is the rest of the file. */
  open: boolean;
}

/** The sign between fields: the one of `, ; tab` the first line has most of. */
export function separatorOf(text: string): string {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  const count = (sign: string) => first.split(sign).length;
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** Blank lines are no records. */
export function readCsv(text: string, separator: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const start = { at, line };
    const fields: string[] = [];
    let open = false;
    for (;;) {
      let field = '';
      if (text[at] === '"') {
        at += 1;
        for (;;) {
          const quote = text.indexOf('"', at);
          if (quote === -1) {
            open = true;
            field += text.slice(at);
            at = text.length;
            break;
          }
          field += text.slice(at, quote);
          at = quote + 1;
          if (text[at] !== '"') break;
          field += '"';
          at += 1;
        }
        line += field.split('\n').length - 1;
      }
      let end = at;
      while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
      fields.push(field + text.slice(at, end));
      at = end;
      if (text[at] !== separator) break;
      at += 1;
    }
    const raw = text.slice(start.at, at);
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    line += 1;
    if (raw.trim() !== '') records.push({ line: start.line, fields, raw, open });
  }
  return records;
}

/** One record; quotes only what needs it. */
export const csvLine = (fields: readonly string[]): string => fields.map((field) => (/[",;\t\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
