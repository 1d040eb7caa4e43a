import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchPosts } from '../../gate/posts/watch';
import { ask, isOrphaned } from '../../runtime/client';

const HERE = Symbol.for('countersign:posts');

/** Brought in by the background on covered sites that list an account's own posts. */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  main() {
    const shared = globalThis as { [HERE]?: AbortController };
    shared[HERE]?.abort();
    const stop = (shared[HERE] = new AbortController());
    void watchPosts({ ask, orphaned: isOrphaned, signal: stop.signal });
  },
});
