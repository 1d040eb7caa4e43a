/** Facebook's one endpoint. */
import { call } from '../client';
import type { Answer } from '../client';
import type { SiteAccount } from '../people';

export function graphql(account: SiteAccount, operation: string, variables: unknown): Promise<Answer> {
  const body = new URLSearchParams({
    av: account.numericId, __user: account.numericId, fb_dtsg: 'NAcOqu', fb_api_caller_class: 'RelayModern',
    fb_api_req_friendly_name: operation, variables: JSON.stringify(variables), server_timestamps: 'true', doc_id: '9803117543072218',
  });
  return call('/api/graphql/', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-fb-friendly-name': operation }, body: body.toString() });
}
