/** A gate with a background and a panel made of plain objects, for pages built by hand. */
import type { Finding } from '../../../checks/finding';
import { act } from '../../../gate/actions';
import { bringBack } from '../../../gate/bring-back';
import { Gate } from '../../../gate/gate';
import type { PanelHandle } from '../../../gate/panel/mount';
import type { PanelAction, PanelState } from '../../../gate/panel/state';
import type { TeachOptions } from '../../../gate/teach';
import type { Ports } from '../../../gate/ports';
import type { Answer, CoverView, HelloView, HoldView, MessageName } from '../../../review/contract';
import type { Snapshot } from '../../../review/model';
import type { Adapter, SurfaceSpec } from '../../../platforms/schema';

export type Asked = { name: MessageName; input: Record<string, unknown> };

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function until<T>(look: () => T | null | undefined | false, what: string, ms = 5_000): Promise<T> {
  const start = Date.now();
  for (;;) {
    const value = look();
    if (value) return value;
    if (Date.now() - start > ms) throw new Error(`Waited ${ms} ms for ${what}.`);
    await wait(10);
  }
}

export function adapter(surface: Partial<SurfaceSpec> = {}, more: Partial<Adapter> = {}): Adapter {
  return {
    schemaVersion: 1, id: 'test-site', title: 'Test site', hosts: [`${location.protocol}//${location.hostname}/*`],
    surfaces: [{
      id: 'post', kind: 'post', scope: ['.composer'], editors: [{ role: 'body', selectors: ['.editor'], kind: 'textarea' }],
      send: { selectors: ['.send'] }, keys: [{ combo: 'mod+enter', in: 'body' }], publish: [], ...surface,
    }],
    publish: [], identity: { handle: [{ from: 'attr', selector: '[data-account]', attr: 'data-account' }] }, release: 'replay',
    verified: '2026-11-22', evidence: [], gaps: [], ...more,
  };
}

const PERSON = { id: 'm1', name: 'Ana' };

export function viewOf(snapshot: Snapshot, change: Partial<HoldView> = {}): HoldView {
  return {
    id: 'hold-1', version: 1, revision: 1, digest: 'd'.repeat(64), workflow: 'pending', publication: 'unsent', author: PERSON, surface: snapshot.surface,
    accountHandle: snapshot.account?.handle ?? '', createdAt: Date.now(), text: snapshot.text, title: snapshot.title, warning: snapshot.warning, note: '',
    media: snapshot.media.map(({ sha256, name }) => ({ sha256, name })), findings: [], lines: [], quorum: 1, deadlock: null, returned: null, rejected: null,
    grant: null, permalink: null, outcomeDetail: '', expiresAt: Date.now() + 3_600_000, ...change,
  };
}

export class FakeBackground {
  asked: Asked[] = [];
  view: HoldView | null = null;
  hello: HelloView = { covered: true, adapters: [], builtIn: [], free: [], restore: null, mine: [], teach: false };
  cover: CoverView = { mode: 'held', approvers: [{ id: 'm2', name: 'Bo' }], quorum: 1, deadlock: null, signedInAs: PERSON, otherHolds: [], undoMs: 0 };
  /** What the checks say to whatever is typed. */
  findings: Finding[] = [];
  /** Answers that are dropped before one arrives. */
  silentFor = 0;
  /** How far the gate's clock is ahead of the page's, in ms. */
  ahead = 0;
  mute = false;
  orphaned = false;
  /** Set while somebody teaches. */
  teaching: TeachOptions | null = null;
  /** Messages whose answer waits until the promise resolves. */
  slow: Partial<Record<MessageName, Promise<unknown>>> = {};
  refuseRelease: Extract<Answer<never>, { ok: false }> | null = null;
  outcomes: { status: string; permalink: string | null; detail: string }[] = [];

  of(name: MessageName): Asked[] {
    return this.asked.filter((each) => each.name === name);
  }

