/** Sites the organisation requires: covered as soon as the browser allows them, and again after anything switched them off. */
import { readManaged } from '../../../storage/queries/managed';
import type { Desk } from '../../../storage/desk';
import { readWorkspace } from '../../../storage/read-rows';
import { coverNow } from '../handlers/sites';

/** Does nothing before there is a workspace. A site that cannot be covered yet is tried again at the next start or grant. */
export async function coverRequired(desk: Desk): Promise<void> {
  const { requiredSites = [] } = (await readManaged()).values;
  if (requiredSites.length === 0 || !(await readWorkspace(desk.db))) return;
  for (const { platform, host } of requiredSites) {
    const covered = await coverNow(desk, 'device', platform, host ?? null);
    if (!covered.ok) console.warn(`Countersign: ${platform} is required by the organisation and not covered. ${covered.detail}`);
  }
}
