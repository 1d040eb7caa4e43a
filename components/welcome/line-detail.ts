/** The small print of a signature line: what the person did and when. Pure but for the local clock format. */
import type { SignatureLine } from '../../review/contract';

const WORDS: Record<SignatureLine['state'], string> = { wrote: 'Wrote it', approved: 'Signed', open: 'Still open', reading: 'Reading now', outdated: 'Outdated, signed', asked: 'Asked for changes', rejected: 'Rejected' };

export function lineDetail(line: SignatureLine, locale?: string): string {
  const version = line.state === 'outdated' && line.revision !== null ? ` version ${line.revision}` : '';
  const time = line.at === null || line.state === 'reading' ? '' : `, ${new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(line.at)}`;
  return `${WORDS[line.state]}${version}${time}`;
}
