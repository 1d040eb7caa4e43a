/** The gate's end of the channel to the page world. Everything heard here is the page talking (guard.md §3.5). */
import { CALL_GATE, HAND_OVER, type CallAnswer, type CallAsked, type CallEnded, type PageRules } from './page/protocol';

export interface ChannelHost {
  /** A call that may publish. Answered synchronously. */
  onCall(asked: CallAsked): CallAnswer;
  onEnd(told: CallEnded): void;
  /** `form.submit()` by the page's script. True lets it pass. */
  onForm(form: HTMLFormElement): boolean;
  /** This form is about to fire `submit`, maybe inside a shadow root nobody has looked into. */
  onSubmitting(form: HTMLFormElement): void;
  onReopened(): void;
  onChooser(input: HTMLInputElement): void;
}

export interface Channel {
  tell(rules: PageRules): void;
  /** The word on a call that was told to wait. */
  answerLater(call: number, yes: boolean): void;
  /** The page world has shaken hands: its calls are watched. */
  linked(): boolean;
}

const MAX = 2_000_000;

function parsed<T extends object>(event: Event): T | null {
  const detail: unknown = (event as CustomEvent).detail;
  if (typeof detail !== 'string' || detail.length > MAX) return null;
  try {
    const value: unknown = JSON.parse(detail);
    return typeof value === 'object' && value !== null ? (value as T) : null;
  } catch {
    return null;
  }
}

export function openChannel(host: ChannelHost, signal: AbortSignal): Channel {
  let node: EventTarget | null = null;
  let name = '';
  let rules: PageRules | null = null;

  const send = () => {
    if (node && name && rules) node.dispatchEvent(new CustomEvent(`${name}:rules`, { detail: JSON.stringify(rules) }));
  };
  const answer = (detail: CallAnswer) => node?.dispatchEvent(new CustomEvent(`${name}:answer`, { detail }));

  const connect = (to: EventTarget) => {
    to.addEventListener(`${name}:ask`, (event) => {
      const asked = parsed<CallAsked>(event);
      answer(asked === null ? 'no' : host.onCall(asked));
    }, { signal });
    to.addEventListener(`${name}:end`, (event) => {
      const told = parsed<CallEnded>(event);
      if (told) host.onEnd(told);
    }, { signal });
    to.addEventListener(`${name}:form`, (event) => {
      const form = (event as MouseEvent).relatedTarget;
      answer(!(form instanceof HTMLFormElement) || host.onForm(form) ? 'yes' : 'no');
    }, { signal });
    to.addEventListener(`${name}:look`, (event) => {
      const form = (event as MouseEvent).relatedTarget;
      if (form instanceof HTMLFormElement) host.onSubmitting(form);
    }, { signal });
    to.addEventListener(`${name}:opened`, () => host.onReopened(), { signal });
    to.addEventListener(`${name}:files`, (event) => {
      const input = (event as MouseEvent).relatedTarget;
      if (input instanceof HTMLInputElement) host.onChooser(input);
    }, { signal });
    send();
  };

  // The first to speak is ours: nothing of the page runs before document_start. Later voices are not heard.
  const once = new AbortController();
  const until = AbortSignal.any([signal, once.signal]);
  document.addEventListener(HAND_OVER, (event) => {
    node ??= (event as MouseEvent).relatedTarget;
  }, { signal: until });
  document.addEventListener(`${HAND_OVER}:name`, (event) => {
    const told: unknown = (event as CustomEvent).detail;
    if (!node || typeof told !== 'string') return;
    name = told;
    once.abort();
    connect(node);
  }, { signal: until });
  document.dispatchEvent(new CustomEvent(CALL_GATE));

  return {
    tell(next) {
      rules = next;
      send();
    },
    answerLater(call, yes) {
      node?.dispatchEvent(new CustomEvent(`${name}:${yes ? 'go' : 'stop'}`, { detail: String(call) }));
    },
    linked: () => name !== '',
  };
}
