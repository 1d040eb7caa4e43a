/** A person's press that the site answers with a call of its own. */
import { post } from '../way';
import type { Place, Way } from '../way';

function sendOn(place: Place, target: EventTarget, type: string, when: (event: Event) => boolean = () => true): void {
  target.addEventListener(type, (event) => {
    if (!when(event)) return;
    event.preventDefault();
    place.tried();
    void post(place).catch(() => {});
  });
}

const onClick = (place: Place): void => sendOn(place, place.control, 'click');
const isSendKey = (event: Event): boolean => event instanceof KeyboardEvent && event.key === 'Enter' && (event.ctrlKey || event.metaKey);

export const PRESSES: Way[] = [
  { id: 'press-click', words: 'button: click → fetch', composer: 'box', act: { do: 'click' }, prepare: onClick },
  { id: 'press-enter', words: 'button: Enter → fetch', composer: 'box', act: { do: 'key', key: 'Enter', on: 'control' }, prepare: onClick },
  { id: 'press-space', words: 'button: Space → fetch', composer: 'box', act: { do: 'key', key: 'Space', on: 'control' }, prepare: onClick },
  { id: 'press-pointerdown', words: 'publishes on pointerdown', composer: 'quick', act: { do: 'click' }, prepare: (place) => sendOn(place, place.control, 'pointerdown') },
  { id: 'press-shortcut', words: 'Ctrl+Enter in a contenteditable', composer: 'box', act: { do: 'key', key: 'Control+Enter', on: 'editor' }, prepare: (place) => sendOn(place, document, 'keydown', isSendKey) },
  { id: 'press-shadow', words: 'button in a closed shadow root', composer: 'shadow', act: { do: 'click' }, prepare: onClick },
];
