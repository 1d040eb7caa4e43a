import type { Migration } from './index';

/** First schema. Compound indexes serve one list each, so no list ever loads a whole table. */
export const v1: Migration = {
  version: 1,
  stores: {
    workspace: 'id',
    members: 'id',
    vaults: 'memberId',
    // queue: *queueKeys · mine: [authorId+shelf+updatedAt] · done: [shelf+updatedAt] · competing (QU7): [shelf+targetKey] · same post: [shelf+contentKey] · tab: binding.tabId · time: dueAt
    holds: 'id, *queueKeys, [authorId+shelf+updatedAt], [shelf+updatedAt], [shelf+targetKey], [shelf+contentKey], binding.tabId, dueAt',
    revisions: '[holdId+number]',
    decisions: 'body.id, [body.holdId+seq]',
    grants: 'id, holdId',
    log: 'seq, [holdId+seq]',
    media: '[holdId+sha256]',
    sites: 'key, platform',
    adapters: 'id',
    coverage: 'key, at',
    commands: 'id, at',
    meta: 'name',
  },
};
