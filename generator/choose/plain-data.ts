type PlainObject = Readonly<Record<string, unknown>>;

/**
 * Every object in IR data, so that what the IR gains is looked at too. What quotes the description
 * (`examples`, `docs`) may look like anything and is left alone.
 */
export function* objectsIn(data: unknown): Generator<PlainObject> {
  const open = [data];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    if (!Array.isArray(next)) yield next as PlainObject;
    for (const [key, member] of Object.entries(next))
      if (key !== "examples" && key !== "docs") open.push(member);
  }
}
