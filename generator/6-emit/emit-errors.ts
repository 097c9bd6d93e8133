import { StructureKind, type TypeAliasDeclarationStructure } from "ts-morph";
import type { Name } from "../ir/declaration-plan.ts";
import type { ErrorPlan, FailurePlan } from "../ir/operation-plan.ts";
import { literal } from "./literal.ts";
import type { Printer } from "./printer.ts";

const type = (module: string, name: string): Name => ({
  name,
  module: `runtime/${module}`,
  typeOnly: true,
});

/** The errors of one operation: an arm for each documented status, and the rest (DESIGN §2). */
export function errorAlias(
  of: ErrorPlan,
  printer: Printer,
): TypeAliasDeclarationStructure {
  const apiError = printer.name(type("errors", "ApiError"));
  const range = (status: string) =>
    `${printer.name(type("status", "RangeStatus"))}<${literal(status)}>`;
  const exact = of.documented.map(String);
  const within = (range: string) =>
    exact.filter((status) => status[0] === range[0]);
  const failure = (statuses: string, { body, headers }: FailurePlan): string =>
    `${apiError}<${statuses}, ${printer.type(body)}${headers === undefined ? "" : `, ${printer.name(headers)}`}>`;
  const arms = of.arms.map((arm) => {
    const { status } = arm;
    if (typeof status === "number") return failure(String(status), arm);
    const apart = within(status);
    const statuses =
      apart.length === 0
        ? range(status)
        : `Exclude<${range(status)}, ${apart.join(" | ")}>`;
    return failure(statuses, arm);
  });
  const other = printer.name(type("status", "OtherStatus"));
  const known = [...exact, ...of.ranges.map(range)];
  const rest = failure(
    `${other}${known.length === 0 ? "" : `<${known.join(" | ")}>`}`,
    of.otherwise,
  );
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name: of.name.name,
    leadingTrivia: "\n",
    type: [...arms, rest, printer.name(type("errors", "RequestError"))].join(
      " | ",
    ),
  };
}
