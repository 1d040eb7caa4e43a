/**
 * The extension API as the browser gives it, for scripts inside a site: the polyfill would be a tenth of their size,
 * and messages are promises in every browser this build supports.
 */
type Listener = (message: unknown, sender: { id?: string }, respond: (answer: unknown) => void) => true | undefined;

interface NativeRuntime {
  id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
}

const api = globalThis as { browser?: { runtime?: NativeRuntime }; chrome?: { runtime?: NativeRuntime } };

/** Asked again each time: the object goes away when the extension is updated under the page. */
export function nativeRuntime(): NativeRuntime | undefined {
  return api.browser?.runtime ?? api.chrome?.runtime;
}
