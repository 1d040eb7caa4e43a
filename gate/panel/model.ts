/** The panel's picture as data: every state becomes one of these, and one small view draws it. */
import type { Finding } from '../../checks/finding';
import type { HoldView, Person, SignatureLine } from '../../review/contract';
import type { FileToAttach, PanelAction } from './state';

/** Words in a sentence: plain, strong (a name, a count) or muted (an aside). */
export type Part = string | { b: string } | { m: string };

/** Colour family of the glyph tile. Amber: held. Green: a signature. Red: nothing may leave, or something is unguarded. */
export type Tone = 'calm' | 'hold' | 'ok' | 'block';
export type Glyph = 'held' | 'signed' | 'back' | 'clock' | 'close' | 'stop' | 'reload' | 'block' | 'unknown' | 'info';

/** Small questions asked inside the card. `answer:` carries the key of a finding. */
export type Form = 'note' | 'edit' | 'recall' | 'there' | 'absent' | `answer:${string}`;

/** One button or link; exactly one of action, form and href says what pressing it does. */
export interface Control {
  label: string;
  primary?: boolean;
  action?: PanelAction;
  form?: Form;
  href?: string;
}

export interface Question {
  text?: string;
  /** A field, when words are asked for. */
  field?: { label: string; hint: string; value?: string; needed?: boolean };
  yes: string;
  no: string;
  send: (value: string) => PanelAction;
  other?: Control;
}

export interface CardModel {
  glyph: Glyph;
  tone: Tone;
  title: string;
  /** End of the header: version and time. */
  meta?: string;
  /** Collapsed form: a word and an aside. */
  pill: [word: string, aside?: string];
  /** What a screen reader hears when this state arrives; absent: title and body. */
  say?: string;
  body: Part[][];
  /** Amber sentence that needs attention (SD6). */
  notice?: string | null;
  quote?: { by: Person; text: string };
  excerpt?: string;
  diff?: [before: string, after: string] | null;
  files?: FileToAttach[];
  after?: Part[] | null;
  lines?: SignatureLine[];
  findings?: { text: string; list: Finding[]; answerable: boolean };
  controls: Control[];
  more?: Control[];
  foot?: string;
  /** 0..1 of the undo window left. */
  left?: number;
  alarm?: boolean;
  /** The header's button closes instead of collapsing: nothing is open any more. */
  dismiss?: boolean;
  view?: HoldView;
}

/** What the person did inside the panel itself; the gate never needs to know. */
export interface PanelUi {
  collapsed: boolean;
  form: Form | null;
  findingsOpen: boolean;
  moreOpen: boolean;
  /** Answers given here, by finding key, as words. */
  answered: Record<string, string>;
  /** Label of the control that was pressed and has not been followed by a new state yet. */
  busy: string | null;
  flash: string;
}
