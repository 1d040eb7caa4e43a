import type { Decision, Revision } from '../../review/model';
import { clockTime } from '../queue/words';
import { Diff, Icon } from '../ui';
import { compareFacts } from './facts';
import type { Fact } from './facts';
import styles from './ChangesTab.module.css';

interface Props {
  before: Revision | null;
  after: Revision;
  /** "By Lena, from Tim’s suggestion". */
  by: string;
}

/** Word by word since the version this person last saw; everything else listed, also when unchanged. */
export function ChangesTab({ before, after, by }: Props) {
  if (!before) return <p className={styles['first']}>This is the first version. Changes appear here when the author edits it.</p>;
  return (
    <>
      <div className={styles['head']}>
        <span className={styles['old']}>v{before.number}, {clockTime(before.createdAt)}</span>
        <Icon name="ui-chev-r" size={14} />
        <span>v{after.number}, {clockTime(after.createdAt)}</span>
        <span className={styles['by']}>{by}</span>
      </div>
      {before.manifest.text === after.manifest.text ? <p className={styles['same']}>The text is unchanged.</p> : <Diff before={before.manifest.text} after={after.manifest.text} />}
      <dl className={styles['facts']}>
        {compareFacts(before.manifest, after.manifest).map((fact) => <FactRow key={fact.name} fact={fact} />)}
      </dl>
    </>
  );
}

function FactRow({ fact }: { fact: Fact }) {
  return (
    <div className={styles['fact']}>
      <dt className={styles['name']}>{fact.name}</dt>
      <dd className={styles['value']}>
        {!fact.changed && (fact.after === 'None' ? 'None, unchanged' : <><span className={styles['kept']}>Unchanged</span> {fact.after}</>)}
        {fact.changed && (fact.before === fact.after ? `${fact.after}, another file` : <Diff className={styles['diff']} before={fact.before} after={fact.after} />)}
      </dd>
    </div>
  );
}

/** "By Lena, from Tim’s suggestion". */
export function byWords(decisions: readonly Decision[], revision: Revision, nameOf: (id: string) => string): string {
  const from = decisions.find(({ body }) => body.id === revision.acceptedSuggestion);
  const by = `By ${nameOf(revision.manifest.author.memberId)}`;
  return from ? `${by}, from ${nameOf(from.body.approver)}’s suggestion` : `${by}, ${clockTime(revision.createdAt)}`;
}
