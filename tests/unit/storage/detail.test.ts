/** One hold with everything its page shows. */
import { expect, test } from 'vitest';
import { fill, openDesk, plan } from '../../support/store';

test('the detail of a hold has its revisions, pictures, people and timeline in one snapshot', async () => {
  const { desk } = await openDesk();
  await fill(desk);
  const { createHold } = await import('../../../storage/operations/create-hold');
  const { reviseHold } = await import('../../../storage/operations/revise-hold');
  const { noteHold } = await import('../../../storage/operations/annotate');
  const { holdDetail } = await import('../../../storage/queries/detail');
  const media = [{ sha256: 'b'.repeat(64), bytes: 5, mime: 'image/png', name: 'b.png', alt: 'A jar' }];
  const first = plan('Hello', { thumbs: [{ sha256: 'b'.repeat(64), dataUrl: 'data:image/png;base64,AAAA' }] });
  const created = await createHold(desk, { ...first, snapshot: { ...first.snapshot, media } });
  const holdId = created.ok ? created.value.view.id : '';
  await noteHold(desk, 'ana', holdId, 'For Ben.');
  await reviseHold(desk, { ...plan('Hello again'), holdId, acceptedSuggestion: null, snapshot: { ...first.snapshot, media, text: 'Hello again' } });
  const detail = await holdDetail(holdId);
  expect(detail).toMatchObject({ hold: { note: 'For Ben.', revision: 2, summary: { handle: '@northmoor', mediaCount: 1, approvals: 0 } }, grant: null, decisions: [], workspace: { id: 'w' } });
  expect(detail?.revisions.map(({ manifest }) => manifest.text)).toEqual(['Hello', 'Hello again']);
  expect(detail?.log.map(({ type }) => type)).toEqual(['hold.created', 'hold.noted', 'hold.revised']);
  expect(detail?.media).toEqual([{ sha256: 'b'.repeat(64), dataUrl: 'data:image/png;base64,AAAA' }]);
  expect(detail?.members.map(({ id }) => id).sort()).toEqual(['ana', 'ben', 'chi']);
  expect(await holdDetail('nobody')).toBeNull();
});
