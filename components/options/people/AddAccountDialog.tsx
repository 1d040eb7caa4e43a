import { useEffect, useState } from 'react';
import { ADAPTERS } from '../../../platforms';
import { accountKey } from '../../../review/names';
import type { Account, AccountRule, RuleSet } from '../../../review/model';
import { browser } from '../../../runtime/browser';
import { ask } from '../../../runtime/client';
import { useSites } from '../../stores/sites-store';
import { Button, Dialog, Icon, siteIcon } from '../../ui';
import { explain } from '../../workspace/explain';
import { newAccount, sameAccount } from '../rules/rule-edit';
import { siteLines } from '../sites/site-list';
import { siteTitle } from '../sites/site-title';
import page from '../Options.module.css';
import styles from './People.module.css';

interface OpenTab { id: number; title: string; host: string }
type Seen = { tabId: number; platform: string; account: Account } | { tabId: number; problem: string };

interface Props {
  open: boolean;
  rules: RuleSet;
  onAdd(rule: AccountRule): void;
  onClose(): void;
}

/** "Add the account shown on this page": no credentials, only what the open page shows (decisions.md §7.3). */
export function AddAccountDialog({ open, rules, onAdd, onClose }: Props) {
  return <Dialog open={open} onClose={onClose} title="Add the account shown on a page">{open && <OpenTabs rules={rules} onAdd={onAdd} />}</Dialog>;
}

function OpenTabs({ rules, onAdd }: Pick<Props, 'rules' | 'onAdd'>) {
  const { sites, adapters } = useSites();
  const [tabs, setTabs] = useState<OpenTab[] | null>(null);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [busy, setBusy] = useState<number | null>(null);
  const patterns = siteLines(ADAPTERS, adapters, sites).filter((line) => line.on).flatMap((line) => line.patterns).join(' ');

  useEffect(() => {
    let gone = false;
    void coveredTabs(patterns.split(' ').filter(Boolean)).then((found) => { if (!gone) setTabs(found); });
    return () => { gone = true; };
  }, [patterns]);

  const look = async (tabId: number) => {
    setBusy(tabId);
    const answer = await ask('account.seen', { tabId });
    setBusy(null);
    if (!answer.ok) return setSeen({ tabId, problem: explain(answer) });
    const { platform, account } = answer.value;
    setSeen(account ? { tabId, platform, account } : { tabId, problem: 'No account is shown on this page. Sign in on the site, or open a page with its composer.' });
  };

  return (
    <>
      <p className={page['muted']}>Countersign reads the account name from an open page of a covered site. It never asks for a password.</p>
      {tabs?.length === 0 && <p className={page['para']}><strong>No covered site is open.</strong> Open the site in a tab, sign in there, and come back.</p>}
      <ul className={styles['tabs']}>
        {tabs?.map((tab) => (
          <li key={tab.id}>
            <Icon name="ui-globe" size={20} />
            <span className={styles['grow']}>{tab.host}<span>{tab.title}</span></span>
            <Button size={28} busy={busy === tab.id} onClick={() => void look(tab.id)}>Look</Button>
          </li>
        ))}
      </ul>
      {seen && 'problem' in seen && <p className={page['problem']} role="alert"><Icon name="sev-block" />{seen.problem}</p>}
      {seen && 'account' in seen && <Found seen={seen} rules={rules} onAdd={onAdd} />}
    </>
  );
}

function Found({ seen, rules, onAdd }: { seen: { platform: string; account: Account }; rules: RuleSet; onAdd(rule: AccountRule): void }) {
  const account = accountKey(seen.account);
  const known = rules.accounts.some((rule) => sameAccount(rule, { platform: seen.platform, account }));
  const make = (covered: boolean) => onAdd(newAccount(rules, seen.platform, account, seen.account.handle, covered));
  return (
    <div className={page['alert']} data-tone="plain" role="status" style={{ marginBlock: '16px 0' }}>
      <Icon name={siteIcon(seen.platform)} size={20} />
      <p className={page['alertText']}><strong>{seen.account.handle}</strong><span>{siteTitle(seen.platform)}{known && ' · has a rule already'}</span></p>
      {!known && <><Button size={28} onClick={() => make(false)}>Leave it out</Button><Button size={28} variant="primary" onClick={() => make(true)}>Give it a rule</Button></>}
    </div>
  );
}

async function coveredTabs(patterns: string[]): Promise<OpenTab[]> {
  if (patterns.length === 0) return [];
  const tabs = await browser.tabs.query({ url: patterns });
  return tabs.flatMap((tab) => (tab.id === undefined || !tab.url ? [] : [{ id: tab.id, title: tab.title ?? '', host: new URL(tab.url).host }]));
}
