import { defineContentScript } from 'wxt/utils/define-content-script';
import { mountPanel } from '../../gate/panel/mount';
import { leavePart } from '../../gate/parts';
import { isOrphaned } from '../../runtime/client';

/** Brought in by the background when a person first uses a composer. */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  main() {
    leavePart('panel', (options) => mountPanel({ orphaned: isOrphaned, ...options }));
  },
});
