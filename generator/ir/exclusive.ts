import type {
  Bounds,
  Condition,
  PropertyTest,
  WireType,
} from "./type-graph.ts";

/** The JSON types a condition lets through; `undefined` is any. */
export function conditionTypes(
  condition: Condition,
): readonly WireType[] | undefined {
  switch (condition.kind) {
    case "any":
      return undefined;
    case "absent":
      return [];
    case "types":
      return condition.types;
    case "literal":
      return [
        ...new Set(condition.values.map((value) => typeof value as WireType)),
      ];
    case "prefix":
    case "text":
      return ["string"];
    case "number":
      return ["number"];
    case "items":
    case "each":
    case "places":
      return ["array"];
    case "object":
    case "values":
      return ["object"];
    case "nullable": {
      const of = conditionTypes(condition.of);
      return of && [...new Set([...of, "null" as const])];
    }
    case "either": {
      const each = condition.of.map(conditionTypes);
      return each.some((one) => one === undefined)
        ? undefined
        : [...new Set(each.flatMap((one) => one ?? []))];
    }
    default:
      return condition satisfies never;
  }
}

/** Why two conditions exclude each other. */
export type Exclusion =
  "jsonType" | "literal" | "items" | "length" | "prefix" | "range";

export interface Apart {
  readonly by: Exclusion;
  /** Short of one value that meets both: an empty array, or null. */
  readonly but: "emptyArray" | "null" | undefined;
}

/** How two conditions exclude each other; `undefined` where nothing is known to. */
export function exclusive(a: Condition, b: Condition): Apart | undefined {
  if (a.kind === "nullable" || b.kind === "nullable") {
    const apart = exclusive(
      a.kind === "nullable" ? a.of : a,
      b.kind === "nullable" ? b.of : b,
    );
    const isShared = [a, b].every((each) => allowsNull(each));
    return isShared && apart !== undefined ? { ...apart, but: "null" } : apart;
  }
  if (a.kind === "either") return allApart(a.of, (each) => exclusive(each, b));
  if (b.kind === "either") return allApart(b.of, (each) => exclusive(a, each));
  const left = conditionTypes(a);
  const right = conditionTypes(b);
  if (
    left !== undefined &&
    right !== undefined &&
    !left.some((type) => right.includes(type))
  )
    return sound("jsonType");
  if (a.kind === "literal") return literalApart(a.values, b);
  if (b.kind === "literal") return literalApart(b.values, a);
  if (a.kind === "prefix" && b.kind === "prefix") {
    const meet = a.prefixes.some((x) =>
      b.prefixes.some((y) => x.startsWith(y) || y.startsWith(x)),
    );
    return meet ? undefined : sound("prefix");
  }
  if (a.kind === "number" && b.kind === "number")
    return outside(a, b) ? sound("range") : undefined;
  return arraysApart(a, b);
}

const allowsNull = (condition: Condition): boolean =>
  conditionTypes(condition)?.includes("null") ?? true;

const sound = (by: Exclusion): Apart => ({ by, but: undefined });

function allApart(
  choices: readonly Condition[],
  from: (choice: Condition) => Apart | undefined,
): Apart | undefined {
  let weakest: Apart | undefined;
  for (const choice of choices) {
    const apart = from(choice);
    if (apart === undefined) return undefined;
    if (weakest?.but === undefined)
      weakest = apart.but === undefined ? (weakest ?? apart) : apart;
  }
  return weakest;
}

function literalApart(
  values: readonly unknown[],
  other: Condition,
): Apart | undefined {
  if (values.every((value) => !meets(value, other))) return sound("literal");
  return undefined;
}

/** Whether a scalar meets a condition; where that takes more than a look, it may. */
export function meets(value: unknown, condition: Condition): boolean {
  switch (condition.kind) {
    case "literal":
      return condition.values.some((literal) => literal === value);
    case "prefix":
      return (
        typeof value === "string" &&
        condition.prefixes.some((prefix) => value.startsWith(prefix))
      );
    case "number":
      return (
        typeof value === "number" &&
        (!condition.integer || Number.isInteger(value)) &&
        !outside(condition, { min: value, max: value })
      );
    default:
      return (
        conditionTypes(condition)?.includes(typeof value as WireType) ?? true
      );
  }
}

