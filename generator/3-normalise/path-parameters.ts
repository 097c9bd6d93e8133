import type { Report } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../diagnostics/origin.ts";
import type { Operation, Parameter } from "../ir/openapi.ts";
import { parameterKey } from "./once-each.ts";
import { sentPathOf } from "./sent-path.ts";

/** A parameter of the operation stands in for one of the path item with the same name and place. */
export function override(
  shared: readonly Parameter[],
  own: readonly Parameter[],
): readonly Parameter[] {
  const same = (a: Parameter, b: Parameter) =>
    parameterKey(a.name, a.in) === parameterKey(b.name, b.in);
  return [
    ...shared.map(
      (parameter) =>
        own.findLast((other) => same(other, parameter)) ?? parameter,
    ),
    ...own.filter(
      (parameter) => !shared.some((other) => same(other, parameter)),
    ),
  ];
}

/** The template that is sent, and as path parameters those that are in it: undeclared ones added, others left out. */
export function completePath(
  path: string,
  origin: Origin,
  parameters: readonly Parameter[],
  report: Report,
): Pick<Operation, "sentPath" | "parameters"> {
  const sentPath = sentPathOf(path, parameters);
  const names = [
    ...new Set(
      [...sentPath.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ""),
    ),
  ];
  const declared = new Set(
    parameters.filter((p) => p.in === "path").map((p) => p.name),
  );
  const kept = parameters.filter((parameter) => {
    if (parameter.in !== "path" || names.includes(parameter.name)) return true;
    report("operation/parameter-not-in-path", parameter.origin, {
      name: parameter.name,
      path,
    });
    return false;
  });
  const added = names
    .filter((name) => !declared.has(name))
    .map((name): Parameter => {
      report("operation/undeclared-path-parameter", origin, { name, path });
      return undeclared(name, origin);
    });
  return { sentPath, parameters: [...added, ...kept] };
}

const undeclared = (name: string, origin: Origin): Parameter => ({
  origin,
  name,
  in: "path",
  required: true,
  style: "simple",
  implicitStyle: true,
  explode: false,
  allowReserved: false,
  schema: undefined,
  description: undefined,
  deprecated: false,
  examples: [],
});
