/**
 * Verifies an exported log without the extension:
 *   node --experimental-strip-types scripts/verify-log.ts file.jsonl [hash of the newest entry you trust]
 * Prints "ok" with the head of the chain, or the first entry that is not good, and exits with 0 or 1.
 * The same modules that wrote the log check it here; a file says nothing about entries written after it.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

// The sources name each other without ".ts", as the bundler likes it; Node wants the ending.
registerHooks({
  resolve(specifier, context, next) {
    const bare = specifier.startsWith('.') && !/\.[a-z]+$/.test(specifier);
    return next(bare ? `${specifier}.ts` : specifier, context);
  },
});

const { readExport } = await import('../components/options/audit/export.ts');
const { encodeLogHash, verifyLog } = await import('../review/log.ts');
const { verifyBytes } = await import('../identity/keys.ts');

async function main(path: string | undefined, trusted: string | undefined): Promise<number> {
  if (!path) {
    console.error('Usage: node --experimental-strip-types scripts/verify-log.ts file.jsonl [hash]');
    return 2;
  }
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    console.error(`The file could not be read: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  const read = readExport(text);
  if (!read.ok) {
    console.error(`not ok: line ${read.line}: ${read.problem}`);
    return 1;
  }
  const { header, entries } = read;
  const verdict = await verifyLog(entries, (hash, sig) => verifyBytes(header.publicKey, encodeLogHash(hash), sig), header.head);
  if (!verdict.ok) {
    console.error(`not ok after ${verdict.entries} good entries: ${verdict.problem}`);
    return 1;
  }
  if (entries.length > 0 && entries[0]?.seq !== 1) {
    console.error(`not ok: the file begins with entry ${entries[0]?.seq}; earlier entries are missing.`);
    return 1;
  }
  if (trusted !== undefined && !entries.some((entry) => entry.hash === trusted)) {
    console.error(`not ok: no entry has the hash ${trusted}.`);
    return 1;
  }
  console.log(`ok: ${verdict.entries} entries of “${header.workspace}”, exported ${new Date(header.exportedAt).toISOString()}`);
  console.log(`key ${header.publicKey}`);
  console.log(header.head ? `head ${header.head.seq} ${header.head.hash}` : 'head none');
  return 0;
}

process.exitCode = await main(process.argv[2], process.argv[3]);
