/** What pages show about the protection level. */
import { readManaged } from '../../../storage/queries/managed';
import { checkProtection, protectionNow } from '../protection/level';
import type { Handler } from '../serve';

export const view: Handler<'protection.view'> = async ({ again }) => ({
  ok: true,
  value: { protection: again ? await checkProtection() : await protectionNow(), managed: await readManaged() },
});
