/**
 * Finds the composer an event belongs to. Nothing is remembered about the page: sites rebuild their
 * toolbars while a person types, so every question starts from the event path (platforms.md §4, lesson 9).
 */
import type { Adapter } from '../platforms/schema';
import { onThisPath, type CompiledEditor, type CompiledSurface } from './compile';
import { ancestry, isElement, isScope, isShown, queryAll, type Scope } from './dom';
import { pageUrl } from './page-url';
import { editorText } from './read';
import { cleanLabel } from './text';

export interface FoundEditor extends CompiledEditor {
  element: HTMLElement;
}

export interface ComposerMatch {
  compiled: CompiledSurface;
  adapter: Adapter;
  scope: Scope;
  /** Title, warning and body editors; a thread has several bodies, in document order. */
  editors: FoundEditor[];
  /** The site's send control, when it has one. */
  control: HTMLElement | null;
  /** Two filled bodies compete and nothing says which one is meant: hold, and say so. */
  ambiguous: boolean;
}

/** Accessible or visible name, without the zero-width marks some sites add. */
function nameOf(element: Element): string {
  const named = element.getAttribute('aria-label') ?? (element instanceof HTMLInputElement ? element.value : element.textContent);
  return cleanLabel(named ?? '').toLowerCase();
}

export function isSendControl(element: Element, compiled: CompiledSurface): boolean {
  if (!compiled.send || !element.matches(compiled.send)) return false;
  if (compiled.exclude && element.matches(compiled.exclude)) return false;
  return compiled.labels.size === 0 || compiled.labels.has(nameOf(element));
}

function controlsIn(scope: Scope, compiled: CompiledSurface): HTMLElement[] {
  return queryAll(scope, compiled.send, compiled.hosts).filter((element): element is HTMLElement => element instanceof HTMLElement && isSendControl(element, compiled));
}

function shown<T extends Element>(elements: T[]): T | null {
  return elements.find(isShown) ?? elements[0] ?? null;
}

function editorsIn(scope: Scope, compiled: CompiledSurface): FoundEditor[] {
  const seen = new Set<Element>();
  const found: FoundEditor[] = [];
  for (const editor of compiled.editors) {
    for (const element of queryAll(scope, editor.selector, compiled.hosts)) {
      if (seen.has(element) || !(element instanceof HTMLElement) || !isShown(element)) continue;
      seen.add(element);
      found.push({ ...editor, element });
    }
  }
  return found;
}

/** Keeps one editor per role unless the surface is a thread; `touched` is the one the event came from. */
function choose(found: FoundEditor[], touched: Element | null): { editors: FoundEditor[]; ambiguous: boolean } {
  let ambiguous = false;
  const editors: FoundEditor[] = [];
  for (const role of ['title', 'warning', 'body'] as const) {
    const all = found.filter((editor) => editor.spec.role === role);
    const many = all.filter((editor) => editor.spec.multi);
    if (many.length) {
      editors.push(...many.sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)));
      continue;
    }
    const filled = all.filter((editor) => editorText(editor.element, editor.spec.kind) !== '');
    const kept = all.find((editor) => editor.element === touched) ?? filled[0] ?? all[0];
    if (kept) editors.push(kept);
    if (role === 'body' && filled.length > 1 && kept?.element !== touched) ambiguous = true;
  }
  return { editors, ambiguous };
}

function build(scope: Scope, compiled: CompiledSurface, touched: Element | null, control: HTMLElement | null): ComposerMatch | null {
  const { editors, ambiguous } = choose(editorsIn(scope, compiled), touched);
  if (!editors.some((editor) => editor.spec.role === 'body')) return null;
  return { compiled, adapter: compiled.adapter, scope, editors, control: control ?? shown(controlsIn(scope, compiled)), ambiguous };
}

const hasBody = (scope: Scope, compiled: CompiledSurface): boolean => editorsIn(scope, compiled).some((editor) => editor.spec.role === 'body');

/** The smallest container on the path that holds what the composer needs, or null when this is not the surface. */
function scopeOn(path: EventTarget[], compiled: CompiledSurface, needs: 'body' | 'control'): Scope | null {
  for (const node of path) {
    if (!isScope(node)) continue;
    if (compiled.scope) {
      if (isElement(node) && node.matches(compiled.scope)) return node;
    } else if (needs === 'body' ? hasBody(node, compiled) : controlsIn(node, compiled).length > 0) return node;
  }
  return null;
}

const elementsOf = (path: EventTarget[]): Element[] => path.filter(isElement);

