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
  // Chooses WXT's bare wrapper, nothing more: its own context ends when the extension is updated, and an orphaned gate keeps
  // holding (guard.md §3.2). The background registers this script for the isolated world (registration.ts).
  world: 'MAIN',
  main() {
    startGate();
  },
});
