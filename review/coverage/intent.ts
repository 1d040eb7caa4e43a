/** Intent: the gate in the page, which stops click, key and form before the site hears of them. */
import { off, on, part, unknown } from './cell';
import type { Cell } from './cell';
import type { SiteFacts, TabFacts } from './facts';
import { hostWords } from './words';

const hostsOf = (tabs: readonly { host: string }[]): string => hostWords(tabs.map(({ host }) => host));

/** The layers that live in the page share these; null when the page side is sound as far as anybody can tell. */
export function absent(facts: SiteFacts): Cell | null {
  const { given, missing, tabs } = facts;
  if (given.length === 0) return off(`The browser no longer lets Countersign run on ${hostWords(missing)}. Give access back.`, 'access');
  const blocked = tabs.filter(({ gate }) => gate === 'blocked');
  if (blocked.length > 0) return off(`The browser keeps Countersign out of ${hostsOf(blocked)}, most likely by a rule of the administrator, who can take it off the blocked hosts.`, 'admin');
  if (!facts.registered) return off('The browser forgot to start Countersign on this site. Switch the site off and on again.', 'again');
  const silent = tabs.filter(({ gate }) => gate === 'silent');
  if (silent.length > 0) return off(`A tab on ${hostsOf(silent)} does not answer. Reload that tab.`, 'reload');
  return null;
}

const inState = (facts: SiteFacts, state: TabFacts['composer']): { host: string }[] => [...facts.tabs.filter(({ composer }) => composer === state), ...facts.seen.filter((row) => row.state === state)];

export function intentCell(facts: SiteFacts): Cell {
  const gone = absent(facts);
  if (gone) return gone;
  const strange = inState(facts, 'unrecognised');
  if (strange.length > 0) return off(`A composer on ${hostsOf(strange)} is none that Countersign knows. Teach this site.`, 'teach');
  if (facts.missing.length > 0) return part(`The browser does not let Countersign run on ${hostWords(facts.missing)}. Give access back, or post on ${hostWords(facts.given)} only.`, 'access');
  const nameless = inState(facts, 'unknown-account');
  if (nameless.length > 0) return part(`The acting account on ${hostsOf(nameless)} was not recognised. Everything there is held until it is.`);
  const open = facts.tabs.length;
  if (open === 0 && facts.seen.length === 0) return unknown('No page was opened since the site was switched on. Open one to see it work.', 'open');
  if (open === 0) return on('It worked when a page was last open, and starts with the next one.');
  if (facts.tabs.some(({ composer }) => composer === 'live')) return on('The composer and the acting account are recognised.');
  return on(`The gate answers in ${open === 1 ? 'the open tab' : `${open} open tabs`}. Nobody has written there yet.`);
}
