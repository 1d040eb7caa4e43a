/** Hosts as the browser's permissions know them. */
import { ADAPTERS } from './index';

/** This computer's own names. Servers there speak plain http, so that is the one scheme ever asked for. With or without a port. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host);

/** Every host a built-in adapter runs on, as match patterns. */
export const BUILT_IN_HOSTS: string[] = [...new Set(ADAPTERS.flatMap((adapter) => adapter.hosts))].sort();

/** Other servers that the built-in publish calls go to: watched, never entered. */
const CALL_HOSTS: string[] = ADAPTERS.flatMap((adapter) => adapter.callHosts ?? []);

/** What the automation build is granted: all of these and the loopback's two names, where practice sites and real applications run. */
export const AUTOMATION_HOSTS: string[] = [...BUILT_IN_HOSTS, ...CALL_HOSTS, 'http://127.0.0.1/*', 'http://localhost/*'];
