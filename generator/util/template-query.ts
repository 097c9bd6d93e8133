import type { Parameter } from "../ir/openapi.ts";

/**
 * A path template without what it says of query parameters that are declared as such: `/search` of
 * `/search?q={q}` with `q` in the query, which then writes itself. OAS 3.1 §4.8.8 knows no query in a path;
 * what else stands there is sent.
 */
export function withoutDeclaredQuery(
  path: string,
  parameters: readonly Pick<Parameter, "in" | "name">[],
): string {
  const [before = "", query] = path.split(/\?(.*)/su);
  if (query === undefined) return path;
  const isDeclared = (place: Parameter["in"], name: string): boolean =>
    parameters.some((each) => each.in === place && each.name === name);
  const pairs = query.split("&").filter((pair) => {
    const [, name, variable] = /^([^=]*)=\{([^{}]*)\}$/u.exec(pair) ?? [];
    return (
      name === undefined ||
      variable === undefined ||
      isDeclared("path", variable) ||
      !isDeclared("query", name)
    );
  });
  return [before, ...(pairs.length > 0 ? [pairs.join("&")] : [])].join("?");
}