function bySendControl(path: EventTarget[], compiled: CompiledSurface): ComposerMatch | null {
  if (!compiled.send) return null;
  const control = elementsOf(path).find((element) => isSendControl(element, compiled));
  if (!(control instanceof HTMLElement)) return null;
  const scope = scopeOn(path.slice(path.indexOf(control)), compiled, 'body');
  if (scope) return build(scope, compiled, null, control);
  // The control stands outside its container (a toolbar or dialog elsewhere on the page): only a single candidate will do.
  const elsewhere = queryAll(document, compiled.scope, compiled.hosts).filter((element) => isShown(element) && hasBody(element, compiled));
  const only = elsewhere[0];
  const match = only ? build(only, compiled, null, control) : null;
  return match && { ...match, ambiguous: match.ambiguous || elsewhere.length > 1 };
}

function byEditor(path: EventTarget[], compiled: CompiledSurface): (ComposerMatch & { touched: FoundEditor }) | null {
  for (const element of elementsOf(path)) {
    const editor = compiled.editors.find(({ selector }) => selector && element.matches(selector));
    if (!editor || !(element instanceof HTMLElement)) continue;
    const rest = path.slice(path.indexOf(element));
    const scope = scopeOn(rest, compiled, 'control') ?? (compiled.scope ? null : (element.closest('form') ?? element));
    if (!scope) return null;
    const match = scope === element ? { compiled, adapter: compiled.adapter, scope, editors: [{ ...editor, element }], control: null, ambiguous: false } : build(scope, compiled, element, null);
    return match && { ...match, touched: { ...editor, element } };
  }
  return null;
}

function firstOf<T>(all: readonly CompiledSurface[], find: (compiled: CompiledSurface) => T | null): T | null {
  const { pathname } = new URL(pageUrl());
  for (const compiled of all) {
    const match = onThisPath(compiled, pathname) ? find(compiled) : null;
    if (match) return match;
  }
  return null;
}

/** The composer whose send control is on the path. Earlier surfaces of an adapter win over later ones. */
export function composerOfControl(path: EventTarget[], all: readonly CompiledSurface[]): ComposerMatch | null {
  return firstOf(all, (compiled) => bySendControl(path, compiled));
}

/** The composer whose editor is on the path, and that editor. */
export function composerOfEditor(path: EventTarget[], all: readonly CompiledSurface[]): (ComposerMatch & { touched: FoundEditor }) | null {
  return firstOf(all, (compiled) => byEditor(path, compiled));
}

/** The composer a form submits: its submitter is the send control, or nobody knows the submitter. */
export function composerOfForm(form: HTMLFormElement, submitter: HTMLElement | null, all: readonly CompiledSurface[]): ComposerMatch | null {
  if (submitter) return composerOfControl(ancestry(submitter), all);
  return firstOf(all, (compiled) => {
    const inside = editorsIn(form, compiled).find((editor) => editor.spec.role === 'body');
    return byEditor(ancestry(inside?.element ?? form), compiled) ?? (inside ? build(form, compiled, inside.element, null) : null);
  });
}

/** From any event of the page: send control first, then editor. */
export function resolveComposer(path: EventTarget[], all: readonly CompiledSurface[]): ComposerMatch | null {
  return composerOfControl(path, all) ?? composerOfEditor(path, all);
}

/** Every composer of these surfaces that is on the page now. For restoring and for the status before anything was touched. */
export function composersOnPage(all: readonly CompiledSurface[]): ComposerMatch[] {
  const { pathname } = new URL(pageUrl());
  const taken = new Set<Element>();
  const found: ComposerMatch[] = [];
  for (const compiled of all.filter((each) => onThisPath(each, pathname))) {
    for (const editor of editorsIn(document, compiled)) {
      if (editor.spec.role !== 'body' || taken.has(editor.element)) continue;
      const match = byEditor(ancestry(editor.element), compiled);
      if (!match) continue;
      for (const each of match.editors) taken.add(each.element);
      found.push(match);
    }
  }
  return found;
}

/** The same composer as it stands now, after re-renders; null when it left the page. */
export function refresh(match: ComposerMatch): ComposerMatch | null {
  const body = match.editors.find((editor) => editor.spec.role === 'body' && isShown(editor.element));
  if (body) {
    const again = byEditor(ancestry(body.element), match.compiled);
    if (again) return { ...again, control: match.control?.isConnected && isSendControl(match.control, match.compiled) ? match.control : again.control };
  }
  const scope = match.scope;
  if (scope instanceof Document || (scope instanceof ShadowRoot ? scope.host : scope).isConnected) return build(scope, match.compiled, null, null);
  return null;
}
