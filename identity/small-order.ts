/**
 * Public keys of small order on edwards25519. With such a key one signature fits many messages, so it is never a
 * person's key. The list holds the y-coordinates of all points whose order divides 8, with the two
 * non-canonical spellings (p and p + 1); RFC 8032 §5.1.7 leaves this check to the application.
 */
import { toHex } from './bytes';

const SMALL_ORDER_Y = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** The sign bit of x is left out: both points with this y have the same order. */
export function hasSmallOrder(publicKey: Uint8Array): boolean {
  const y = new Uint8Array(publicKey);
  y[31] = (y[31] ?? 0) & 0x7f;
  return SMALL_ORDER_Y.has(toHex(y));
}
