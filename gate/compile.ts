/** Adapters prepared for events: selectors joined and checked once, not at every click. */
import type { Adapter, EditorSpec, SurfaceSpec } from '../platforms/schema';
import { isPagePattern, usable } from './dom';
import { cleanLabel } from './text';

export interface CompiledEditor {
  spec: EditorSpec;
  selector: string;
}

export interface CompiledSurface {
  adapter: Adapter;
  surface: SurfaceSpec;
  editors: CompiledEditor[];
  /** '' when the site has no send control. */
  send: string;
  /** Exact names, lower-case; empty when attributes alone tell the control. */
  labels: ReadonlySet<string>;
  exclude: string;
  scope: string;
  hosts: readonly string[];
  previews: string;
}

function compile(adapter: Adapter, surface: SurfaceSpec): CompiledSurface {
  const names = Object.values(surface.send.labels ?? {}).flat();
  const send = usable(surface.send.selectors);
  return {
    adapter,
    surface,
    editors: surface.editors.map((spec) => ({ spec, selector: usable(spec.selectors) })),
    send: send || (names.length ? 'button,[role="button"],input[type="submit"]' : ''),
    labels: new Set(names.map((name) => cleanLabel(name).toLowerCase())),
    exclude: usable(surface.send.exclude),
    scope: usable(surface.scope),
    hosts: surface.shadowHosts ?? [],
    previews: usable(surface.attachments?.previews),
  };
}

export function compileAdapters(adapters: readonly Adapter[]): CompiledSurface[] {
  return adapters.flatMap((adapter) => adapter.surfaces.map((surface) => compile(adapter, surface)));
}

export function onThisPath(compiled: CompiledSurface, pathname: string): boolean {
  return compiled.surface.paths?.some((pattern) => isPagePattern(pattern, pathname)) ?? true;
}
