/**
 * An empty form of a site that posts by loading a page. Nothing is in it to hold, and the network lock would answer it
 * with the browser's own error page, so it is stopped here and said.
 */
import type { ComposerMatch } from './composer';
import { isLocked } from './free';

/** Whether this is the moment at which the form would leave. The browser has looked at its required fields by then. */
export const leavesByForm = (type: string, { adapter, compiled }: ComposerMatch): boolean =>
  type === 'submit' && adapter.publish.some((spec) => spec.transport === 'navigation' && isLocked(spec) && compiled.surface.publish.includes(spec.id));
