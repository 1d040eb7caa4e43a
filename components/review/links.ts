/**
 * Where links really go (AP2). The shown text of a link is the author's; the host is what the browser
 * would contact, so it is read with the URL parser and compared with what is written.
 */
import { findMarks } from './marks';

export interface LinkFacts {
  /** As written in the post. */
  written: string;
  /** Host the browser would contact; in ASCII when it only looks like another one. '' when it cannot be parsed. */
  host: string;
  /** The other spelling (punycode or decoded), when there is one. */
  other: string;
  /** Sentences a reader should know; empty for an ordinary link. */
  warnings: string[];
}

const SHORTENERS = new Set(['bit.ly', 't.co', 'tinyurl.com', 'goo.gl', 'ow.ly', 'buff.ly', 'is.gd', 'lnkd.in', 'rebrand.ly', 'cutt.ly', 't.ly', 'dub.sh', 'shorturl.at', 'rb.gy']);

export function readLink(written: string): LinkFacts {
  const url = parse(written);
  if (!url) return { written, host: '', other: '', warnings: ['This link cannot be read as an address.'] };
  const host = decodeHost(url.hostname);
  const warnings: string[] = [];
  if (url.username || url.password) warnings.push(`The part before “@” is not the site. The site is ${host}.`);
  if (host !== url.hostname) warnings.push('The name uses letters outside plain ASCII.');
  const lookalike = findMarks(host).some(({ kind }) => kind === 'lookalike');
  if (lookalike) warnings.push('Some of its letters only look like Latin ones.');
  if (/^[\d.]+$/.test(url.hostname) || url.hostname.startsWith('[')) warnings.push('A number instead of a name.');
  if (SHORTENERS.has(url.hostname.replace(/^www\./, ''))) warnings.push('A short link hides where it leads.');
  if (url.protocol === 'http:' && /^http:/i.test(written)) warnings.push('Not encrypted (http).');
  const other = host === url.hostname ? '' : url.hostname;
  // A name made to be misread is shown in the spelling that cannot be.
  return lookalike && other ? { written, host: other, other: host, warnings } : { written, host, other, warnings };
}

function parse(written: string): URL | null {
  try {
    return new URL(/^https?:/i.test(written) ? written : `https://${written}`);
  } catch {
    return null;
  }
}

/** Each `xn--` label in readable form; a label that does not decode stays as it is. */
export function decodeHost(host: string): string {
  return host.split('.').map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label)).join('.');
}

/** Punycode, RFC 3492 §6.2, with its fixed parameters. null for input that is not punycode. */
export function decodePunycode(input: string): string | null {
  const base = 36;
  const basicEnd = input.lastIndexOf('-');
  const output = [...(basicEnd > 0 ? input.slice(0, basicEnd) : '')].map((char) => char.codePointAt(0) ?? 0);
  let code = 128;
  let position = 0;
  let bias = 72;
  let at = basicEnd > 0 ? basicEnd + 1 : 0;
  while (at < input.length) {
    const before = position;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(input.charCodeAt(at));
      at += 1;
      if (digit === null || position > 0x7fffffff) return null;
      position += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = output.length + 1;
    bias = adapt(position - before, length, before === 0);
    code += Math.floor(position / length);
    position %= length;
    if (code > 0x10ffff) return null;
    output.splice(position, 0, code);
    position += 1;
  }
  return String.fromCodePoint(...output);
}

function digitOf(code: number): number | null {
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  return null;
}

/** RFC 3492 §6.1. */
function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : Math.floor(delta / 2);
  rest += Math.floor(rest / points);
  let k = 0;
  while (rest > 455) {
    rest = Math.floor(rest / 35);
    k += 36;
  }
  return k + Math.floor((36 * rest) / (rest + 38));
}
