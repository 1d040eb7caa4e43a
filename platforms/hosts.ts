/** Every host a built-in adapter runs on, as match patterns. Read by the build for the automation manifest. */
import { ADAPTERS } from './index';

export const BUILT_IN_HOSTS: string[] = [...new Set(ADAPTERS.flatMap((adapter) => adapter.hosts))].sort();
