/** How data/vectors is laid out: one word a line, and a row of bytes for each in the same order. */
import { fileURLToPath } from 'node:url';

export const VECTORS = fileURLToPath(new URL('../../data/vectors/', import.meta.url));
/** Numbers per word. */
export const DIMENSIONS = 100;
/** One stands for this many steps of a byte. */
export const STEPS = 24;
