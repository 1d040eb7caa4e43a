import { useEffect, useState } from 'react';
import { judgePassphrase } from '../../identity/passphrase';

export type Judgement = Awaited<ReturnType<typeof judgePassphrase>>;

/** Judges what was typed shortly after the last key. null while nothing is typed or the judge is still at work. */
export function useJudgement(passphrase: string, names: readonly string[]): Judgement | null {
  const [found, setFound] = useState<{ of: string; judgement: Judgement } | null>(null);
  const avoided = names.join('\n');
  const of = `${avoided}\u0000${passphrase}`;
  useEffect(() => {
    if (!passphrase) return;
    let gone = false;
    const timer = setTimeout(() => {
      void judgePassphrase(passphrase, avoided.split('\n').filter(Boolean)).then((judgement) => {
        if (!gone) setFound({ of, judgement });
      });
    }, 120);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [of, passphrase, avoided]);
  return passphrase && found?.of === of ? found.judgement : null;
}
