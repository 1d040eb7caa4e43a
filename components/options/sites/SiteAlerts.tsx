import type { SiteCover } from '../../../review/coverage/look';
import { summaryOf } from '../../../review/coverage/summary';
import { Button, Icon, toast } from '../../ui';
import { alertOf } from './coverage';
import { Remedy } from './Remedy';
import type { SiteLine } from './site-list';
import type { Covering } from './use-cover';
import page from '../Options.module.css';

/** Worst news first: what is missing, what that means for posts, and the way out. */
export function SiteAlerts({ rows, covering }: { rows: readonly { line: SiteLine; cover: SiteCover | null }[]; covering: Covering }) {
  return rows.map(({ line, cover }) => {
    const alert = cover && alertOf(cover);
    return alert && (
      <div key={`${line.key}:${alert.title}`} className={page['alert']} data-tone={alert.tone} role="alert">
        <Icon name={alert.tone === 'block' ? 'sev-block' : 'sev-hold'} size={20} />
        <p className={page['alertText']}><strong>{alert.title}</strong><span>{alert.detail}</span></p>
        <Button onClick={() => copyReport(line, cover)}>Copy report</Button>
        <Remedy line={line} cover={cover} covering={covering} />
      </div>
    );
  });
}

function copyReport(line: SiteLine, cover: SiteCover): void {
  const alert = alertOf(cover);
  const report = [alert?.title, alert?.detail, `Layers: ${summaryOf(cover.row)}`, `Adapter: ${line.platform}`, `Hosts: ${line.hosts.join(', ')}`, `Browser: ${navigator.userAgent}`].join('\n');
  navigator.clipboard.writeText(report).then(() => toast({ title: 'Report copied.' }), () => toast({ title: 'The report could not be copied.', tone: 'trouble' }));
}
