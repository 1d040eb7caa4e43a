import { browser } from '../../../runtime/browser';
import { Icon } from '../../ui';
import { PageHeader } from '../PageHeader';
import page from '../Options.module.css';
import styles from './About.module.css';

/** guard.md §6, in the words of people who have to decide whether to rely on this. */
const LIMITS = [
  ['Other ways to post', 'Phones, other browsers and profiles, programs with their own access and the sites’ own schedulers are outside. Give only the people who need it access on the platform itself.'],
  ['Removing the extension', 'Installed from a store, Countersign stops carelessness. Somebody with developer tools can post something else, and removing the extension removes everything it does.'],
  ['One browser, two people', 'Sharing one browser profile keeps honest people apart. Keys cannot be copied out of it, but whoever holds the computer can try to use them. Two computers are stronger.'],
  ['What the site does later', 'A site may change a text on its own servers. Where that cannot be read back, a post is shown as sent, never as verified.'],
  ['Exactly once', 'It does not exist. A post goes out at most once for each clearance; when nobody can know, it is shown as unknown and a person looks.'],
  ['Site changes', 'When a site changes its composer, it is shown as not covered until its adapter is fixed or taught again.'],
  ['This computer’s record', 'One computer can be wiped or set back to an old copy. Only an export kept elsewhere shows that.'],
  ['Passphrases', 'A passphrase cannot be reset by anyone. The key it opens is only as strong as the passphrase.'],
] as const;

const PROMISES = [
  'Nothing leaves a covered composer by mouse, keyboard, form or script before it is countersigned.',
  'Nobody who wrote or edited a version counts as its approver.',
  'Any change of text, media, account, audience or target makes earlier approvals outdated.',
  'When anything fails, the post is held. Nothing is ever released by waiting.',
  'A held draft survives closed tabs, crashes, updates and rejections.',
  'Every act is in a log that shows when it was changed, and that can be verified without this extension.',
] as const;

export function AboutPage() {
  const { version } = browser.runtime.getManifest();
  return (
    <>
      <PageHeader title="About" sub={`Countersign ${version}`} />
      <div className={styles['columns']}>
        <section aria-labelledby="about-does">
          <h2 id="about-does" className={page['h2']}>What it does</h2>
          <ul className={styles['list']}>{PROMISES.map((words) => <li key={words}><Icon name="sev-ok" className={styles['ok']} /><span>{words}</span></li>)}</ul>
        </section>
        <section aria-labelledby="about-limits">
          <h2 id="about-limits" className={page['h2']}>What it cannot do</h2>
          <dl className={styles['limits']}>{LIMITS.map(([title, words]) => <div key={title}><dt>{title}</dt><dd>{words}</dd></div>)}</dl>
        </section>
        <section aria-labelledby="about-privacy">
          <h2 id="about-privacy" className={page['h2']}>Privacy</h2>
          <p className={page['para']}>Drafts, decisions, keys and the log stay in this browser’s own storage. Countersign sends nothing anywhere: there is no server, no account, no measurement of use.</p>
          <p className={page['para']}>On a site that is switched on it reads the composer, the account it posts as and the post being answered, so that the second person sees what will go out. On every other site it does not run.</p>
          <p className={page['para']}>The log holds digests of texts, never the texts. An export holds names, times, decisions and those digests.</p>
        </section>
      </div>
    </>
  );
}
