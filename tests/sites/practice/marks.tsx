/** Small drawings of the practice community. */

const TONES = ['#2f6b4f', '#a8552f', '#4d5aa8', '#7a4a86', '#8a6a1c'];

export function Avatar({ name, handle }: { name: string; handle: string }) {
  const tone = TONES[[...handle].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 9973, 0) % TONES.length]!;
  const initials = name.split(' ').map((word) => word[0]).join('').slice(0, 2);
  return <span className="avatar" style={{ background: tone }} aria-hidden="true">{initials}</span>;
}

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--brand)" />
      <path d="M7 21.5c5.2.8 8.6-.6 9-5.6.4 5 3.8 6.4 9 5.6" fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
      <circle cx="16" cy="10.5" r="2.7" fill="#ffd98a" />
    </svg>
  );
}

export function ImageIcon() {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" aria-hidden="true">
      <rect x="2.75" y="3.75" width="14.5" height="12.5" rx="2.5" />
      <circle cx="7" cy="8" r="1.4" />
      <path d="m4 14.5 4-3.7 2.6 2.3 2.6-2.9 3 3.2" />
    </svg>
  );
}

export function ReplyIcon() {
  return (
    <svg viewBox="0 0 20 20" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" aria-hidden="true">
      <path d="M3 9.200C3 5.8 6 3.5 10 3.500s7 2.3 7 5.7-3 5.7-7 5.700c-.8 0-1.5-.1-2.2-.3L4.2 16.500l.6-3.200A5.3 5.3 0 0 1 3 9.200Z" />
    </svg>
  );
}
