/**
 * Aho–Corasick over UTF-16 units in one table (Aho and Corasick, 1975): every place where any of many strings occurs,
 * in one walk. Case of ASCII letters is ignored. Characters that no string uses share one class, which keeps the table small.
 */
export interface Automaton {
  /** Calls `hit(index of the string, end offset)`; more than one string may end at one place. */
  walk(text: string, hit: (index: number, end: number) => void): void;
}

const fresh = (size: number) => new Int32Array(size);

export function buildAutomaton(strings: readonly string[]): Automaton {
  const classOf = new Uint16Array(65_536);
  let classes = 1;
  let total = 1;
  for (const text of strings) {
    total += text.length;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (classOf[code] === 0) {
        classOf[code] = classes;
        if (code >= 97 && code <= 122) classOf[code - 32] = classes;
        classes += 1;
      }
    }
  }
  // Two signs fold to a letter although they are no ASCII: the Kelvin sign and the long s.
  classOf[0x212a] = classOf[107] as number;
  classOf[0x17f] = classOf[115] as number;
  let next = fresh(total * classes).fill(-1);
  /** First string that ends in a state, and the next one that ends in the same state. */
  const ends = fresh(total).fill(-1);
  const sameEnd = fresh(strings.length).fill(-1);
  let states = 1;
  strings.forEach((text, index) => {
    let state = 0;
    for (let i = 0; i < text.length; i += 1) {
      const slot = state * classes + (classOf[text.charCodeAt(i)] as number);
      if (next[slot] === -1) {
        next[slot] = states;
        states += 1;
      }
      state = next[slot] as number;
    }
    if (text === '') return;
    sameEnd[index] = ends[state] as number;
    ends[state] = index;
  });
  next = next.slice(0, states * classes);
  const fail = fresh(states);
  /** Nearest state along the failure links in which a string ends; 0 for none. */
  const also = fresh(states);
  const queue = fresh(states);
  let filled = 0;
  for (let kind = 0; kind < classes; kind += 1) {
    if ((next[kind] as number) > 0) {
      queue[filled] = next[kind] as number;
      filled += 1;
    } else next[kind] = 0;
  }
  for (let i = 0; i < filled; i += 1) {
    const state = queue[i] as number;
    const back = fail[state] as number;
    also[state] = (ends[back] as number) >= 0 ? back : (also[back] as number);
    for (let kind = 0; kind < classes; kind += 1) {
      const slot = state * classes + kind;
      const child = next[slot] as number;
      const other = next[back * classes + kind] as number;
      if (child > 0) {
        fail[child] = other;
        queue[filled] = child;
        filled += 1;
      } else next[slot] = other;
    }
  }
  return {
    walk(text, hit) {
      let state = 0;
      for (let i = 0; i < text.length; i += 1) {
        state = next[state * classes + (classOf[text.charCodeAt(i)] as number)] as number;
        if (state === 0) continue;
        for (let at = (ends[state] as number) >= 0 ? state : (also[state] as number); at > 0; at = also[at] as number) {
          for (let index = ends[at] as number; index >= 0; index = sameEnd[index] as number) hit(index, i + 1);
        }
      }
    },
  };
}
