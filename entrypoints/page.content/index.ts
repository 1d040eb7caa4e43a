import { defineContentScript } from 'wxt/utils/define-content-script';
import { installHooks } from '../../gate/page/hooks';

/** Page world. Registered by the background for covered sites only; it carries no authority (guard.md §3.5). */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  main() {
    installHooks();
  },
});
