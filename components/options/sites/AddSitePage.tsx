import { Button, TabPanel, Tabs } from '../../ui';
import { PageHeader } from '../PageHeader';
import { SignInNote } from '../SignInNote';
import { useRights } from '../../workspace/use-rights';
import { ImportAdapter } from './ImportAdapter';
import { TeachSite } from './TeachSite';
import page from '../Options.module.css';

const WAYS = [{ value: 'teach', label: 'Teach' }, { value: 'import', label: 'Import an adapter file' }] as const;
type Way = (typeof WAYS)[number]['value'];

/** A site nobody has heard of: show it once, or bring a file that describes it. */
export function AddSitePage({ how }: { how: string }) {
  const rights = useRights();
  const way: Way = how === 'import' ? 'import' : 'teach';
  return (
    <>
      <PageHeader title="Add a site" sub="Show Countersign where a post is written and sent, or import a file that says so. Nothing on the site is changed." actions={<Button onClick={() => { location.hash = '#sites'; }}>Back to sites</Button>} />
      <SignInNote rights={rights} what="add a site" />
      <Tabs<Way> label="How to add it" value={way} items={WAYS} className={page['flush']} onValue={(next) => { location.hash = `#sites/add/${next}`; }}>
        <TabPanel value="teach"><div className={page['stack']} style={{ marginBlockStart: 24 }}><TeachSite rights={rights} /></div></TabPanel>
        <TabPanel value="import"><div className={page['stack']} style={{ marginBlockStart: 24 }}><ImportAdapter rights={rights} /></div></TabPanel>
      </Tabs>
    </>
  );
}
