/** What the matrix asks of a browser, whichever protocol drives it. */
import type { Act } from './way';

export interface StageState {
  ready: boolean;
  has: boolean;
  tried: boolean;
  ended: string | null;
}

export interface Visit {
  /** Null while the page is being left or has no stage. */
  stage(): Promise<StageState | null>;
  /** The browser's own input, as a person's hand makes it. */
  act(act: Act): Promise<void>;
  /** A script of the page starts the way. */
  send(): Promise<void>;
  close(): Promise<void>;
}

/** What the extension's own store says about attempts. */
export interface Incident {
  /** SHA-256 of the body that was seen, in hex; null when it could not be read. */
  digest: string | null;
  count: number;
}

export interface PlainBrowser {
  /** For example "Chromium 156". */
  name: string;
  open(url: string): Promise<Visit>;
  close(): Promise<void>;
}

export interface GuardedBrowser extends PlainBrowser {
  /** Covers the host by importing the adapter, as a rule owner does. */
  cover(adapter: string, host: string): Promise<void>;
  /** Texts of the drafts in the extension's store. */
  drafts(): Promise<string[]>;
  incidents(): Promise<Incident[]>;
  /** Takes the network's rules away, from outside and for the rest of the run. False when they cannot be taken away, or are no rules. */
  dropRules(): Promise<boolean>;
}
