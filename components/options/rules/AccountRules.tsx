import { siteTitle } from '../sites/site-title';
import type { Member, RuleSet } from '../../../review/model';
import { Icon, siteIcon } from '../../ui';
import { names } from '../../workspace/names';
import { approversOf, columnKey } from '../people/matrix-facts';
import page from '../Options.module.css';
import styles from './Rules.module.css';

/** Accounts that have a rule of their own; they are edited where their people are. */
export function AccountRules({ rules, members }: { rules: RuleSet; members: readonly Member[] }) {
  return (
    <section className={styles['block2']} aria-label="Accounts with their own rule">
      <h2 className={page['h2']}>Accounts with their own rule</h2>
      {rules.accounts.length === 0 ? (
        <p className={`${page['para']} ${page['muted']}`}>None yet: the sentence above holds for every account on every covered site. <a className={page['link2']} href="#people">Add an account</a></p>
      ) : (
        <ul className={styles['plain']}>
          {rules.accounts.map((rule) => (
            <li key={columnKey(rule)}>
              <Icon name={siteIcon(rule.platform)} size={20} />
              <span className={styles['grow']}>
                <b>{rule.handle}</b> {siteTitle(rule.platform)}
                <span>{!rule.covered ? 'Left out: posts freely' : rule.strength === 'block' ? 'Nothing leaves from this account' : `Held until ${rule.quorum === 1 ? 'one' : rule.quorum} of ${names(approversOf(rule.approvers, members), 'or')} ${rule.quorum === 1 ? 'approves' : 'approve'}`}</span>
              </span>
              <a className={page['link2']} href={`#people/${encodeURIComponent(columnKey(rule))}`} aria-label={`Change ${rule.handle}`}>Change</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
