/**
 * Runs in the page: builds the composer, prepares the way and waits to be told. The page knows nothing of
 * Countersign. Its address says all: /<ground>/<way>?n=<number>&home=<origin>&away=<origin>.
 */
import { textOf } from './way';
import { WAYS } from './ways';
import type { Composer, Place } from './way';
import type { Ground } from './grounds';

/** What the runner reads and calls. */
export interface Stage {
  ready: boolean;
  has: boolean;
  /** The site's own code ran. */
  tried: boolean;
  /** How the script's call ended; null while it runs. */
  ended: string | null;
  spot(): { x: number; y: number };
  focus(on: 'control' | 'editor'): void;
  send(): void;
}

const [, ground = '', id = ''] = location.pathname.split('/');
const query = new URLSearchParams(location.search);
const number = query.get('n') ?? '';
const home = query.get('home') ?? location.origin;
const way = WAYS.find((one) => one.id === id);
const text = textOf(number);

/** Where no composer is known, the words stand in a hidden field and nothing bears a known name. */
const named = (name: string): string => ((ground as Ground) === 'composer' ? name : `plain-${name}`);

function build(composer: Composer, page: string): { control: HTMLElement; editor: HTMLElement; native: HTMLFormElement | null } {
  const inForm = composer === 'form' || composer === 'line';
  const outer = document.createElement(inForm ? 'form' : 'div');
  outer.className = named(composer);
  const editor = document.createElement(composer === 'form' ? 'textarea' : composer === 'line' ? 'input' : 'div');
  editor.className = 'editor';
  if (!inForm) editor.contentEditable = 'true';
  const control = document.createElement('button');
  control.className = 'send';
  control.type = inForm ? 'submit' : 'button';
  control.textContent = 'Publish';
  outer.append(editor, control);
  if (outer instanceof HTMLFormElement) {
    outer.method = 'post';
    outer.action = page;
  }
  const known = (ground as Ground) === 'composer';
  if (editor instanceof HTMLTextAreaElement || editor instanceof HTMLInputElement) {
    if (known) editor.name = 'text';
    else {
      const hidden = document.createElement('input');
      hidden.type = 'hidden';
      hidden.name = 'text';
      hidden.value = text;
      outer.append(hidden);
    }
  }
  if (composer === 'shadow') {
    const host = document.createElement(known ? 'mill-composer' : 'plain-composer');
    document.body.append(host);
    host.attachShadow({ mode: 'closed' }).append(outer);
  } else document.body.append(outer);
  return { control, editor, native: outer instanceof HTMLFormElement ? outer : null };
}

/** The words come last: what is refused before that finds an empty composer and concerns nobody. */
function write(editor: HTMLElement): void {
  if ((ground as Ground) !== 'composer') return;
  if (editor instanceof HTMLTextAreaElement || editor instanceof HTMLInputElement) editor.value = text;
  else editor.textContent = text;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/**
 * Waits until the page's world is guarded: a refused beacon says so at once, while one that the network blocks is
 * taken. What happens before that moment is another row's story (see `early` in way.ts).
 */
async function listening(): Promise<void> {
  if ((ground as Ground) === 'foreign' || way?.early || way?.before) return;
  for (let tries = 0; tries < 160 && navigator.sendBeacon(`${home}/publish/json?n=probe`, 'probe'); tries += 1) await pause(50);
}

function start(): void {
  if (!way) return;
  const at = (path: string, more = ''): string => `${home}/publish/${path}?n=${number}${more}`;
  const body = JSON.stringify({ text });
  const frame = `/frame?to=${encodeURIComponent(at('json'))}&body=${encodeURIComponent(body)}`;
  const stage: Stage = {
    ready: false, has: way.has?.() ?? true, tried: false, ended: null,
    spot: () => {
      const box = place.control.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    focus: (on) => (on === 'control' ? place.control : editor).focus(),
    send: () => {
      if (!way.event) stage.tried = true;
      void (async () => {
        try {
          await way.send?.(place);
          stage.ended = 'done';
        } catch (error) {
          stage.ended = String(error);
        }
      })();
    },
  };
  const { control, editor, native } = build(way.composer ?? 'box', at('page'));
  const place: Place = {
    json: at('json'), form: at('form'), multipart: at('multipart'), page: at('page'), pixel: at('pixel', `&text=${encodeURIComponent(text)}`), socket: at('socket').replace(/^http/, 'ws'),
    frame: `${location.origin}${frame}`, elsewhere: `${query.get('away') ?? ''}${frame}`, text, body, control, native,
    tried: () => { stage.tried = true; },
  };
  (globalThis as { stage?: Stage }).stage = stage;
  if (way.early) stage.send();
  void (async () => {
    await way.prepare?.(place);
    if (query.has('guarded')) await listening();
    write(editor);
    stage.ready = true;
  })();
}

start();