  /** The approver says yes: a grant that is usable at once, or after `undoMs`. */
  approve(undoMs = 0): HoldView {
    this.view = { ...this.view!, version: this.view!.version + 1, workflow: 'approved', grant: { id: `grant-${this.view!.version}`, notBefore: Date.now() + undoMs, notAfter: Date.now() + 60_000 } };
    return this.view;
  }

  answer(name: MessageName, input: Record<string, unknown>): Answer<unknown> {
    const ok = (value: unknown): Answer<unknown> => ({ ok: true, value });
    const next = (change: Partial<HoldView>): Answer<unknown> => ok((this.view = { ...this.view!, version: this.view!.version + 1, ...change }));
    const snapshot = input.snapshot as Snapshot;
    switch (name) {
      case 'gate.hello':
        return ok(this.hello);
      case 'gate.cover':
        return ok(this.cover);
      case 'gate.typed':
        return ok({ findings: this.findings });
      case 'hold.create':
        return ok((this.view = viewOf(snapshot, { id: `hold-${this.of('hold.create').length}` })));
      case 'hold.revise':
        return next({ ...viewOf(snapshot), id: this.view!.id, revision: this.view!.revision + 1 });
      case 'hold.view':
      case 'hold.bind':
        return ok(this.view);
      case 'hold.stop':
        return next({ grant: null });
      case 'hold.recall':
        return next({ workflow: 'recalled', grant: null });
      case 'release.request':
        if (this.refuseRelease) return this.refuseRelease;
        if (this.view?.publication !== 'unsent' || !this.view.grant) return { ok: false, code: 'already-released', detail: 'Used.' };
        this.view = { ...this.view, version: this.view.version + 1, publication: 'releasing', grant: null };
        return ok({ grantId: 'grant', deadline: Date.now() + 4_000 });
      case 'release.outcome':
        this.outcomes.push(input as never);
        return next({ publication: input.status as HoldView['publication'], permalink: (input.permalink as string | null) ?? null });
      default:
        return ok(null);
    }
  }
}

export interface TestGate {
  gate: Gate;
  background: FakeBackground;
  /** Every state any panel showed, newest last. */
  states: PanelState[];
  state(): PanelState | null;
  /** Where the panel was told the send control is; null when no panel was made. */
  send(): Element | null;
  act(action: PanelAction): void;
  /** Tells the gate that the background has news. */
  push(): void;
  stop(): void;
}

export function startTestGate(adapters: Adapter[], prepare: (background: FakeBackground) => void = () => undefined): TestGate {
  const background = new FakeBackground();
  prepare(background);
  const states: PanelState[] = [];
  let current: PanelState | null = null;
  let send: () => Element | null = () => null;
  let onAction: (action: PanelAction) => void = () => undefined;
  const ports: Ports = {
    adapters,
    now: () => Date.now() + background.ahead,
    orphaned: () => background.orphaned,
    async ask(name, input) {
      await wait(1);
      if (background.mute || background.orphaned) return { ok: false, code: 'timeout', detail: 'silence' };
      if (background.silentFor > 0 && name !== 'gate.hello') {
        background.silentFor -= 1;
        background.asked.push({ name, input: input as never });
        return { ok: false, code: 'timeout', detail: 'silence' };
      }
      background.asked.push({ name, input: input as never });
      const answer = background.answer(name, input as never);
      await background.slow[name];
      return answer as never;
    },
    mountPanel(options): PanelHandle {
      const element = document.createElement('div');
      onAction = options.onAction;
      send = options.send ?? send;
      return {
        element,
        show(state) {
          onAction = options.onAction;
          current = state;
          states.push(state);
        },
        hide: () => (current = null),
        flash: () => undefined,
        contains: () => false,
      };
    },
    deeds: async () => ({ act, bringBack }),
    startTeaching: (options) => {
      background.teaching = options;
    },
  };
  const end = new AbortController();
  const gate = new Gate(ports, end.signal);
  return {
    gate, background, states,
    state: () => current,
    send: () => send(),
    act: (action) => onAction(action),
    push: () => void gate.onPush({ kind: 'hold', view: background.view! }),
    stop: () => end.abort(),
  };
}
