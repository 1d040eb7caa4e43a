import { useEffect, useRef, useState } from 'react';
import type { Adapter } from '../../platforms/schema';
import { parseAddress } from '../options/sites/hosts';
import { patternOf } from '../options/sites/site-list';
import type { Covering } from '../options/sites/use-cover';
import { Button, Field, Icon, LinkButton, siteIcon, TextInput } from '../ui';
import styles from './Welcome.module.css';

/** Self-hosted software: the person names the server, and only that server is asked for. */
export function SelfHostedLine({ adapter, covering, disabled }: { adapter: Adapter; covering: Covering; disabled: boolean }) {
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const key = `${adapter.id}|new`;
  const refused = covering.problem?.key === key ? covering.problem.words : null;

  useEffect(() => {
    if (open) input.current?.focus();
  }, [open]);

  const add = () => {
    const parsed = parseAddress(address);
    if (!parsed.ok) return setProblem(parsed.problem);
    setProblem(null);
    void covering.cover(key, { platform: adapter.id, host: parsed.host, patterns: [patternOf(parsed.host)] }).then((done) => {
      if (!done) return;
      setAddress('');
      setOpen(false);
    });
  };

  return (
    <li className={styles['site']}>
      <div className={styles['siteRow']}>
        <Icon name={siteIcon(adapter.icon?.slice(5) ?? adapter.id)} size={20} />
        <span className={styles['siteName']}><b>{adapter.title}</b><span>your server</span></span>
        <LinkButton disabled={disabled} aria-expanded={open} onClick={() => setOpen(!open)}>{open ? 'Cancel' : 'Add a server'}</LinkButton>
      </div>
      {open && (
        <form className={styles['siteMore']} onSubmit={(event) => { event.preventDefault(); add(); }}>
          <Field label={`${adapter.title} server`} error={problem ?? refused ?? undefined}>
            <TextInput value={address} onText={setAddress} inputMode="url" autoComplete="off" spellCheck={false} placeholder="mastodon.social" ref={input} />
          </Field>
          <p style={{ marginBlockStart: 8 }}><Button type="submit" size={28} busy={covering.busy === key}>Ask the browser for this server</Button></p>
        </form>
      )}
    </li>
  );
}
