/** The adapter of the matrix site, as a person would import it: every endpoint is declared. */

const composer = (id: string, scope: string, editor: string, kind: string, more: object = {}): object => ({
  id, kind: 'post', scope: [scope],
  editors: [{ role: 'body', selectors: [editor], kind }],
  send: { selectors: ['button.send'], ...(id === 'quick' ? { events: ['pointerdown'] } : {}) },
  keys: id === 'line' ? [{ combo: 'enter', in: 'body' }] : [{ combo: 'mod+enter', in: 'body' }],
  publish: ['json', 'put', 'form', 'multipart', 'page', 'pixel', 'socket'],
  ...more,
});

const call = (id: string, path: string, change: object = {}): object => ({ id, method: 'POST', url: `/publish/${path}\\?`, transport: 'request', bodyType: 'json', text: ['text'], ...change });

export const MATRIX_ADAPTER: string = JSON.stringify({
  schemaVersion: 1, id: 'mill', title: 'Mill', hosts: [], detect: '#mill',
  surfaces: [
    composer('form', 'form.form', 'textarea.editor', 'textarea'),
    composer('line', 'form.line', 'input.editor', 'input'),
    composer('quick', 'div.quick', 'div.editor', 'plain'),
    composer('shadow', 'div.shadow', 'div.editor', 'plain', { shadowHosts: ['mill-composer'] }),
    composer('box', 'div.box', 'div.editor', 'plain'),
  ],
  publish: [
    call('json', 'json'),
    call('put', 'json', { method: 'PUT' }),
    call('form', 'form', { bodyType: 'form' }),
    call('multipart', 'multipart', { bodyType: 'multipart' }),
    call('page', 'page', { bodyType: 'form', transport: 'navigation' }),
    call('pixel', 'pixel', { method: 'GET', bodyType: 'query' }),
    call('socket', 'socket', { method: 'GET', bodyType: 'frame', transport: 'socket', dedicated: true }),
  ],
  identity: { handle: [{ from: 'attr', selector: '[data-account]', attr: 'data-account' }] },
  release: 'replay', verified: '2026-11-23',
  evidence: [{ claim: 'every selector and endpoint', source: 'this project’s own test site', year: 2026 }], gaps: [],
}, null, 2);
