import type { ReactNode } from 'react';
import { SignatureLine } from '../ui';
import { sealWords } from './facts';
import type { DrawnLine } from './lines';
import styles from './VerdictBar.module.css';

interface Props {
  approvals: number;
  quorum: number;
  digest: string;
  lines: readonly DrawnLine[];
  notice?: ReactNode;
  children: ReactNode;
}

/** Pinned under the post: what is required, what exactly is signed, who signed, and the buttons. */
export function VerdictBar({ approvals, quorum, digest, lines, notice, children }: Props) {
  return (
    <footer className={styles['bar']}>
      <div className={styles['head']}>
        <strong className={styles['meter']}>{Math.min(approvals, quorum)} of {quorum} {quorum === 1 ? 'approval' : 'approvals'}</strong>
        <span className={styles['seal']} title={`Digest of this version: ${digest}`}>Seal {sealWords(digest)}</span>
      </div>
      <div className={styles['lines']}>{lines.map((line) => <SignatureLine key={line.key} state={line.state} name={line.name} detail={line.detail} />)}</div>
      {notice}
      <div className={styles['buttons']}>{children}</div>
    </footer>
  );
}

/** A sentence where a button would mislead. */
export function Sentence({ strong, children }: { strong: string; children?: ReactNode }) {
  return <p className={styles['sentence']}><strong className={styles['strong']}>{strong}</strong> {children}</p>;
}
