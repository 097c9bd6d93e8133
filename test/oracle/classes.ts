import ts from "typescript";
import type { Difference } from "./differences.ts";
import { list, tagOf, type Facts } from "./facts.ts";

/** A reason for which two types differ and neither is at fault, and how it is recognised. */
export interface DifferenceClass {
  readonly name: string;
  readonly why: string;
  readonly has: (difference: Difference, facts: Facts) => boolean;
}

/** Every class; a difference is of the first that has it. */
export const classes: readonly DifferenceClass[] = [
  {
    name: "null beside a reference",
    why: "`nullable`, or a type with null, stands beside `$ref`, or `nullable` alone in a member of `allOf`: ours reads it, theirs nothing",
    has: (difference, { schemasOf }) =>
      difference.kind === "members" &&
      difference.onlyTheirs.length === 0 &&
      difference.onlyOurs.every(isNull) &&
      schemasOf(difference.property).some(
        (schema) =>
          ("$ref" in schema && maybeNull(schema)) ||
          list(schema["allOf"]).some(isBareNullable),
      ),
  },
  {
    name: "required elsewhere",
    why: "what one member of `allOf` requires, another inherits: theirs leaves it optional",
    has: (difference, { requirersOf }) =>
      difference.kind === "optional" &&
      difference.side === "theirs" &&
      requirersOf(difference.property).length > 0,
  },
  {
    name: "required, undeclared",
    why: "a property that is required and not declared is `unknown` in ours, and not there in theirs",
    has: (difference, { requirersOf }) =>
      difference.kind === "property" &&
      difference.side === "ours" &&
      isUnknown(difference.ours) &&
      requirersOf(difference.property).some(
        ({ properties }) =>
          !((difference.property ?? "") in Object(properties)),
      ),
  },
  {
    name: "read and write views",
    why: "ours leaves out what is not sent, or not received; theirs has one type for both",
    has: (difference, { oneWay }) =>
      difference.kind === "property" && oneWay.has(difference.property),
  },
  {
    name: "discriminators",
    why: "ours gives variants the tags that a discriminator says, and a base its children; theirs is asked without discriminators",
    has: (difference, { tags, schemasOf }) =>
      schemasOf(difference.property).some((each) => tagOf(each) !== undefined)
        ? difference.kind === "members"
        : tags.has(difference.property ?? "") && narrowsToLiterals(difference),
  },
  {
    name: "objects without properties",
    why: "theirs has an index signature for any of them; ours has none where another member says more, and `never` where it is closed",
    has: (difference) =>
      difference.kind === "index"
        ? difference.side === "theirs" && isUnknown(difference.theirs)
        : difference.path.endsWith("[*]") &&
          isNever(difference.ours) &&
          isUnknown(difference.theirs),
  },
  {
    name: "compositions collapsed",
    why: "theirs reads `anyOf` beside properties as one more variant, a schema without `type` as `unknown`, a list in a list twice, and no type beside `allOf`",
    has: (difference, { schemasOf }) =>
      isUnknown(difference.theirs) ||
      [difference.property, difference.around]
        .slice(0, difference.kind === "property" ? 2 : 1)
        .flatMap(schemasOf)
        .some((schema) => isComposed(schema) || isListOfLists(schema)),
  },
  {
    name: "what no type says",
    why: "the description contradicts itself, which a diagnostic says, or an index signature has to fit the properties beside it",
    has: (difference, { reported }) =>
      (difference.path.endsWith("[*]") && difference.kind !== "property") ||
      contradictions.some((code) => reported.has(code)),
  },
];

const contradictions = [
  "allof/contradiction",
  "schema/enum-not-scalar",
  "schema/enum-type",
  "schema/nothing-satisfies",
];

const isNull = ({ flags }: ts.Type): boolean =>
  (flags & ts.TypeFlags.Null) !== 0;
const isUnknown = (type: ts.Type | undefined): boolean =>
  type !== undefined && (type.flags & ts.TypeFlags.Unknown) !== 0;
const isNever = (type: ts.Type | undefined): boolean =>
  type !== undefined && (type.flags & ts.TypeFlags.Never) !== 0;

const isLiteral = ({ flags }: ts.Type): boolean =>
  (flags & ts.TypeFlags.Literal) !== 0;

/** Whether ours has literals, some of theirs or instead of a string. */
function narrowsToLiterals(difference: Difference): boolean {
  const { kind, ours, theirs } = difference;
  if (kind === "members")
    return (
      difference.onlyOurs.every(isLiteral) &&
      difference.onlyTheirs.every(isStringOrLiteral)
    );
  if (kind === "optional" || kind === "index") return false;
  return (
    ours !== undefined &&
    isLiteral(ours) &&
    (theirs === undefined || isStringOrLiteral(theirs))
  );
}

const isStringOrLiteral = (type: ts.Type): boolean =>
  isLiteral(type) || (type.flags & ts.TypeFlags.String) !== 0;

type Schema = ReturnType<Facts["schemasOf"]>[number];

const maybeNull = (schema: Schema): boolean =>
  schema["nullable"] === true || list(schema["type"]).includes("null");

const isBareNullable = (member: unknown): boolean =>
  Object(member).nullable === true && !("type" in Object(member));

const isComposed = (schema: Schema): boolean =>
  (["allOf", "anyOf", "oneOf"].some((key) => key in schema) &&
    ["type", "properties", "additionalProperties"].some(
      (key) => key in schema,
    )) ||
  [...list(schema["anyOf"]), ...list(schema["oneOf"])].some(onlyRequires);

const onlyRequires = (variant: unknown): boolean =>
  "required" in Object(variant) && !("properties" in Object(variant));

const isListOfLists = ({ items, minItems }: Schema): boolean => {
  const inner = Object(items) as Schema;
  return (
    inner["type"] === "array" &&
    (minItems !== undefined || inner["minItems"] !== undefined)
  );
};
