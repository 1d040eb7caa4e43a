/** Every way of guard.md §3.1, in the order of its table. */
import type { Way } from '../way';
import { CALLS } from './calls';
import { FORMS } from './forms';
import { FRAMES } from './frames';
import { LEAVING } from './leaving';
import { PRESSES } from './presses';
import { SOCKETS } from './sockets';
import { WORKERS } from './workers';

export const WAYS: readonly Way[] = [...FORMS, ...PRESSES, ...CALLS, ...LEAVING, ...SOCKETS, ...WORKERS, ...FRAMES];
