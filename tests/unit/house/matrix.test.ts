import { describe, expect, test } from 'vitest';
import { parseAdapter } from '../../../platforms/import';
import { MATRIX_ADAPTER } from '../../matrix/adapter';
import type { Report, Row } from '../../matrix/run';
import { documentOf, worseThan } from '../../matrix/table';
import { WAYS } from '../../matrix/ways';

const row = (id: string, change: Partial<Row> = {}): Row => ({ id, words: id, note: '', overall: 'caught', intent: 'missed', page: 'caught', lock: 'caught', witness: 'read', ...change });
const report = (...rows: Row[]): Report => ({ browser: 'Chromium 1', rows });

describe('the publish-way matrix', () => {
  test('names every way once', () => {
    const ids = WAYS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(WAYS.map(({ words }) => words)).size).toBe(ids.length);
  });

  test('covers its site by an adapter that the product’s own import takes', () => {
    expect(parseAdapter(MATRIX_ADAPTER)).toMatchObject({ ok: true });
  });

  test('a cell that was caught and is missed, untested or gone is worse', () => {
    const kept = report(row('fetch'), row('beacon'));
    expect(worseThan(kept, report(row('fetch', { lock: 'missed' }), row('beacon'))).map(({ id, cell }) => [id, cell])).toEqual([['fetch', 'lock']]);
    expect(worseThan(kept, report(row('fetch', { overall: 'untested' }), row('beacon')))).toHaveLength(1);
    expect(worseThan(kept, report(row('fetch', { witness: 'blind' }), row('beacon')))).toHaveLength(1);
    expect(worseThan(kept, report(row('fetch')))).not.toHaveLength(0);
  });

  test('a cell that got better, or a new way, is not', () => {
    const kept = report(row('socket', { overall: 'missed', lock: 'missed', witness: 'missed' }));
    expect(worseThan(kept, report(row('socket', { witness: 'blind' }), row('new', { overall: 'missed' })))).toEqual([]);
  });

  test('says what is not covered in words, and counts no way that could not be tested', () => {
    const page = documentOf([report(row('fetch'), row('socket kept', { overall: 'missed' }), row('stream', { overall: 'untested', note: 'needs HTTP/2' }))]);
    expect(page).toContain('1 of 2 ways are caught. Not covered: socket kept.');
    expect(page).toContain('| stream | – |');
  });
});
