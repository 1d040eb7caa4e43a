/** JSON of a body. A name that occurs twice in one object is refused: two readers may see two different texts in it. */

/** Whether any object of this valid JSON text names a property twice. */
function namesTwice(text: string): boolean {
  const objects: (Set<string> | null)[] = [];
  let at = 0;
  let expectsName = false;
  while (at < text.length) {
    const char = text[at];
    if (char === '"') {
      const start = at;
      for (at += 1; text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
      const names = objects.at(-1);
      if (expectsName && names) {
        const name = JSON.parse(text.slice(start, at + 1)) as string;
        if (names.has(name)) return true;
        names.add(name);
      }
      expectsName = false;
    } else if (char === '{') {
      objects.push(new Set());
      expectsName = true;
    } else if (char === '[') objects.push(null);
    else if (char === '}' || char === ']') objects.pop();
    else if (char === ',') expectsName = objects.at(-1) !== null;
    at += 1;
  }
  return false;
}

export type Json = { ok: true; value: unknown } | { ok: false; reason: 'not-json' | 'ambiguous' };

export function readJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return namesTwice(text) ? { ok: false, reason: 'ambiguous' } : { ok: true, value };
  } catch {
    return { ok: false, reason: 'not-json' };
  }
}
