import { exclusive, type Exclusion } from "../../ir/exclusive.ts";
import type { ObjectNode, Property, TypeId } from "../../ir/type-graph.ts";
import { conditionOf } from "./conditions.ts";
import { propertyOf, type Nodes } from "./nodes.ts";
import { rulesOut } from "./rules-out.ts";

/**
 * Why a value of one variant fails a test of another.
 *
 * `sound`: every value of the variant does. The others are evidence: `emptyArray` and `null`, every
 * value but one that has just that at the path; `otherType`, every value that has an object where neither
 * variant says that it has to be one; `presence`, a value that carries no property it was
 * not declared with; `sharedLiteral`, a value whose
 * literal is not one that both have; `optionalTag`, a value that carries its tag; `optionalPresence`, a value that
 * leaves out what it may leave out.
 */
export type Strength =
  | {
      readonly kind: "sound";
      readonly by: Exclusion | "absent";
      readonly path: readonly string[];
    }
  | { readonly kind: Evidence; readonly path: readonly string[] };

export type Evidence =
  | "emptyArray"
  | "null"
  | "otherType"
  | "presence"
  | "sharedLiteral"
  | "optionalTag"
  | "optionalPresence";

/** Whether, and why, values of `of` fail the test that `tested` makes of the property at `path`. */
export function strikes(
  of: ObjectNode,
  tested: ObjectNode,
  path: readonly string[],
  types: Nodes,
): Strength | undefined {
  const [wireName] = path;
  if (wireName === undefined) return undefined;
  const test = propertyOf(tested, wireName);
  const value = propertyOf(of, wireName);
  const found =
    path.length > 1
      ? nested(value, test, path.slice(1), types)
      : atProperty(wireName, of, tested, value, test, types);
  return found && { ...found, path };
}

type Found =
  | { readonly kind: "sound"; readonly by: Exclusion | "absent" }
  | { readonly kind: Evidence };

function atProperty(
  wireName: string,
  of: ObjectNode,
  tested: ObjectNode,
  value: Property | undefined,
  test: Property | undefined,
  types: Nodes,
): Found | undefined {
  if (test === undefined) {
    // A closed variant cannot have it: where it is required, that is proof.
    return rulesOut(tested, wireName) && value?.required
      ? { kind: "sound", by: "absent" }
      : undefined;
  }
  if (value === undefined) {
    if (!test.required) return undefined;
    return rulesOut(of, wireName)
      ? { kind: "sound", by: "absent" }
      : { kind: "presence" };
  }
  const isThere = value.required || test.required;
  if (isNever(value, types) || isNever(test, types)) {
    const isBoth = isNever(value, types) && isNever(test, types);
    return isThere && !isBoth ? { kind: "sound", by: "absent" } : undefined;
  }
  const apart = exclusive(
    conditionOf(value.type, types, 1),
    conditionOf(test.type, types, 1),
  );
  if (apart?.but !== undefined)
    return isThere ? { kind: apart.but } : undefined;
  if (apart !== undefined)
    return isThere ? { kind: "sound", by: apart.by } : { kind: "optionalTag" };
  if (isThere && mostlyUnshared(value, test, types))
    return { kind: "sharedLiteral" };
  return test.required && !value.required
    ? { kind: "optionalPresence" }
    : undefined;
}

/** Whether a property is declared as one that is never there. */
const isNever = ({ type }: Property, types: Nodes): boolean =>
  types.node(type).kind === "never";

/** Whether at least half of a property's literals are none of the other's. */
function mostlyUnshared(
  value: Property,
  test: Property,
  types: Nodes,
): boolean {
  const a = conditionOf(value.type, types, 0);
  const b = conditionOf(test.type, types, 0);
  if (a.kind !== "literal" || b.kind !== "literal") return false;
  const own = a.values.filter((literal) => !b.values.includes(literal));
  return own.length * 2 >= a.values.length;
}

/** Inside the objects of a property that both have. */
function nested(
  value: Property | undefined,
  test: Property | undefined,
  path: readonly string[],
  types: Nodes,
): Found | undefined {
  if (value === undefined || test === undefined) return undefined;
  const inside = objectBehind(value.type, types);
  const testedInside = objectBehind(test.type, types);
  if (
    inside === undefined ||
    testedInside === undefined ||
    inside.id === testedInside.id
  )
    return undefined;
  const found = strikes(
    closedOnly(inside),
    closedOnly(testedInside),
    path,
    types,
  );
  if (
    found === undefined ||
    found.kind === "presence" ||
    found.kind === "optionalPresence"
  )
    return undefined;
  if (!value.required && !test.required) return { kind: "optionalTag" };
  if (isAssumed(value.type, types) && isAssumed(test.type, types))
    return { kind: "otherType" };
  return allowsNull(value.type, types) && allowsNull(test.type, types)
    ? { kind: "null" }
    : found;
}

/** What patterns leave out is tested at the variant itself: conditions of what is inside do not say it. */
const closedOnly = ({ closedBut: _, ...object }: ObjectNode): ObjectNode =>
  object;

function isAssumed(type: TypeId, types: Nodes): boolean {
  const node = types.node(type);
  return node.kind === "nullable"
    ? isAssumed(node.of, types)
    : node.assumed === true;
}

/** Of an object, or null: what no `type` says to be an object may be null too. */
const allowsNull = (type: TypeId, types: Nodes): boolean =>
  types.node(type).kind === "nullable" || isAssumed(type, types);

function objectBehind(type: TypeId, types: Nodes): ObjectNode | undefined {
  const node = types.node(type);
  if (node.kind === "nullable") return objectBehind(node.of, types);
  return node.kind === "object" ? node : undefined;
}

/** Every path of so many properties at which at least two of the objects may differ. */
export function pathsOf(
  objects: readonly ObjectNode[],
  length: number,
  types: Nodes,
): readonly (readonly string[])[] {
  const names = [
    ...new Set(
      objects.flatMap((object) =>
        object.properties.map(({ wireName }) => wireName),
      ),
    ),
  ];
  if (length === 1) return names.map((name) => [name]);
  return names.flatMap((name) => {
    const inside = objects.flatMap((object) => {
      const property = propertyOf(object, name);
      return (property && objectBehind(property.type, types)) ?? [];
    });
    return inside.length < 2
      ? []
      : pathsOf(inside, length - 1, types).map((path) => [name, ...path]);
  });
}
