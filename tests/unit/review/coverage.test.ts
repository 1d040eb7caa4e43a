/** The coverage row says what stands and what is missing, never more than was seen (HOUSE promise 9). */
import { describe, expect, test } from 'vitest';
import type { SiteFacts, TabFacts } from '../../../review/coverage/facts';
import { coverOf } from '../../../review/coverage/look';
import { LAYERS, levelOf, rowOf } from '../../../review/coverage/row';
import { cellWord, summaryOf } from '../../../review/coverage/summary';
import { hostWords } from '../../../review/coverage/words';

const tab = (change: Partial<TabFacts> = {}): TabFacts => ({ tabId: 1, host: 'forum.example', gate: 'live', page: true, late: false, composer: 'live', ...change });
const facts = (change: Partial<SiteFacts> = {}): SiteFacts => ({
  title: 'Forum', given: ['forum.example'], missing: [], registered: true, witness: true, enforced: false, seen: [], tabs: [tab()],
  calls: { requests: 2, sockets: 0, forms: 0, unreadable: [], readBack: 'address' },
  lock: { set: true, locked: ['create', 'edit'], unlocked: [], trouble: null },
  ...change,
});
const calls = (change: Partial<SiteFacts['calls']>): Partial<SiteFacts> => ({ calls: { ...facts().calls, ...change } });
const BODY = 'One address serves publishing and reading; the content of each call decides, in the page.';
const bodyDecides: Partial<SiteFacts> = { lock: { set: true, locked: [], unlocked: [{ spec: 'a', why: BODY }, { spec: 'b', why: BODY }], trouble: null } };
const gone: Partial<SiteFacts> = { given: [], missing: ['forum.example'] };
const seen = (state: 'live' | 'unrecognised' | 'unknown-account'): Partial<SiteFacts> => ({ tabs: [], seen: [{ host: 'forum.example', state, at: 1 }] });

/** What is known → the five states, whether "?" shows, and words that must be there. */
const TABLE: [what: string, change: Partial<SiteFacts>, states: string, blind: string | null, words: RegExp][] = [
  ['everything stands', {}, 'on on on on on', null, /composer and the acting account are recognised/],
  ['the page is open and nobody wrote yet', { tabs: [tab({ composer: '' })] }, 'on on on on on', null, /Nobody has written there yet/],
  ['nothing was ever opened', { tabs: [] }, 'unknown on unknown on on', null, /No page was opened since/],
  ['no tab is open now, it worked before', seen('live'), 'on on on on on', null, /worked when a page was last open/],
  ['the composer was not recognised', { tabs: [tab({ composer: 'unrecognised' })] }, 'off on on on on', 'teach', /is none that Countersign knows\. Teach this site/],
  ['a closed page had said so', seen('unrecognised'), 'off on on on on', 'teach', /none that Countersign knows/],
  ['the acting account is not known', { tabs: [tab({ composer: 'unknown-account' })] }, 'part on on on on', null, /Everything there is held until it is/],
  ['access was withdrawn', gone, 'off on off off off', 'access', /no longer lets Countersign run on forum\.example\. Give access back/],
  ['access is missing on one of two hosts', { missing: ['m.forum.example'] }, 'part on on part on', 'access', /does not let Countersign run on m\.forum\.example/],
  ['an administrator keeps us out', { tabs: [tab({ gate: 'blocked', page: false, composer: '' })] }, 'off on off on on', 'admin', /can take it off the blocked hosts/],
  ['the browser forgot the registration', { registered: false }, 'off on off on on', 'again', /Switch the site off and on again/],
  ['a tab lost its script', { tabs: [tab({ gate: 'silent', page: false, composer: '' })] }, 'off on off on on', 'reload', /does not answer\. Reload that tab/],
  ['the page world did not shake hands', { tabs: [tab({ page: false })] }, 'on on off on on', 'reload', /own calls are not watched.*Reload that tab/],
  ['the tab was open before, and the lock stops every call', { tabs: [tab({ late: true })] }, 'on on part on on', null, /open before Countersign.*Reload that tab/],
  ['the tab was open before, and only the page can tell the calls', { tabs: [tab({ late: true })], ...bodyDecides }, 'on part part on on', 'reload', /Reload that tab/],
  ['the tab was open before, with a connection that publishes', { tabs: [tab({ late: true })], ...calls({ requests: 0, sockets: 1 }) }, 'on on off on on', 'reload', /a connection it opened before that is not covered\. Reload that tab/],
  ['the body of the call decides', bodyDecides, 'on part on on on', null, /Its 2 publishing calls are not locked\. One address serves/],
  ['one call of two cannot be locked', { lock: { set: true, locked: ['create'], unlocked: [{ spec: 'edit', why: BODY }], trouble: null } }, 'on part on on on', null, /1 publishing call locked, 1 not\. One address/],
  ['the rules are not in the browser', { lock: { ...facts().lock, set: false } }, 'on off on on on', 'again', /rules are not set in this browser/],
  ['no call can be read', calls({ unreadable: ['create', 'edit'] }), 'on on on off on', null, /every receipt says unverified/],
  ['one call cannot be read', calls({ unreadable: ['edit'] }), 'on on on part on', null, /1 publishing call cannot be read \(edit\)/],
  ['the witness does not listen', { witness: false }, 'on on on off on', 'witness', /does not listen/],
  ['the site only says that a post is out', calls({ readBack: 'notice' }), 'on on on on part', null, /and not where/],
  ['nothing says where the post is', calls({ readBack: null }), 'on on on on off', null, /ends with “sent”/],
  ['no publishing call is known', { ...calls({ requests: 0 }), lock: { set: true, locked: [], unlocked: [{ spec: '*', why: 'Not known.' }], trouble: null } }, 'on off off off on', null, /none to lock/],
  ['the site posts by loading pages', calls({ requests: 0, forms: 1 }), 'on on on on on', null, /form sent by the page’s script/],
];

