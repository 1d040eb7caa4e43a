/**
 * Calls a page makes before anybody knows what it may do. Built-in sites bring their rules with them; a taught, imported
 * or self-hosted one is known only when the background has answered. Until then every call that could publish waits.
 */
import { rulesFor } from './call';
import type { CallAnswer, CallAsked, PageRules } from './page/protocol';
import type { Policy } from './policy';
import type { Ports } from './ports';

/** A page that asks more often than this while nobody answers is refused; its memory and ours are not endless. */
const MOST = 500;

/** Everything a page can publish with. No adapter is named, and `id` is the method: the real rules need it later. */
const EARLY_RULES: PageRules = {
  publish: ['POST', 'PUT', 'PATCH', 'GET'].map((method) => ({ adapter: '', id: method, method, url: '', socket: method === 'GET', answer: false })),
  pass: [],
};

export interface EarlyHost {
  policy: Pick<Policy, 'waiting' | 'covered' | 'adapters'>;
  ports: Pick<Ports, 'orphaned'>;
  /** The word on a call that was told to wait. */
  answerLater(call: number, yes: boolean): void;
  /** A call under rules that are known. */
  judge(asked: CallAsked): CallAnswer;
  /** The extension is gone and will never answer: the person is told. */
  gone(): void;
}

export class Early {
  private asked: CallAsked[] = [];
  /** Nobody will answer any more. */
  private over = false;

  constructor(private readonly host: EarlyHost) {}

  get some(): boolean {
    return this.asked.length > 0;
  }

  /** What the page world asks about now. */
  rules(): PageRules {
    const { policy } = this.host;
    if (policy.waiting && policy.adapters.length === 0) return EARLY_RULES;
    return policy.covered ? rulesFor(policy.adapters) : { publish: [], pass: [] };
  }

  /** A call under the early rules; one whose body took its time to be read may come after they are over. */
  call(asked: CallAsked): CallAnswer {
    const { policy, ports } = this.host;
    if (!policy.waiting) return this.again(asked);
    if (ports.orphaned()) this.host.gone();
    if (this.over || ports.orphaned() || this.asked.length >= MOST) return 'no';
    this.asked.push(asked);
    return 'wait';
  }

  /** The rules are known. What waited goes on in the order it came, or is judged like any other call. */
  settle(): void {
    for (const asked of this.asked.splice(0)) {
      const said = this.again(asked);
      if (said !== 'wait') this.host.answerLater(asked.call, said === 'yes');
    }
  }

  /** No answer will ever come. Nothing is let through. */
  refuse(): void {
    this.over = true;
    for (const { call } of this.asked.splice(0)) this.host.answerLater(call, false);
  }

  private again(asked: CallAsked): CallAnswer {
    const { publish, pass } = this.rules();
    const fits = (url: string): boolean => new RegExp(url).test(asked.url);
    const rule = publish.find(({ socket, method, url }) => socket === (asked.way === 'socket') && (socket || method === asked.id) && fits(url));
    return rule && !pass.some(fits) ? this.host.judge({ ...asked, adapter: rule.adapter, id: rule.id }) : 'yes';
  }
}
