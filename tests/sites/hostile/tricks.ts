/** What a page may try. Each trick is the text of a script, because it runs in the page. */

/** Tries every plain way to publish `words`, by what `realm` (a window) has. Never throws. */
export const EVERY_WAY = `
  window.tryAll = (words, realm = window) => {
    const body = '{"text":"' + words + '"}';
    const url = new URL('/api/publish', location.href).href;
    const tries = [
      () => realm.fetch(url, { method: 'POST', body }),
      () => realm.fetch(new realm.Request(url, { method: 'POST', body })),
      () => realm.fetch({ toString: () => url }, { method: 'POST', body }),
      () => realm.fetch(url, { get method() { return (this.n = (this.n || 0) + 1) > 1 ? 'POST' : 'GET'; }, body }),
      () => { const xhr = new realm.XMLHttpRequest(); xhr.open('POST', url); xhr.send(body); },
      () => { const xhr = new realm.XMLHttpRequest(); xhr.open('POST', url, false); xhr.send(body); },
      () => realm.navigator.sendBeacon(url, body),
      () => realm.navigator.sendBeacon(url, new Blob([body])),
      () => realm.fetchLater && realm.fetchLater(url, { method: 'POST', body, activateAfter: 0 }),
    ];
    for (const one of tries) {
      try {
        const got = one();
        if (got && got.catch) got.catch(() => 0);
      } catch (error) {}
    }
  };`;

/** Changes to what every script of the page shares. `leaks` collects what they see of ours. */
export const POISONS: Record<string, string> = {
  'setters on Array.prototype and Object.prototype': `
    for (const key of ['0', '1', '2']) Object.defineProperty(Array.prototype, key, { configurable: true, set(value) {}, get() {} });
    for (const key of ['rule', 'url', 'body', 'content-type', 'then']) Object.defineProperty(Object.prototype, key, { configurable: true, set(value) { Object.defineProperty(this, key, { value: undefined, writable: true, configurable: true }); }, get() {} });`,
  'toJSON on Object.prototype and String.prototype': `
    Object.defineProperty(Object.prototype, 'toJSON', { configurable: true, value() { return {}; } });
    Object.defineProperty(String.prototype, 'toJSON', { configurable: true, value() { return ''; } });`,
  'JSON, String and RegExp replaced': `
    const parse = JSON.parse; JSON.parse = (text) => { const value = parse(text); if (value && value.publish) value.publish = []; return value; };
    window.String = () => '{"publish":[],"pass":[".*"]}';
    RegExp.prototype.exec = () => null; RegExp.prototype.test = () => false; String.prototype.slice = () => ''; String.prototype.toUpperCase = () => 'GET';`,
  'promises that say yes': `
    const then = Promise.prototype.then;
    Promise.prototype.then = function (ok, no) { return then.call(this, () => ok && ok({ body: '{"text":"approved"}', fields: false }), no); };
    class Mine extends Promise { static get [Symbol.species]() { return Mine; } }
    Object.defineProperty(Promise.prototype, 'constructor', { configurable: true, value: Mine });`,
  'events and calls replaced': `
    const add = EventTarget.prototype.addEventListener, send = EventTarget.prototype.dispatchEvent;
    window.leaks = [];
    EventTarget.prototype.addEventListener = function (type, ...rest) { if (/^c\\d{6}/.test(type)) leaks.push(type); return add.call(this, type, ...rest); };
    EventTarget.prototype.dispatchEvent = function (event) { if (/^c\\d{6}/.test(event.type)) leaks.push(event.type); return send.call(this, event); };
    const { CustomEvent: Custom, MouseEvent: Mouse } = window;
    window.CustomEvent = function (type, init) { if (/^c\\d{6}/.test(type)) leaks.push(type); return new Custom(type, init); };
    window.MouseEvent = function (type, init) { if (/^c\\d{6}/.test(type)) leaks.push(type); return new Mouse(type, init); };
    const apply = Reflect.apply; Reflect.apply = (what, self, args) => { leaks.push('apply'); return apply(what, self, args); };
    Map.prototype.get = WeakMap.prototype.get = () => undefined;
    Function.prototype.call = new Proxy(Function.prototype.call, { apply: (target, self, args) => apply(target, self, args) });`,
  'brands that lie': `
    for (const type of [Request, FormData, URLSearchParams, Blob, ArrayBuffer]) Object.defineProperty(type, Symbol.hasInstance, { configurable: true, value: () => false });`,
  'the words of our own channel': `
    for (const type of ['countersign:call-gate', 'countersign:hand-over', 'countersign:hand-over:name', 'countersign:gate-started']) {
      document.addEventListener(type, (event) => (window.heard ??= []).push([type, event.detail, event.relatedTarget]));
      document.dispatchEvent(new CustomEvent(type, { detail: 'cforged' }));
    }
    const node = document.createElement('i');
    document.dispatchEvent(new MouseEvent('countersign:hand-over', { relatedTarget: node }));
    document.dispatchEvent(new CustomEvent('countersign:hand-over:name', { detail: 'cforged' }));
    for (const type of ['cforged:answer', 'cforged:rules', 'cforged:go']) node.dispatchEvent(new CustomEvent(type, { detail: 'yes' }));
    postMessage({ countersign: 1, name: 'release.request', kind: 'rules', covered: false }, '*');
    globalThis[Symbol.for('countersign:gate')] = () => true;`,
};

