/** What is known about one covered site at this moment, collected by the background. Plain data. */

/** The gate of one open tab. */
export interface TabFacts {
  tabId: number;
  host: string;
  /** live: it answers. silent: nobody answers and nothing could be brought in. blocked: the browser refuses to let us in. */
  gate: 'live' | 'silent' | 'blocked';
  /** The page-world layer has shaken hands with the gate. */
  page: boolean;
  /** The page was loaded before the gate came. */
  late: boolean;
  /** '' before anybody wrote there. */
  composer: 'live' | 'unrecognised' | 'unknown-account' | '';
}

/** What a page said while it was open; still true of the site, not of any tab. */
export interface SeenFacts {
  host: string;
  state: 'live' | 'unrecognised' | 'unknown-account';
  /** Unix ms. */
  at: number;
}

/** What the adapter says about the site's publishing calls. */
export interface CallFacts {
  /** Calls made by the page's script, over a socket, and by loading a page. */
  requests: number;
  sockets: number;
  forms: number;
  /** Ids of calls whose text the browser's network layer cannot read. */
  unreadable: string[];
  /** How the new post is found afterwards: by its address, by the site's own notice, or not at all. */
  readBack: 'address' | 'notice' | null;
}

/** The rules in the browser (declarativeNetRequest). */
export interface LockFacts {
  /** The rules of this site are really set in the browser. */
  set: boolean;
  /** Ids of the publish calls they stop. */
  locked: string[];
  /** Calls no rule can stop without stopping more, each with the reason as a sentence. */
  unlocked: { spec: string; why: string }[];
  /** Why the browser refused the rules the last time, in words; null when it took them. */
  trouble: string | null;
}

export interface SiteFacts {
  title: string;
  /** Hosts of the site where the browser lets us run, and those where it does not any more. */
  given: string[];
  missing: string[];
  /** Both scripts are registered for the given hosts. */
  registered: boolean;
  calls: CallFacts;
  lock: LockFacts;
  /** The network witness listens. */
  witness: boolean;
  seen: SeenFacts[];
  tabs: TabFacts[];
  /** What the start-up self-check proved. */
  enforced: boolean;
}
