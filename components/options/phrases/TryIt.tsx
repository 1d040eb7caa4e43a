import { useDeferredValue, useMemo, useState } from 'react';
import type { CheckContext, Finding } from '../../../checks/finding';
import type { TeamRules } from '../../../checks/team/rules';
import { runTeam } from '../../../checks/team';
import { scan } from '../../../checks/text/scan';
import { reasonAfterWords } from '../../../review/findings';
import { MarkedWords } from '../../queue/MarkedWords';
import { Field, Icon, Select, SeverityMark, TextArea } from '../../ui';
import { siteTitle } from '../sites/site-title';
import styles from './Phrases.module.css';

const MOST_SHOWN = 8;
const ANY = '*';
const RANK = { block: 0, hold: 1, warn: 2, info: 3 } as const;

interface Props {
  rules: TeamRules;
  /** Sites to choose from; without them every rule counts, whatever its sites. */
  sites?: readonly string[];
  now: number;
  label: string;
}

/** The same code as at the hold, on a text that goes nowhere. */
export function TryIt({ rules, sites = [], now, label }: Props) {
  const [text, setText] = useState('');
  const [site, setSite] = useState(ANY);
  const late = useDeferredValue(text);
  const anywhere = useMemo(() => ({ rules: rules.rules.map(({ platforms: _everywhere, ...rule }) => rule) }), [rules]);
  const found = useMemo(() => (late === '' ? [] : tried(site === ANY ? anywhere : rules, late, site, now)), [rules, anywhere, late, site, now]);
  return (
    <div className={styles['try']}>
      <div className={styles['tryHead']}>
        <Field label={label} className={styles['grow']}><TextArea value={text} onText={setText} placeholder="Write a post to see which words are flagged" maxLength={40_000} /></Field>
        {sites.length > 0 && <Select label="Try it as on" size={32} value={site} onValue={setSite} choices={[{ value: ANY, label: 'on any site' }, ...sites.map((id) => ({ value: id, label: `on ${siteTitle(id)}` }))]} />}
      </div>
      <div role="status">
        {late !== '' && found.length === 0 && <p className={styles['clear']}><Icon name="sev-ok" />Nothing of this is flagged.</p>}
        {found.length > 0 && (
          <ul className={styles['found']}>
            {found.slice(0, MOST_SHOWN).map((finding, index) => <Found key={index} finding={finding} text={late} />)}
            {found.length > MOST_SHOWN && <li>and {found.length - MOST_SHOWN} more</li>}
          </ul>
        )}
      </div>
    </div>
  );
}

function tried(rules: TeamRules, text: string, platform: string, now: number): Finding[] {
  const context: CheckContext = { platform, surface: 'post', account: null, media: [], now, clock: () => performance.now(), team: rules };
  return runTeam({ scan: scan(text), context }).sort((a, b) => RANK[a.severity] - RANK[b.severity] || (a.spans[0]?.start ?? -1) - (b.spans[0]?.start ?? -1));
}

function Found({ finding, text }: { finding: Finding; text: string }) {
  const [span] = finding.spans;
  return (
    <li>
      <SeverityMark level={finding.severity} quiet className={styles['mark']} />
      <span>
        {span && <><MarkedWords severity={finding.severity} strong>{text.slice(span.start, span.end)}</MarkedWords>{finding.spans.length > 1 && ` × ${finding.spans.length}`} </>}
        {reasonAfterWords(finding, text)}
        {finding.replacement && <span className={styles['says']}>Could be: “{finding.replacement}”</span>}
      </span>
    </li>
  );
}
