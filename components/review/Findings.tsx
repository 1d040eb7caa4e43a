import { useState } from 'react';
import type { Finding } from '../../checks/finding';
import type { FindingAnswer, Revision } from '../../review/model';
import { findingKey, reasonAfterWords } from '../../review/findings';
import { MarkedWords } from '../queue/MarkedWords';
import { Button, Checkbox, LinkButton, SeverityMark, TextInput, useFocusOnMount } from '../ui';
import { quotedWords } from './segments';
import styles from './Findings.module.css';

interface Props {
  revision: Revision;
  nameOf(id: string): string;
  /** The approver's ticks; null where this person cannot approve. */
  acknowledged: readonly string[] | null;
  onAcknowledge(key: string, on: boolean): void;
  /** The author's way to answer; null for everybody else. */
  onAnswer: ((key: string, kind: FindingAnswer['kind'], text: string) => Promise<boolean>) | null;
  /** Everybody else's word that a check is wrong here; null where it cannot be said. */
  onWrong: ((checkId: string) => Promise<boolean>) | null;
}

const RANK = { block: 0, hold: 1, warn: 2, info: 3 } as const;

/** Worst first: the quoted words, the reason, the author's answer, and the box to tick. */
export function Findings({ revision, nameOf, acknowledged, onAcknowledge, onAnswer, onWrong }: Props) {
  const sorted = [...revision.findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  if (sorted.length === 0) return <p className={styles['none']}><SeverityMark level="none" /></p>;
  return (
    <ul className={styles['list']} aria-label="Findings">
      {sorted.map((finding) => {
        const key = findingKey(finding);
        return (
          <li key={key} className={styles['item']}>
            <SeverityMark level={wasChecked(finding) ? finding.severity : 'unknown'} {...(wasChecked(finding) ? {} : { word: 'Not checked' })} quiet className={styles['mark']} />
            <div className={styles['words']}>
              <Sentence finding={finding} text={revision.manifest.text} />
              <Answer answer={revision.answers[key]} nameOf={nameOf} onAnswer={onAnswer && ((kind, text) => onAnswer(key, kind, text))} high={isHigh(finding)} />
              {!onAnswer && onWrong && wasChecked(finding) && <WrongFlag onWrong={() => onWrong(finding.id)} />}
              {acknowledged && isHigh(finding) && (
                <Checkbox className={styles['box']} checked={acknowledged.includes(key)} onChecked={(on) => onAcknowledge(key, on)}>I checked this and take it on</Checkbox>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** "Not checked" is no verdict, so it can be neither a pass nor wrong. */
const wasChecked = (finding: Finding): boolean => finding.id !== 'format.language';
const isHigh = (finding: Finding): boolean => finding.severity === 'hold' || finding.severity === 'block';

function Sentence({ finding, text }: { finding: Finding; text: string }) {
  const words = quotedWords(text, finding);
  return (
    <p className={styles['reason']}>
      {words && <><MarkedWords severity={finding.severity} strong>{words}</MarkedWords> </>}
      {reasonAfterWords(finding, text)} <span className={styles['code']} title={finding.source}>{finding.id}</span>
      {finding.suggestion && <span className={styles['suggestion']}>{finding.suggestion}</span>}
      {finding.replacement && <span className={styles['suggestion']}>Could be: “{finding.replacement}”</span>}
    </p>
  );
}

function WrongFlag({ onWrong }: { onWrong(): Promise<boolean> }) {
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open');
  if (state === 'done') return <p className={styles['answer']} role="status">Flag marked as wrong. This answers nothing; it counts in the check’s precision.</p>;
  return <LinkButton onClick={() => { setState('busy'); void onWrong().then((ok) => setState(ok ? 'done' : 'open')); }} disabled={state === 'busy'}>Wrong flag</LinkButton>;
}

interface AnswerProps {
  answer: FindingAnswer | undefined;
  nameOf(id: string): string;
  onAnswer: ((kind: FindingAnswer['kind'], text: string) => Promise<boolean>) | null;
  high: boolean;
}

function Reason(props: { value: string; onText(text: string): void }) {
  const input = useFocusOnMount<HTMLInputElement>();
  return <TextInput {...props} ref={input} size={32} aria-label="Why this may stay" placeholder="Why this may stay as it is" maxLength={5_000} />;
}

/** QU8: why the words may stay, or that the finding is wrong. */
function Answer({ answer, nameOf, onAnswer, high }: AnswerProps) {
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState(answer?.text ?? '');
  const [busy, setBusy] = useState(false);
  const give = async (kind: FindingAnswer['kind']) => {
    if (!onAnswer) return;
    setBusy(true);
    if (await onAnswer(kind, text.trim())) setWriting(false);
    setBusy(false);
  };
  if (writing) {
    return (
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (text.trim()) void give('justified'); }}>
        <Reason value={text} onText={setText} />
        <div className={styles['buttons']}>
          <Button size={28} type="submit" busy={busy} disabled={!text.trim()}>{text.trim() ? 'Answer' : 'Write an answer first'}</Button>
          <Button size={28} variant="quiet" onClick={() => void give('false_alarm')} busy={busy}>This finding is wrong</Button>
          <Button size={28} variant="quiet" onClick={() => setWriting(false)}>Cancel</Button>
        </div>
      </form>
    );
  }
  return (
    <>
      {answer && <p className={styles['answer']}>{nameOf(answer.by)}: {answer.kind === 'false_alarm' && <strong>marked as wrong. </strong>}{answer.text && `“${answer.text}”`}</p>}
      {!answer && high && !onAnswer && <p className={styles['open']}>Not answered by the author yet.</p>}
      {onAnswer && <LinkButton onClick={() => setWriting(true)}>{answer ? 'Change the answer' : high ? 'Answer this finding' : 'Comment on this finding'}</LinkButton>}
    </>
  );
}
