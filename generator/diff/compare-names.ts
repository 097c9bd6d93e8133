import type { Declaration, Name } from "../ir/declaration-plan.ts";
import type { OperationPlan } from "../ir/operation-plan.ts";
import type { OperationPairs } from "./compare-operations.ts";
import { compareDeclared } from "./compare-types.ts";
import type { At, Comparison } from "./comparison.ts";
import { namesByDirection } from "./names-by-direction.ts";
import type { DeclaredType, Side } from "./side.ts";

/**
 * What callers import by name. Types are compared where they stand, so what is left to say is which names are
 * gone; one that stood where another stands now, of equal structure, has been renamed.
 */
export function compareNames(
  operations: OperationPairs,
  comparison: Comparison,
): void {
  const { old, new: now, report } = comparison;
  const own = ownNames(operations);
  const directions = namesByDirection(old);
  const renames = new Set<string>();
  for (const [name, type] of old.types) {
    const same = now.types.get(name);
    if (same !== undefined) {
      for (const direction of directions.get(name) ?? unused)
        compareDeclared(type.name, same.name, direction, comparison);
      continue;
    }
    if (own.has(name)) continue;
    const renamed = renameOf(type, comparison);
    const at: At = { subject: name, old: type.origin, new: renamed?.origin };
    if (renamed === undefined) report("name-removed", at);
    else {
      renames.add(renamed.name.name);
      report("name-renamed", at, { before: name, after: renamed.name.name });
    }
  }
  for (const [name, tool] of old.tools) {
    const same = now.tools.get(name);
    if (same === undefined)
      for (const each of exportsOf(tool))
        report("name-removed", {
          subject: each,
          old: undefined,
          new: undefined,
        });
    else compareTools(tool, same, comparison);
  }
  for (const [name, type] of now.types)
    if (!renames.has(name) && isNewName(name, type, comparison))
      report("name-added", { subject: name, old: undefined, new: type.origin });
}

/** What no operation leads to is read, if anything. */
const unused = ["received"] as const;
const both = ["received", "sent"] as const;

/** A component that nothing was called before; what comes with an operation is said there. */
function isNewName(
  name: string,
  type: DeclaredType,
  { old }: Comparison,
): boolean {
  const pointer = type.origin?.pointer ?? "";
  const isComponent = /^\/(components\/schemas|definitions)\/[^/]+$/.test(
    pointer,
  );
  return !old.types.has(name) && isComponent;
}

/** Names that go with their function. */
function ownNames({ kept, gone }: OperationPairs): ReadonlySet<string> {
  const renamed = kept.flatMap(([old, now]) =>
    old.name.name === now.name.name &&
    (old.params === undefined || now.params !== undefined)
      ? []
      : [old],
  );
  return new Set([...gone, ...renamed].flatMap(namesOf));
}

const namesOf = ({ params, error }: OperationPlan): readonly string[] =>
  [params?.name, params?.declaration.name, error.name].flatMap(
    (name: Name | undefined) => name?.name ?? [],
  );

/** A new name that has stood in its place, and has the same structure in both directions. */
function renameOf(
  { name }: DeclaredType,
  comparison: Comparison,
): DeclaredType | undefined {
  const { new: now, old, isMet, trial } = comparison;
  for (const type of now.types.values()) {
    if (old.types.has(type.name.name) || !isMet(name.name, type.name.name))
      continue;
    const { changes } = trial((within) => {
      for (const direction of both)
        compareDeclared(name, type.name, direction, within);
    });
    if (changes.size === 0) return type;
  }
  return undefined;
}

/** What a declaration of functions exports. */
function exportsOf(tool: Declaration): readonly string[] {
  switch (tool.kind) {
    case "guards":
      return [tool.name.name, ...tool.cases.map(({ guard }) => guard.name)];
    case "shape":
    case "interface":
    case "alias":
      return [tool.name.name];
    default:
      return tool satisfies never;
  }
}

/** The functions that tell variants apart where the client adds no tag. */
function compareTools(
  old: Declaration,
  now: Declaration,
  { report }: Comparison,
): void {
  if (old.kind !== "guards" || now.kind !== "guards") return;
  const at: At = { subject: old.name.name, old: undefined, new: undefined };
  const labels = (of: typeof old) => of.cases.map(({ label }) => label);
  for (const label of labels(old))
    if (!labels(now).includes(label))
      report("guard-removed", at, { before: label });
  for (const label of labels(now))
    if (!labels(old).includes(label))
      report("guard-added", at, { after: label });
  const guards = now.cases.map(({ guard }) => guard.name);
  for (const { guard } of old.cases)
    if (!guards.includes(guard.name))
      report("name-removed", { ...at, subject: guard.name });
}
