import type { Parameter } from "../ir/openapi.ts";

/**
 * A path template as it is sent. A fragment never is (RFC 9110 §7.1), and what stands behind one would be lost with
 * it: descriptions of RPC have one, `/#Action=List`, to give every operation a path of its own. OAS 3.1 §4.8.8 knows no
 * query in a path either: what it says of parameters that are declared in the query, `/search?q={q}`, these write
 * themselves; what else stands there is sent.
 */
export function sentPathOf(
  path: string,
  parameters: readonly Pick<Parameter, "in" | "name">[],
): string {
  const template = path.replace(/(?<!\{)#.*/su, "");
  const [before = "", query] = template.split(/\?(.*)/su);
  if (query === undefined) return template;
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
