/** What a platform id is called. Custom sites are looked up in what the page has read. */
import { ADAPTERS } from '../../../platforms';
import { useSites } from '../../stores/sites-store';

export function siteTitle(platform: string): string {
  if (platform === 'practice') return 'Practice';
  const found = ADAPTERS.find((adapter) => adapter.id === platform) ?? useSites.getState().adapters.find((row) => row.id === platform)?.adapter;
  return found?.title ?? platform;
}
