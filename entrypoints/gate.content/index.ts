import { defineContentScript } from 'wxt/utils/define-content-script';
import { startGate } from './start';

/** Registered by the background for covered sites only, in all frames, before any script of the page. */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  cssInjectionMode: 'manual',
  // WXT's own context ends when the extension is updated; the gate must not: an orphaned gate keeps holding (guard.md §3.2).
  noScriptStartedPostMessage: true,
  main() {
    startGate();
  },
});
