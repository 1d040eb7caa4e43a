import { useRef, useState } from 'react';
import { ADAPTERS } from '../../../platforms';
import { MAX_ADAPTER_BYTES, parseAdapter } from '../../../platforms/import';
import { ask } from '../../../runtime/client';
import { useSites } from '../../stores/sites-store';
import { Button, Field, Icon, LinkButton, TextArea, TextInput, toast } from '../../ui';
import { explain } from '../../workspace/explain';
import type { Rights } from '../../workspace/use-rights';
import { AdapterPreview } from './AdapterPreview';
import { parseAddress } from './hosts';
import { isSelfHosted, patternOf } from './site-list';
import { requestSites } from './use-cover';
import page from '../Options.module.css';
import styles from './Sites.module.css';

/** Paste or choose a file, see what it would do, and only then save it. Data only: nothing in it is ever run. */
export function ImportAdapter({ rights }: { rights: Rights }) {
  const [text, setText] = useState('');
  const [host, setHost] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const custom = useSites((state) => state.adapters);
  const parsed = text.trim() === '' ? null : parseAdapter(text);
  const adapter = parsed?.ok ? parsed.adapter : null;
  const builtIn = adapter !== null && ADAPTERS.some((entry) => entry.id === adapter.id);
  const replaces = adapter === null ? undefined : custom.find((row) => row.id === adapter.id);
  const selfHosted = adapter !== null && isSelfHosted(adapter);
  const address = selfHosted ? parseAddress(host) : null;

  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    setProblem(null);
    if (chosen.size > MAX_ADAPTER_BYTES) return setProblem(`This file has ${Math.ceil(chosen.size / 1024)} KB; an adapter has at most ${MAX_ADAPTER_BYTES / 1024} KB.`);
    setText(await chosen.text());
  };
  const save = () => {
    if (!adapter || builtIn) return;
    if (address && !address.ok) return setProblem(address.problem);
    const named = address?.ok ? address.host : null;
    setProblem(null);
    const permission = requestSites(named === null ? adapter.hosts : [patternOf(named)]);
    setBusy(true);
    void permission.then(async (granted) => {
      const words = granted.ok ? await bringIn(adapter, named) : granted.words;
      setBusy(false);
      setProblem(words);
      if (words !== null) return;
      toast({ title: `${adapter.title} is covered.` });
      location.hash = '#sites';
    });
  };

  return (
    <div className={styles['import']}>
      <div>
        <Field label="Adapter file" hint="JSON, data only. Nothing in it is ever run.">
          <TextArea value={text} onText={(next) => { setText(next); setProblem(null); }} className={styles['json']} spellCheck={false} dir="ltr" rows={14} placeholder={'{\n  "schemaVersion": 1,\n  "id": "my-forum",\n  …\n}'} maxLength={MAX_ADAPTER_BYTES} />
        </Field>
        <p className={page['row']} style={{ marginBlockStart: 8 }}>
          <Button size={28} onClick={() => file.current?.click()}>Choose a file</Button>
          {text !== '' && <LinkButton onClick={() => { setText(''); setProblem(null); }}>Clear</LinkButton>}
          <input ref={file} type="file" accept="application/json,.json" hidden onChange={(event) => { void read(event.target.files?.[0]); event.target.value = ''; }} />
        </p>
        {parsed && !parsed.ok && (
          <>
            <p className={page['problem']} role="status" style={{ marginBlockStart: 12 }}><Icon name="sev-block" />{parsed.problems.length === 1 ? 'One thing is wrong.' : `${parsed.problems.length} things are wrong.`} Nothing was saved.</p>
            <ol className={styles['errors']}>{parsed.problems.map((fault, index) => <li key={index}><span className={page['muted']}>{fault.line === null ? 'File' : `Line ${fault.line}`}</span><span>{fault.message} {fault.path && <code>{fault.path}</code>}</span></li>)}</ol>
          </>
        )}
      </div>
      <div>
        {adapter ? (
          <AdapterPreview adapter={adapter}>
            {builtIn && <p className={page['problem']} role="alert"><Icon name="sev-block" />“{adapter.id}” is built in. Give the file another id.</p>}
            {replaces && <p className={page['alert']} data-tone="hold"><Icon name="sev-hold" size={20} /><span className={page['alertText']}>Takes the place of “{replaces.adapter.title}”.</span></p>}
            {selfHosted && <Field label="Server" hint="This adapter names no host. The browser asks for the one typed here."><TextInput value={host} onText={setHost} inputMode="url" autoComplete="off" spellCheck={false} placeholder="chat.example.org" /></Field>}
            {problem && <p className={page['problem']} role="alert"><Icon name="sev-block" />{problem}</p>}
            <div><Button variant="primary" busy={busy} disabled={!rights.canEdit || builtIn} onClick={save}>{builtIn ? 'Choose another id to save' : (rights.why ?? 'Allow and cover this site')}</Button></div>
          </AdapterPreview>
        ) : (
          <p className={`${page['muted']} ${page['para']}`}>{problem ?? 'What the adapter would do is shown here before anything is saved.'}</p>
        )}
      </div>
    </div>
  );
}

/** Records the adapter, then switches its site on. null, or why not. */
async function bringIn(adapter: Parameters<typeof AdapterPreview>[0]['adapter'], host: string | null): Promise<string | null> {
  const added = await ask('adapter.import', { adapter, host });
  if (!added.ok) return explain(added);
  const covered = await ask('site.cover', { platform: added.value.adapterId, host });
  return covered.ok ? null : explain(covered);
}
