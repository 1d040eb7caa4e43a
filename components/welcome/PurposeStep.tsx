import { Button, SignatureLine } from '../ui';
import { HeldCard } from './HeldCard';
import { PostCard, SendPicture } from './PostCard';
import { WelcomeFrame } from './WelcomeFrame';
import styles from './Welcome.module.css';

/** The cover: one sentence, one picture. Names and words in the picture are an example and say so. */
export function PurposeStep({ onStart, onSkip, resumed }: { onStart(): void; onSkip(): void; resumed: boolean }) {
  return (
    <WelcomeFrame
      step="purpose"
      title="A second signature before a post goes out"
      lead="Write on the site as always and press its own button. Countersign holds the post until a second person signs it, and then exactly that text goes out."
      foot={
        <>
          <Button variant="primary" size={40} onClick={onStart}>{resumed ? 'Go on' : 'Start'}</Button>
          <Button variant="quiet" size={40} onClick={onSkip}>Skip, I know it</Button>
          <span className={styles['footEnd']}>About 2 minutes</span>
        </>
      }
      side={
        <>
          <PostCard name="Northmoor" handle="@northmoor" send={<SendPicture>Post</SendPicture>}>
            Back in stock on Monday: the barrier balm, now in a 90 ml tin with a lid that clicks shut.
          </PostCard>
          <HeldCard title="Held for review" aside="Version 1 · 09:12" words="Waiting for Mara. Nothing has been sent.">
            <SignatureLine state="wrote" name="Lena Ortiz" detail="Wrote it, 09:12" />
            <SignatureLine state="reading" name="Mara Okafor" detail="Reading now" />
          </HeldCard>
          <p className={styles['note']}>An example, with made-up names.</p>
        </>
      }
    />
  );
}
