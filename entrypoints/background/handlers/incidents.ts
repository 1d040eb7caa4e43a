/** What a gate reports about calls it refused. */
import { refuse } from '../../../storage/commit';
import type { Handler } from '../serve';

/** Only a gate on a covered site reports. Nothing is decided by it: the call was refused already. */
export const blocked: Handler<'gate.blocked'> = async ({ platform }, { sites }) => {
  if (!sites.some((site) => site.platform === platform)) return refuse('not-covered', `"${platform}" is not covered here.`);
  return { ok: true, value: null };
};
