import { useMemo } from 'react';
import type { Finding } from '../../checks/finding';
import { MarkedWords } from '../queue/MarkedWords';
import { cutText } from './segments';
import type { Run } from './segments';
import styles from './MarkedText.module.css';

/** The exact text of a version: findings underlined, invisible and look-alike characters drawn and named. */
export function MarkedText({ text, findings }: { text: string; findings: readonly Finding[] }) {
  const runs = useMemo(() => cutText(text, findings), [text, findings]);
  return (
    <p className={styles['text']} dir="auto" data-draft-text>
      {runs.map((run) => <Piece key={run.start} run={run} />)}
    </p>
  );
}

function Piece({ run }: { run: Run }) {
  if (run.partBreak) return <span className={styles['part']} role="separator" aria-label="Next part of the thread" />;
  if (run.severity && !run.mark) return <MarkedWords severity={run.severity}>{run.text}</MarkedWords>;
  if (!run.mark) return <span>{run.text}</span>;
  const { kind, name, sign } = run.mark;
  return (
    <span className={styles['sign']} data-kind={kind} title={name}>
      {/* Controls are drawn as their code and never put into the page, where they could reorder it. */}
      <span aria-hidden="true">{kind === 'lookalike' ? run.text : sign}</span>
      <span className="cs-hidden">[{name}]</span>
    </span>
  );
}
