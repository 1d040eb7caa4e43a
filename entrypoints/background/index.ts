import './lock/first';
import { defineBackground } from 'wxt/utils/define-background';
import * as z from 'zod/mini';
import { startBackground } from './start';

export default defineBackground({
  type: 'module',
  main() {
    // Zod's compiled validators need eval, which the extension CSP refuses.
    z.config({ jitless: true });
    startBackground();
  },
});
