import { type PageStrategy, type Path, valueAt } from "./page-strategy.js";

/** A strategy whose parameter stands in an object of `params`: in the request body, in a query object. */
export function within(path: Path, strategy: PageStrategy): PageStrategy {
  return {
    ...strategy,
    next: (page) =>
      strategy.next({ ...page, params: objectAt(page.params, path) }),
    continueAt: (params, token) =>
      changeAt(params, path, (inner) => strategy.continueAt(inner, token)),
  };
}

const objectAt = (params: object | undefined, path: Path): object => {
  const value = valueAt(params, path);
  return typeof value === "object" && value !== null ? value : {};
};

/** A copy with the object at the path changed; whatever stands beside the path is kept. */
function changeAt<T extends object | undefined>(
  value: T,
  [key, ...rest]: Path,
  change: (inner: object) => object,
): T {
  if (key === undefined) return change(value ?? {}) as T; // a copy of what it was given
  const inner = changeAt(objectAt(value, [key]), rest, change);
  return { ...value, [key]: inner };
}
