/** Looks into the extension's database from one of its own pages. Reads only: tests never arrange state behind the product's back. */
import type { Page } from '@playwright/test';
import type { Decision, Grant, Incident, LogEntry, Revision } from '../../review/model';
import type { SiteRow, StoredHold } from '../../storage/rows';
import type { TestBrowser } from './browser';

interface Tables {
  holds: StoredHold;
  revisions: Revision;
  decisions: Decision;
  grants: Grant;
  log: LogEntry;
  sites: SiteRow;
  incidents: Incident;
}

/** Runs in a page of the extension, in whichever browser: every row of one table as it is on disk, not as a view shows it. */
export async function readTable(name: string): Promise<unknown[]> {
  return await new Promise<unknown[]>((resolve, reject) => {
    const opening = indexedDB.open('countersign');
    opening.addEventListener('error', () => reject(new Error(String(opening.error))));
    opening.addEventListener('success', () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains(name)) {
        db.close();
        resolve([]);
        return;
      }
      const all = db.transaction(name).objectStore(name).getAll();
      all.addEventListener('error', () => reject(new Error(String(all.error))));
      all.addEventListener('success', () => {
        db.close();
        resolve(all.result as unknown[]);
      });
    });
  });
}

/** A quiet extension page to look from: it holds no session and runs no view. */
export class Disk {
  readonly #browser: TestBrowser;
  #page: Page | null = null;

  constructor(browser: TestBrowser) {
    this.#browser = browser;
  }

  async #open(): Promise<Page> {
    if (!this.#page || this.#page.isClosed()) {
      const front = this.#browser.context.pages().at(-1);
      // A data file of the extension: its origin, none of its scripts.
      this.#page = await this.#browser.context.newPage();
      await this.#page.goto(this.#browser.url('manifest.json'));
      await front?.bringToFront();
    }
    return this.#page;
  }

  async rows<T extends keyof Tables>(table: T): Promise<Tables[T][]> {
    return (await (await this.#open()).evaluate(readTable, table as string)) as Tables[T][];
  }

  /** Newest revision's text per hold, the drafts that must never be lost. */
  async drafts(): Promise<string[]> {
    const [holds, revisions] = [await this.rows('holds'), await this.rows('revisions')];
    return holds.map((hold) => revisions.find((one) => one.holdId === hold.id && one.number === hold.revision)?.manifest.text ?? '');
  }

  async hold(text: string): Promise<StoredHold | null> {
    const revisions = await this.rows('revisions');
    const mine = revisions.filter((one) => one.manifest.text === text).map((one) => one.holdId);
    return (await this.rows('holds')).find((hold) => mine.includes(hold.id)) ?? null;
  }
}
