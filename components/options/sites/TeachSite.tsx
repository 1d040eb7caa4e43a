import { useState } from 'react';
import { browser } from '../../../runtime/browser';
import { ask } from '../../../runtime/client';
import { useSites } from '../../stores/sites-store';
import { Button, Field, Icon, TextInput } from '../../ui';
import { explain } from '../../workspace/explain';
import type { Rights } from '../../workspace/use-rights';
import { parseAddress } from './hosts';
import { patternOf } from './site-list';
import { openAndWait } from './open-tab';
import { requestSites } from './use-cover';
import page from '../Options.module.css';
import styles from './Sites.module.css';

type Stage = { kind: 'address' } | { kind: 'opening' | 'pointing'; host: string; since: number };

/** Address, permission, tab, then three clicks on the site itself. What was taught appears here by itself. */
export function TeachSite({ rights }: { rights: Rights }) {
  const [address, setAddress] = useState('');
  const [stage, setStage] = useState<Stage>({ kind: 'address' });
  const [problem, setProblem] = useState<string | null>(null);
  const adapters = useSites((state) => state.adapters);
  const taught = stage.kind === 'address' ? undefined : adapters.find((row) => row.host?.replace(/:\d+$/, '') === stage.host && row.addedAt >= stage.since);

  const start = () => {
    const parsed = parseAddress(address);
    if (!parsed.ok) return setProblem(parsed.problem);
    setProblem(null);
    // Inside the click, before any await: the browser asks for this host and nothing else.
    const permission = requestSites([patternOf(parsed.host)]);
    setStage({ kind: 'opening', host: parsed.host, since: Date.now() });
    void permission.then(async (granted) => {
      const words = granted.ok ? await teachIn(parsed.url) : granted.words;
      setProblem(words);
      setStage((now) => (words !== null || now.kind === 'address' ? { kind: 'address' } : { ...now, kind: 'pointing' }));
    });
  };
  const again = () => {
    setStage({ kind: 'address' });
    setAddress('');
  };
  const at = taught ? 3 : stage.kind === 'address' ? 0 : stage.kind === 'opening' ? 1 : 2;

  return (
    <div style={{ maxInlineSize: 560 }}>
      <form onSubmit={(event) => { event.preventDefault(); start(); }}>
        <Field label="Address of a page where posts are written" hint="For example a forum topic, a wiki page in edit mode, or a chat. About 30 seconds." error={problem ?? undefined}>
          <TextInput value={address} onText={setAddress} inputMode="url" autoComplete="off" spellCheck={false} placeholder="https://community.example.org/t/welcome/1" />
        </Field>
        <p className={page['row']} style={{ marginBlockStart: 12 }}>
          <Button type="submit" variant="primary" busy={stage.kind === 'opening'} disabled={!rights.canEdit}>{rights.why ?? 'Ask the browser and open it'}</Button>
          {stage.kind === 'pointing' && <Button variant="quiet" onClick={again}>Start over</Button>}
        </p>
      </form>
      <ol className={styles['steps']}>
        <Step number={1} at={at} title="Allow the site">The browser asks for this one host. Without it nothing is read.</Step>
        <Step number={2} at={at} title="Point at three things there">Click where posts are written, click what sends them, press the key that sends them if there is one. Esc stops.</Step>
        <Step number={3} at={at} title="Switch it on">{taught ? <>“{taught.adapter.title}” was learned. <a className={page['link2']} href="#sites">See its coverage</a></> : 'What was learned appears in the list of sites and can be exported as a file.'}</Step>
      </ol>
    </div>
  );
}

function Step({ number, at, title, children }: { number: number; at: number; title: string; children: React.ReactNode }) {
  const state = at >= number ? 'done' : at === number - 1 ? 'now' : 'later';
  return (
    <li aria-current={state === 'now' ? 'step' : undefined}>
      <span className={styles['num']} data-state={state}>{state === 'done' ? <Icon name="ui-check" label="Done" /> : number}</span>
      <div><h2 className={page['h3']}>{title}</h2><p className={page['muted']}>{children}</p></div>
    </li>
  );
}

/** Opens the page and starts the lesson in it. null, or why it did not start. */
async function teachIn(url: string): Promise<string | null> {
  try {
    const tab = await openAndWait(browser, url);
    if (tab === null) return 'The page did not finish loading. Open it once by hand and try again.';
    const answer = await ask('teach.start', { tabId: tab });
    return answer.ok ? null : explain(answer);
  } catch (error) {
    return `The page could not be opened: ${error instanceof Error ? error.message : String(error)}`;
  }
}
