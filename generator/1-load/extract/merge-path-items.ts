import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Json } from "../../ir/source.ts";
import { equal, isArray, isObject, own } from "../json.ts";
import type { Entry, PathItem } from "./merged.ts";
import { rewriteReferences, type Rename } from "./references.ts";

/** Members of the page's root that its operations must carry themselves. */
export interface Scope {
  readonly servers?: Json;
  readonly security?: Json;
}

interface Context {
  readonly rename: Rename;
  readonly scope: Scope;
  readonly report: Report;
}

/** Adds the operations of a page, by path and then by method. */
export function mergePathItems(
  into: Map<string, PathItem>,
  from: ReadonlyMap<string, PathItem>,
  context: Context,
): void {
  for (const [path, written] of from) {
    const item = carryScope(rewrite(written, context.rename), context.scope);
    const known = into.get(path);
    into.set(
      path,
      known === undefined
        ? item
        : mergePathItem(path, known, item, context.report),
    );
  }
}

function mergePathItem(
  path: string,
  known: PathItem,
  item: PathItem,
  report: Report,
): PathItem {
  // What operations inherit from their Path Item may be shared only where both pages share it.
  const apart = inherited.filter(
    (member) =>
      !equal(known.shared.get(member)?.value, item.shared.get(member)?.value),
  );
  const kept = pushDown(known, apart);
  const added = pushDown(item, apart);
  const shared = new Map(kept.shared);
  for (const [member, entry] of added.shared) {
    const first = shared.get(member);
    if (first === undefined) shared.set(member, entry);
    else if (!equal(first.value, entry.value)) {
      const related = [
        { origin: first.origin, message: "the first page says this" },
      ];
      report(
        "extract/unequal-path-item",
        entry.origin,
        { path, member },
        related,
      );
    }
  }
  const operations = new Map(kept.operations);
  for (const [method, entry] of added.operations) {
    const first = operations.get(method);
    if (first === undefined) operations.set(method, entry);
    else if (!equal(first.value, entry.value)) {
      const operation = `${method.toUpperCase()} ${path}`;
      const related = [
        { origin: first.origin, message: "the first page gave this one" },
      ];
      report("extract/unequal-operation", entry.origin, { operation }, related);
    }
  }
  return { shared, operations };
}

/** Members of a Path Item that apply to its operations (OAS 3.1 §4.8.9). */
const inherited = ["parameters", "servers"] as const;

function pushDown(
  item: PathItem,
  members: readonly (typeof inherited)[number][],
): PathItem {
  const shared = new Map(item.shared);
  let operations = item.operations;
  for (const member of members) {
    const value = shared.get(member)?.value;
    shared.delete(member);
    if (value === undefined) continue;
    operations = mapOperations(operations, (operation) => ({
      ...operation,
      [member]:
        member === "parameters"
          ? uniteParameters(value, own(operation, "parameters"))
          : (own(operation, member) ?? value),
    }));
  }
  return { shared, operations };
}

/** A parameter of the operation replaces the Path Item's of the same name and place. */
function uniteParameters(
  inherited: Json,
  ownParameters: Json | undefined,
): Json {
  const mine = isArray(ownParameters) ? ownParameters : [];
  if (!isArray(inherited)) return mine;
  const key = (parameter: Json) =>
    isObject(parameter) && !Object.hasOwn(parameter, "$ref")
      ? JSON.stringify([own(parameter, "name"), own(parameter, "in")])
      : JSON.stringify(parameter);
  const keys = new Set(mine.map(key));
  return [
    ...inherited.filter((parameter) => !keys.has(key(parameter))),
    ...mine,
  ];
}

function carryScope(item: PathItem, scope: Scope): PathItem {
  const entries = Object.entries(scope) as [keyof Scope, Json][];
  const carried = entries.filter(
    ([member]) => !(member === "servers" && item.shared.has(member)),
  );
  const operations = mapOperations(item.operations, (operation) => ({
    ...operation,
    ...Object.fromEntries(
      carried.filter(([member]) => !Object.hasOwn(operation, member)),
    ),
  }));
  return { shared: item.shared, operations };
}

function rewrite({ shared, operations }: PathItem, rename: Rename): PathItem {
  const entry = ({ value, origin }: Entry): Entry => ({
    value: rewriteReferences(value, rename),
    origin,
  });
  const each = (entries: ReadonlyMap<string, Entry>) =>
    new Map([...entries].map(([key, value]) => [key, entry(value)]));
  return { shared: each(shared), operations: each(operations) };
}

const mapOperations = (
  operations: ReadonlyMap<string, Entry>,
  change: (operation: { readonly [key: string]: Json }) => Json,
): Map<string, Entry> =>
  new Map(
    [...operations].map(([method, { value, origin }]) => [
      method,
      { value: isObject(value) ? change(value) : value, origin },
    ]),
  );
