import type { Report } from "../../diagnostics/diagnostic.ts";
import { ruleFault } from "../../ir/check-rule.ts";
import type { Api, Operation } from "../../ir/openapi.ts";
import type { DeclaredPages } from "../../ir/page-rule.ts";
import type { GenerateOptions } from "../../options.ts";

/** The rule of the config for an operation, else that of its description. A rule for no operation is reported. */
export function declaredBy(
  api: Api,
  rules: NonNullable<GenerateOptions["pagination"]>,
  report: Report,
): (operation: Operation) => DeclaredPages | undefined {
  const keysOf = ({ method, operationId, path }: Operation) => [
    ...(operationId === undefined ? [] : [operationId]),
    `${method} ${path}`,
  ];
  const known = new Set(api.operations.flatMap(keysOf));
  const paths = { source: api.source, pointer: "/paths" };
  for (const key of Object.keys(rules))
    if (!known.has(key))
      report("pagination/unknown-operation", paths, {
        key: JSON.stringify(key),
        near: nearTo(key, known),
      });
  return (operation) => {
    const key = keysOf(operation).find((each) => Object.hasOwn(rules, each));
    if (key === undefined) return operation.declaredPages;
    const rule = rules[key] as NonNullable<(typeof rules)[string]>;
    return {
      by: "the config",
      origin: operation.origin,
      rule: ruleFault(rule) ?? rule,
      isLoose: false,
    };
  };
}

/** The same name in other letters, which is what a misspelling mostly is. */
function nearTo(key: string, known: ReadonlySet<string>): string {
  const plain = (text: string) =>
    text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  const near = [...known].find((each) => plain(each) === plain(key));
  return near === undefined ? "" : `; it could be ${JSON.stringify(near)}`;
}
