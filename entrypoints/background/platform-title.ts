/** What people call a platform. */
import type { Desk } from '../../storage/desk';
import { findAdapter } from './coverage';

export async function platformTitle(desk: Desk, platform: string): Promise<string> {
  return (await findAdapter(desk, platform))?.adapter.title ?? platform;
}
