import source from '../sprite.svg?raw';

/** Puts the symbols into the page once, so that every `<use href="#…">` finds them without a request. */
export function mountSprite(): void {
  if (document.getElementById('cs-sprite')) return;
  const sprite = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  sprite.id = 'cs-sprite';
  sprite.setAttribute('aria-hidden', 'true');
  sprite.setAttribute('width', '0');
  sprite.setAttribute('height', '0');
  sprite.setAttribute('style', 'position:absolute');
  document.body.prepend(document.importNode(sprite, true));
}
