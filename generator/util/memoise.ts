/** The same function, which works each answer out once. For functions that depend on nothing but the key. */
export function memoise<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as V;
    const made = work(key);
    known.set(key, made);
    return made;
  };
}
