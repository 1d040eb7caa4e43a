import { useEffect, useState } from 'react';
import { ADAPTERS } from '../../../platforms';
import type { Adapter } from '../../../platforms/schema';
import { isRequired, SET_BY_ORGANISATION } from '../../../review/managed';
import { ask } from '../../../runtime/client';
import { useCoverage } from '../../stores/coverage-store';
import { connectProtection, useProtection } from '../../stores/protection-store';
import { useSites } from '../../stores/sites-store';
import { LAYERS } from '../../../review/coverage/row';
import { Button, Dialog, toast, useNow } from '../../ui';
import { download } from '../download';
import { explain } from '../../workspace/explain';
import { PageHeader } from '../PageHeader';
import { SignInNote } from '../SignInNote';
import { useRights } from '../../workspace/use-rights';
import { AddSitePage } from './AddSitePage';
import { coverOfLine } from './coverage';
import { ServerForm } from './ServerForm';
import { SiteAlerts } from './SiteAlerts';
import { isSelfHosted, siteLines } from './site-list';
import type { SiteLine } from './site-list';
import { SiteTableRow } from './SiteTableRow';
import { useCover } from './use-cover';
import page from '../Options.module.css';
import styles from './Sites.module.css';

/** Every site, what stands in front of it at this moment, and its switch. */
export function SitesPage({ rest }: { rest: string }) {
  return rest.startsWith('add') ? <AddSitePage how={rest.split('/')[1] ?? ''} /> : <SiteTable key={rest} first={shownFirst(rest)} />;
}

/** "#sites/show/x|" opens that row: the popup links to the site in front. */
function shownFirst(rest: string): string | null {
  const [verb, key] = rest.split('/');
  return verb === 'show' && key !== undefined ? decodeURIComponent(key) : null;
}

function SiteTable({ first }: { first: string | null }) {
  const { sites, adapters } = useSites();
  const { sites: covers } = useCoverage();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(first === null ? [] : [first]));
  const rights = useRights();
  const covering = useCover();
  const now = useNow();
  useEffect(() => connectProtection(), []);
  const view = useProtection((state) => state.view);
  const level = view?.protection.level ?? 'guarded';
  const managed = view?.managed.values ?? {};
  const [removing, setRemoving] = useState<{ line: SiteLine; adapter: Adapter } | null>(null);
  const lines = siteLines(ADAPTERS, adapters, sites);
  const rows = lines.map((line) => ({ line, cover: coverOfLine(line, covers) }));
  const setOpen = (key: string, open: boolean) => setOpened((all) => new Set([...all].filter((each) => each !== key).concat(open ? [key] : [])));
  const adapterOf = (line: SiteLine): Adapter | undefined => adapters.find((row) => row.id === line.platform)?.adapter;
  const servers = ADAPTERS.filter(isSelfHosted);

  const remove = async () => {
    if (!removing) return;
    const answer = await ask('adapter.remove', { adapterId: removing.adapter.id });
    setRemoving(null);
    if (answer.ok) toast({ title: `${removing.line.title} was removed.`, detail: 'Posts there go out without review now.' });
    else toast({ title: `${removing.line.title} was not removed.`, detail: explain(answer), tone: 'trouble' });
  };

  return (
    <>
      <PageHeader title="Sites & coverage" sub="Countersign runs only on the sites switched on here. On a covered site every account is covered until accounts are named or left out." actions={<Button variant="primary" icon="ui-plus" onClick={() => { location.hash = '#sites/add'; }}>Add a site</Button>} />
      <SignInNote rights={rights} what="switch sites on or off" />
      <SiteAlerts rows={rows} covering={covering} />
      <div className={page['scroll']}>
        <table className={page['table']}>
          <caption className="cs-hidden">Sites and what covers them</caption>
          <thead>
            <tr>
              <th scope="col">Site</th>
              {LAYERS.map((layer) => <th key={layer.id} scope="col" className={styles['wide']} title={layer.does}>{layer.title}</th>)}
              <th scope="col" className={styles['narrow']} title={LAYERS.map(({ title }) => title).join(', ')}>Layers</th>
              <th scope="col" className={styles['level']}>Protection</th>
              <th scope="col" className={styles['lastSeen']}>Last seen</th>
              <th scope="col"><span className="cs-hidden">Switch</span></th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cover }) => {
              const adapter = line.custom ? adapterOf(line) : undefined;
              return (
                <SiteTableRow
                  key={line.key}
                  line={line}
                  cover={cover}
                  open={opened.has(line.key)}
                  onOpen={(open) => setOpen(line.key, open)}
                  covering={covering}
                  now={now}
                  why={rights.why ?? (isRequired(managed, line) && line.on ? SET_BY_ORGANISATION : null)}
                  onExport={adapter && (() => download(`${adapter.id}.json`, JSON.stringify(adapter, null, 2), 'application/json'))}
                  onRemove={adapter && (() => setRemoving({ line, adapter }))}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={styles['legend']}>{LAYERS.map((layer) => <span key={layer.id}><b>{layer.title}</b> {layer.does}</span>)}</p>
      <p className={styles['legend']}>{level === 'enforced' ? 'Enforced compares each request with the approved post before it leaves.' : 'Guarded stops carelessness and records what passed it.'} It does not stop somebody who removes the extension or posts from a phone.</p>
      {servers.map((adapter) => (
        <section key={adapter.id} className={page['section']} aria-label={`${adapter.title} servers`}>
          <h2 className={page['h2']}>{adapter.title} on another server</h2>
          <p className={`${page['para']} ${page['muted']}`}>Name the server. The browser asks for that host and no other.</p>
          <ServerForm adapter={adapter} covering={covering} why={rights.why} />
        </section>
      ))}
      <Dialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={`Remove ${removing?.line.title ?? ''}?`}
        foot={<><Button onClick={() => setRemoving(null)}>Keep it</Button><Button variant="danger" onClick={() => void remove()}>Remove this site</Button></>}
      >
        Posts on {removing?.line.hosts.join(', ')} go out without review from then on. Posts held there stay held. Export the adapter file first if it may be needed again.
      </Dialog>
    </>
  );
}
