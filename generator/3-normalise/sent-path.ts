import type { Parameter } from "../ir/openapi.ts";

/**
 * A path template as it is sent. A fragment never is (RFC 9110 §7.1), and what stands behind one would be lost with
 * it: descriptions of RPC have one, `/#Action=List`, to give every operation a path of its own. OAS 3.1 §4.8.8 knows no
 * query in a path either: what it says of parameters that are declared in the query, and so write themselves, is left
 * out: `/search?q={q}`, and `/jobs?view=status` where every caller has to give a `view`. What else stands there is sent.
 */
export function sentPathOf(
  path: string,
  parameters: readonly Pick<Parameter, "in" | "name" | "required">[],
): string {
  const template = path.replace(/(?<!\{)#.*/su, "");
  const [before = "", query] = template.split(/\?(.*)/su);
  if (query === undefined) return template;
  const declared = (place: Parameter["in"], name: string) =>
    parameters.find((each) => each.in === place && each.name === name);
  const pairs = query.split("&").filter((pair) => {
    const [, name = "", value = ""] = /^([^=]*)=?(.*)$/su.exec(pair) ?? [];
    const parameter = declared("query", name);
    const [, variable] = /^\{([^{}]*)\}$/u.exec(value) ?? [];
    const writesItself =
      variable === undefined
        ? parameter?.required && !/[{}]/u.test(value)
        : parameter && !declared("path", variable);
    return !writesItself;
  });
  return [before, ...(pairs.length > 0 ? [pairs.join("&")] : [])].join("?");
}
