/**
 * What must be held, decided without asking anybody: the rules live in the page script and are refreshed
 * (platforms.md §4, lesson 10). Until the background has answered, everything is held.
 */
import type { HelloView } from '../review/contract';
import type { Account } from '../review/model';
import type { Adapter } from '../platforms/schema';
import { compileAdapters, type CompiledSurface } from './compile';
import { adaptersOn } from './page-url';

const bare = (name: string): string => name.trim().toLowerCase().replace(/^(@|\/?u\/)/, '');

/** The form the rules use (review/names.ts accountKey): lower case, without the site's own prefix. */
export const accountName = (account: Account): string => bare(account.id) || bare(account.handle);

export class Policy {
  private hello: HelloView | null = null;
  private active: Adapter[];
  surfaces: CompiledSurface[];

  constructor(private readonly url: string, private readonly builtIn: readonly Adapter[]) {
    this.active = adaptersOn(url, builtIn);
    this.surfaces = compileAdapters(this.active);
  }

  get waiting(): boolean {
    return this.hello === null;
  }

  get covered(): boolean {
    return this.hello?.covered ?? true;
  }

  get adapters(): readonly Adapter[] {
    return this.active;
  }

  /** Custom adapters come first: a person who taught a site knows it better than we do. */
  learn(hello: HelloView): void {
    this.hello = hello;
    this.use(hello.adapters, hello.builtIn);
  }

  /** Taught a moment ago and not saved yet: held already, together with what was known. */
  assume(adapter: Adapter): void {
    if (this.hello) this.hello = { ...this.hello, covered: true };
    this.use([adapter, ...(this.hello?.adapters ?? [])], this.hello?.builtIn ?? []);
  }

  private use(custom: readonly Adapter[], builtIn: readonly string[]): void {
    const named = this.builtIn.filter((adapter) => builtIn.includes(adapter.id));
    const all = [...custom, ...named, ...adaptersOn(this.url, this.builtIn)];
    const next = all.filter((adapter, index) => all.findIndex((other) => other.id === adapter.id) === index);
    this.active = next;
    this.surfaces = compileAdapters(next);
  }

  /** Left out by name. An account nobody can read is never free. */
  isFree(platform: string, account: Account | null): boolean {
    if (!account || !this.hello) return false;
    return this.hello.free.some((free) => free.platform === platform && bare(free.account) === accountName(account));
  }

  /** SD7: covered unless somebody said otherwise. The account is only read where somebody left one out: this runs on keys. */
  mustHold(platform: string, account: () => Account | null): boolean {
    const anyFree = this.hello?.free.some((free) => free.platform === platform) ?? false;
    return this.covered && !(anyFree && this.isFree(platform, account()));
  }
}
