import { useNow } from '../ui';

/** Seconds left, as text only. */
export function Countdown({ until }: { until: number }) {
  const left = Math.max(0, Math.ceil((until - useNow(true)) / 1000));
  return <span role="timer">{left} s</span>;
}
