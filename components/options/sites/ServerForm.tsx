import { useState } from 'react';
import type { Adapter } from '../../../platforms/schema';
import { Button, Field, TextInput } from '../../ui';
import { parseAddress } from './hosts';
import { patternOf } from './site-list';
import type { Covering } from './use-cover';
import page from '../Options.module.css';

/** Adds one server of self-hosted software. */
export function ServerForm({ adapter, covering, why }: { adapter: Adapter; covering: Covering; why: string | null }) {
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const key = `${adapter.id}|new`;
  const refused = covering.problem?.key === key ? covering.problem.words : null;
  const add = () => {
    const parsed = parseAddress(address);
    if (!parsed.ok) return setProblem(parsed.problem);
    setProblem(null);
    void covering.cover(key, { platform: adapter.id, host: parsed.host, patterns: [patternOf(parsed.host)] }).then((done) => {
      if (done) setAddress('');
    });
  };
  return (
    <form className={page['form']} style={{ marginBlockStart: 12, gap: 8, maxInlineSize: 320 }} onSubmit={(event) => { event.preventDefault(); add(); }}>
      <Field label={`${adapter.title} server`} error={problem ?? refused ?? undefined}>
        <TextInput size={32} value={address} onText={setAddress} inputMode="url" autoComplete="off" spellCheck={false} placeholder="mastodon.social" />
      </Field>
      <div><Button type="submit" busy={covering.busy === key} disabled={why !== null} title={why ?? undefined}>{why ?? 'Cover this server'}</Button></div>
    </form>
  );
}