describe('each situation has its row, its mark and its words', () => {
  test.each(TABLE)('%s', (_, change, states, blind, words) => {
    const cover = coverOf('forum', facts(change));
    expect(LAYERS.map(({ id }) => cover.row[id].state).join(' ')).toBe(states);
    expect(LAYERS.map(({ id }) => cover.row[id].why).join(' ')).toMatch(words);
    expect(cover.blind && (cover.blind.remedy ?? cover.blind.layer)).toBe(blind);
  });
  test('every cell says why in full sentences, whatever stands', () => {
    for (const [, change] of TABLE) for (const { id } of LAYERS) expect(rowOf(facts(change))[id].why).toMatch(/^[\p{Lu}\d].*\.$/u);
  });
});

describe('the mark never claims more or less than is true', () => {
  test('with the lock on, a lost gate means that nothing gets out; without it, that posts go out without review', () => {
    expect(coverOf('f', facts(gone)).blind?.detail).toMatch(/^Nothing is held, and the lock still stops what is sent\./);
    expect(coverOf('f', facts({ ...gone, ...bodyDecides })).blind?.detail).toMatch(/^Posts go out without review\./);
    expect(coverOf('f', facts({ ...gone, lock: { set: true, locked: ['a'], unlocked: [{ spec: 'b', why: BODY }], trouble: null } })).blind?.detail).toMatch(/stops only part/);
  });
  test('a layer the site has no use for is not called down, and shows no mark', () => {
    const { row, blind } = coverOf('f', facts(calls({ unreadable: ['create', 'edit'], readBack: null })));
    expect([cellWord(row.witness), cellWord(row.readBack)]).toEqual(['Not used', 'Not used']);
    expect(blind).toBeNull();
  });
  test('the worst news is the one that is told', () => {
    expect(coverOf('f', facts({ ...gone, witness: false, lock: { ...facts().lock, set: false } })).blind?.layer).toBe('intent');
  });
});

describe('the level', () => {
  test.each([
    ['guarded', {}, 'guarded'], ['enforced once the self-check proved it', { enforced: true }, 'enforced'], ['unseen before a page was open', { tabs: [] }, 'unseen'],
    ['lock only when just the rules are left', gone, 'lock-only'], ['not covered without either', { ...gone, ...bodyDecides, enforced: true }, 'not-covered'],
  ] as [string, Partial<SiteFacts>, string][])('%s', (_what, change, level) => {
    const known = facts(change);
    expect(levelOf(rowOf(known), known.enforced)).toBe(level);
  });
});

describe('few words', () => {
  test('a row is summed up with the worst first', () => {
    expect(summaryOf(rowOf(facts()))).toBe('All five layers live');
    expect(summaryOf(rowOf(facts({ ...bodyDecides, ...calls({ readBack: null }) })))).toBe('Lock partly, read-back not used');
    expect(summaryOf(rowOf(facts(gone)))).toBe('Intent, one-shot, witness and read-back down');
  });
  test('many hosts stay readable', () => {
    expect([['a.example'], ['a.example', 'b.example'], ['*.a.example', 'b.example', 'c.example', 'd.example'], ['a.example', 'a.example']].map(hostWords))
      .toEqual(['a.example', 'a.example and b.example', 'a.example, b.example and 2 more', 'a.example']);
  });
});
