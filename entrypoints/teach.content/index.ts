import { defineContentScript } from 'wxt/utils/define-content-script';
import { useRootOf } from '../../gate/dom';
import { leavePart } from '../../gate/parts';
import { startTeaching } from '../../gate/teach';
import { anyShadowRoot } from '../../runtime/shadow-root';

/** Brought in by the background when somebody teaches this page. */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  main() {
    useRootOf(anyShadowRoot);
    leavePart('teach', startTeaching);
  },
});