/** Realms without our page script, as guard.md §3.5 found them. `words` is what they try to publish. */
export const REALMS: Record<string, string> = {
  'about:blank frame': `const f = document.createElement('iframe'); document.body.append(f); tryAll(words, f.contentWindow);`,
  'innerHTML frame': `const d = document.createElement('div'); document.body.append(d); d.innerHTML = '<iframe></iframe>'; tryAll(words, window[window.length - 1]);`,
  'srcdoc frame': `const f = document.createElement('iframe'); f.srcdoc = '<p>x</p>'; document.body.append(f); await new Promise((done) => f.addEventListener('load', done)); tryAll(words, f.contentWindow);`,
  'sandboxed same-origin frame without scripts': `const f = document.createElement('iframe'); f.setAttribute('sandbox', 'allow-same-origin'); document.body.append(f); tryAll(words, f.contentWindow);`,
  'javascript: frame': `const f = document.createElement('iframe'); f.src = 'javascript:fetch(new URL("/api/publish", parent.location.href), { method: "POST", body: JSON.stringify({ text: "' + words + '" }) })'; document.body.append(f); await new Promise((done) => setTimeout(done, 300)); tryAll(words, f.contentWindow);`,
  'a window of its own': `const w = window.open('about:blank'); if (w) { tryAll(words, w); await new Promise((done) => setTimeout(done, 300)); w.close(); }`,
  'blob worker': `const w = new Worker(URL.createObjectURL(new Blob(['fetch("' + location.origin + '/api/publish", { method: "POST", body: JSON.stringify({ text: "' + words + '" }) }).catch(() => 0).then(() => postMessage(0))']))); await new Promise((done) => { w.onmessage = done; setTimeout(done, 2000); });`,
  'shared worker': `const w = new SharedWorker(URL.createObjectURL(new Blob(['onconnect = ({ ports: [p] }) => fetch("' + location.origin + '/api/publish", { method: "POST", body: JSON.stringify({ text: "' + words + '" }) }).catch(() => 0).then(() => p.postMessage(0))']))); await new Promise((done) => { w.port.onmessage = done; setTimeout(done, 2000); });`,
  'form in a clean realm': `const f = document.createElement('iframe'); f.setAttribute('sandbox', 'allow-same-origin allow-forms'); document.body.append(f); const form = f.contentDocument.createElement('form'); form.method = 'post'; form.action = location.origin + '/api/publish'; form.innerHTML = '<input name="text" value="' + words + '">'; f.contentDocument.body.append(form); form.submit(); await new Promise((done) => setTimeout(done, 300));`,
  'form into a frame': `const f = document.createElement('iframe'); f.name = 'away'; document.body.append(f); const form = document.createElement('form'); form.method = 'post'; form.target = 'away'; form.action = '/api/publish'; form.innerHTML = '<input name="text" value="' + words + '">'; document.body.append(form); HTMLFormElement.prototype.submit.call(form); await new Promise((done) => setTimeout(done, 300));`,
  'ping': `const a = document.createElement('a'); a.href = '#'; a.ping = '/api/publish'; document.body.append(a); a.click(); await new Promise((done) => setTimeout(done, 300));`,
};
