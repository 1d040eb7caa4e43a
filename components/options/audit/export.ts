/**
 * The log as JSON Lines: one header line, then one entry per line, oldest first. Pure.
 * The header carries the device's public log key, so a file can be verified with nothing but itself
 * (HOUSE promise 8). It says nothing about entries written after it; compare its head with a later one.
 */
import type { Digest, LogEntry, Member, Workspace } from '../../../review/model';

export const FORMAT = 'countersign/log/v1';

export interface ExportHeader {
  format: typeof FORMAT;
  workspaceId: string;
  workspace: string;
  exportedAt: number;
  /** base64url raw Ed25519 key that signs every entry. */
  publicKey: string;
  entries: number;
  /** Newest entry at the moment of export; null for an empty log. */
  head: { seq: number; hash: Digest } | null;
  /** So that ids in entries can be read as people. */
  members: { id: string; name: string; publicKey: string; deviceKeyId: string }[];
}

export function exportHeader(workspace: Workspace, members: readonly Member[], publicKey: string, entries: readonly LogEntry[], now: number): ExportHeader {
  const newest = entries.at(-1);
  return {
    format: FORMAT,
    workspaceId: workspace.id,
    workspace: workspace.name,
    exportedAt: now,
    publicKey,
    entries: entries.length,
    head: newest ? { seq: newest.seq, hash: newest.hash } : null,
    members: members.map(({ id, name, publicKey: key, deviceKeyId }) => ({ id, name, publicKey: key, deviceKeyId })),
  };
}

export function exportLines(header: ExportHeader, entries: readonly LogEntry[]): string {
  return [header, ...entries].map((line) => JSON.stringify(line)).join('\n') + '\n';
}

/** "countersign-northmoor-2026-11-23.jsonl" */
export function exportName(workspace: string, now: number): string {
  const slug = workspace.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);
  return `countersign-${slug || 'log'}-${new Date(now).toISOString().slice(0, 10)}.jsonl`;
}

export type ReadResult = { ok: true; header: ExportHeader; entries: LogEntry[] } | { ok: false; line: number; problem: string };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function isHeader(value: unknown): value is ExportHeader {
  return isRecord(value) && value['format'] === FORMAT && typeof value['publicKey'] === 'string' && typeof value['entries'] === 'number';
}

function isEntry(value: unknown): value is LogEntry {
  return (
    isRecord(value) && typeof value['seq'] === 'number' && typeof value['prev'] === 'string' && typeof value['at'] === 'number' && typeof value['type'] === 'string' &&
    typeof value['actor'] === 'string' && isRecord(value['body']) && typeof value['hash'] === 'string' && typeof value['sig'] === 'string'
  );
}

/** Reads a file back. Shape only: whether it is true is for review/log.ts to say. */
export function readExport(text: string): ReadResult {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const values: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    try {
      values.push(JSON.parse(line));
    } catch {
      return { ok: false, line: index + 1, problem: 'This line is not JSON.' };
    }
  }
  const [header, ...entries] = values;
  if (!isHeader(header)) return { ok: false, line: 1, problem: `The first line is not a ${FORMAT} header.` };
  const odd = entries.findIndex((entry) => !isEntry(entry));
  if (odd >= 0) return { ok: false, line: odd + 2, problem: 'This line is not a log entry.' };
  if (entries.length !== header.entries) {
    return { ok: false, line: lines.length, problem: `The header names ${header.entries} entries, the file has ${entries.length}.` };
  }
  return { ok: true, header, entries: entries as LogEntry[] };
}
