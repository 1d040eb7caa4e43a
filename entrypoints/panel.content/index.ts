import { defineContentScript } from 'wxt/utils/define-content-script';
import { act } from '../../gate/actions';
import { bringBack } from '../../gate/bring-back';
import { useRootOf } from '../../gate/dom';
import { mountPanel } from '../../gate/panel/mount';
import { isOwn } from '../../gate/panel/own';
import { leavePart } from '../../gate/parts';
import { isOrphaned } from '../../runtime/client';
import { anyShadowRoot } from '../../runtime/shadow-root';

/** Brought in by the background when a person first uses a composer, or when a draft belongs into this page. */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  main() {
    useRootOf((host) => (isOwn(host) ? null : anyShadowRoot(host)));
    leavePart('panel', { mount: (options) => mountPanel({ orphaned: isOrphaned, ...options }), act, bringBack });
  },
});
