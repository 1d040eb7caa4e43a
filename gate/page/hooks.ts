/** Wraps what a page can publish with. Calls no adapter names go straight through, untouched. */
import { BLIND, fixed, readNow } from './body';
import { hookFetch } from './fetch';
import { aboutToSubmit, chooser, ended, may, mayForm, reopened, ruleFor, whenTold } from './link';
import { apply, empty, getter, replace } from './natives';
import { hookXhr } from './xhr';

const NativeInput = HTMLInputElement;
const socketUrl = getter<WebSocket, string>(WebSocket.prototype, 'url');
const connected = getter<Node, boolean>(Node.prototype, 'isConnected');
const typeOf = getter<HTMLInputElement, string>(HTMLInputElement.prototype, 'type');

function hookBeacon(): void {
  replace(Navigator.prototype, 'sendBeacon', (native) => function sendBeacon(this: unknown, ...args) {
    const url = `${args[0] as string}`;
    const found = ruleFor('POST', url, false);
    if (!found) return apply(native, this, args);
    const data = fixed(args[1]);
    const { body, fields } = readNow(data) ?? BLIND;
    const permit = may(found, 'beacon', body, fields, empty());
    if (!permit) return false;
    const go = (): boolean => {
      const queued = apply(native, this, [url, data]) as boolean;
      ended({ call: permit.call, status: queued ? 200 : 0, body: null, refused: false });
      return queued;
    };
    // A beacon is queued before this returns, which is too early: the same one, a moment later.
    return permit.wait ? whenTold(permit, go) : go();
  });
}

function hookSocket(): void {
  replace(WebSocket.prototype, 'send', (native) => function send(this: unknown, ...args) {
    const found = ruleFor('GET', socketUrl(this as WebSocket), true);
    if (!found) return apply(native, this, args);
    const data = fixed(args[0]);
    const { body, fields } = readNow(data) ?? BLIND;
    const permit = may(found, 'socket', body, fields, empty());
    if (!permit) return;
    const go = (): void => {
      apply(native, this, [data]);
      ended({ call: permit.call, status: 200, body: null, refused: false });
    };
    if (permit.wait) whenTold(permit, go);
    else go();
  });
}

function hookForms(): void {
  replace(HTMLFormElement.prototype, 'submit', (native) => function submit(this: unknown, ...args) {
    return mayForm(this as HTMLFormElement) ? apply(native, this, args) : undefined;
  });
  replace(HTMLFormElement.prototype, 'requestSubmit', (native) => function requestSubmit(this: unknown, ...args) {
    aboutToSubmit(this as HTMLFormElement);
    return apply(native, this, args);
  });
}

function hookDocument(): void {
  for (const name of ['open', 'write', 'writeln']) {
    replace(Document.prototype, name, (native) => function rewrite(this: unknown, ...args) {
      const done = apply(native, this, args);
      reopened();
      return done;
    });
  }
  for (const name of ['click', 'showPicker']) {
    const holder = name === 'click' ? HTMLElement.prototype : HTMLInputElement.prototype;
    replace(holder, name, (native) => function pick(this: unknown, ...args) {
      if (this instanceof NativeInput && !connected(this) && typeOf(this) === 'file') chooser(this);
      return apply(native, this, args);
    });
  }
}

export function installHooks(): void {
  hookBeacon();
  hookFetch();
  hookXhr();
  hookSocket();
  hookForms();
  hookDocument();
}
