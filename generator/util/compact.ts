/** Drops members that are `undefined`, so that absent stays absent. */
export function compact<T extends object>(value: {
  [K in keyof T]: T[K] | undefined;
}): T {
  const kept: Partial<T> = {};
  for (const name in value) {
    if (value[name] !== undefined) kept[name] = value[name];
  }
  return kept as T;
}
