/** Brings a part of the gate into the frame that asks for it; see gate/parts.ts. */
import { browser } from '../../../runtime/browser';
import { refuse } from '../../../storage/commit';
import type { Handler } from '../serve';

export const load: Handler<'gate.load'> = async ({ part }, { caller }) => {
  if (caller.from !== 'gate') return refuse('not-allowed', 'Only a gate asks for its parts.');
  try {
    await browser.scripting.executeScript({ target: { tabId: caller.tabId, frameIds: [caller.frameId] }, files: [`content-scripts/${part}.js`], injectImmediately: true } as never);
    return { ok: true, value: null };
  } catch {
    return refuse('no-permission', 'The browser does not let Countersign run in this frame.');
  }
};
