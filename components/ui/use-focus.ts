import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** For a field that a press has just brought up: the person wants to type there. */
export function useFocusOnMount<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}
