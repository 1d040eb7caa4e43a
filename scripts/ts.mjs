/**
 * Lets Node run this project's TypeScript as it is: Node strips the types itself, this only finds
 * `./file` as `./file.ts`. Used as `node --import ./scripts/ts.mjs scripts/name.ts`.
 */
import { existsSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  resolve(specifier, context, next) {
    if (/^\.{1,2}\//.test(specifier) && context.parentURL?.startsWith('file:') && !context.parentURL.includes('/node_modules/')) {
      const plain = fileURLToPath(new URL(specifier, context.parentURL));
      if (!existsSync(plain) || statSync(plain).isDirectory()) {
        for (const ending of ['.ts', '/index.ts']) {
          if (existsSync(plain + ending)) return next(specifier + ending, context);
        }
      }
    }
    return next(specifier, context);
  },
});