function arraysApart(a: Condition, b: Condition): Apart | undefined {
  if (!isArray(a) || !isArray(b)) return undefined;
  if (outside(a, b)) return sound("length");
  // Places that one of them has to fill come first, as nothing else is proof.
  const filled = Math.max(a.min ?? 0, b.min ?? 0);
  const places = Array.from({ length: lastPlace(a, b) + 1 }, (_, at) => at);
  const found = places.flatMap((at) => {
    const apart = exclusive(itemAt(a, at), itemAt(b, at));
    if (apart === undefined) return [];
    if (at < filled) return [{ by: "items" as const, but: apart.but }];
    return at === 0
      ? [{ by: "items" as const, but: "emptyArray" as const }]
      : [];
  });
  return found.find(({ but }) => but === undefined) ?? found[0];
}

type ArrayCondition = Condition & { kind: "items" | "each" | "places" };
const isArray = (condition: Condition): condition is ArrayCondition =>
  condition.kind === "items" ||
  condition.kind === "each" ||
  condition.kind === "places";

/** The last place at which two arrays may differ otherwise than at the one before. */
const lastPlace = (...of: readonly ArrayCondition[]): number =>
  Math.max(
    0,
    ...of.map((each) => (each.kind === "places" ? each.of.length - 1 : 0)),
  );

function itemAt(condition: ArrayCondition, at: number): Condition {
  if (condition.kind === "items")
    return { kind: "literal", values: condition.values };
  return condition.kind === "each"
    ? condition.of
    : (condition.of[at] ?? { kind: "any" });
}

interface Range extends Bounds {
  readonly open?: "min" | "max" | "both" | undefined;
}

const outside = (a: Range, b: Range): boolean => isBelow(a, b) || isBelow(b, a);

/** Whether all of one range is below all of the other. */
function isBelow(a: Range, b: Range): boolean {
  const max = a.max ?? Infinity;
  const min = b.min ?? -Infinity;
  const isOpen =
    a.open === "max" ||
    a.open === "both" ||
    b.open === "min" ||
    b.open === "both";
  return max < min || (max === min && isOpen);
}

/** Whether no object passes both of two lists of tests. */
export const excludeEachOther = (
  a: readonly PropertyTest[],
  b: readonly PropertyTest[],
): boolean =>
  a.some((left) =>
    b.some(
      (right) =>
        left.wireName === right.wireName &&
        !(allowsAbsence(left) && allowsAbsence(right)) &&
        neverBoth(left.condition, right.condition),
    ),
  );

function neverBoth(a: Condition, b: Condition): boolean {
  const apart = exclusive(a, b);
  if (apart !== undefined) return apart.but === undefined;
  const isNullShared = a.kind === "nullable" && b.kind === "nullable";
  const left = a.kind === "nullable" ? a.of : a;
  const right = b.kind === "nullable" ? b.of : b;
  return (
    !isNullShared &&
    left.kind === "object" &&
    right.kind === "object" &&
    excludeEachOther(left.tests, right.tests)
  );
}

/** Whether an object passes that does not have the property. */
const allowsAbsence = ({ required, condition }: PropertyTest): boolean =>
  !required || isMetByAbsence(condition);

/** Whether what is not there meets the condition of a property that has to be there. */
export const isMetByAbsence = (condition: Condition): boolean =>
  condition.kind !== "any" && isMetByNothing(condition);

function isMetByNothing(condition: Condition): boolean {
  switch (condition.kind) {
    case "any":
    case "absent":
      return true;
    case "nullable":
      return isMetByNothing(condition.of);
    case "either":
      return condition.of.some(isMetByNothing);
    default:
      return false;
  }
}
