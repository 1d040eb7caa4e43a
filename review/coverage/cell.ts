/** One layer on one site: how it stands, why, and what to do about it. */

/** reload: the tab. access: give the permission back. again: switch the site off and on. admin: only an administrator can. */
export type Remedy = 'reload' | 'access' | 'teach' | 'admin' | 'again' | 'open';

export interface Cell {
  state: 'on' | 'part' | 'off' | 'unknown';
  /** False when the site has no use for this layer: being off is then no gap. */
  used: boolean;
  /** One or two sentences: why it stands so, and what to do. */
  why: string;
  remedy: Remedy | null;
}

export const on = (why: string): Cell => ({ state: 'on', used: true, why, remedy: null });
export const part = (why: string, remedy: Remedy | null = null): Cell => ({ state: 'part', used: true, why, remedy });
export const off = (why: string, remedy: Remedy | null = null): Cell => ({ state: 'off', used: true, why, remedy });
export const unknown = (why: string, remedy: Remedy | null = null): Cell => ({ state: 'unknown', used: true, why, remedy });
export const unused = (why: string): Cell => ({ state: 'off', used: false, why, remedy: null });
