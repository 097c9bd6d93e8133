import type { Located } from "../../2-bundle/bundle.ts";
import type { Json } from "../../ir/source.ts";
import { isObject, own } from "../read.ts";
import { isAnnotation } from "./keywords.ts";
import type { SchemaContext } from "./read-schema.ts";

/**
 * The members of `anyOf` or `oneOf`. OAS 3.0 has no type for null, so authors write a member of which nothing is said
 * but that it may be null; converters of OData make it an object. By the letter that is any value, or any object, and
 * the others say nothing; beside others it is read as null, an object only beside references.
 */
export function withNullMembers(
  members: readonly Located[],
  { dialect, report }: SchemaContext,
): readonly Located[] {
  if (dialect !== "3.0") return members;
  const others = members.filter(({ value }) => nullOf(value) === undefined);
  if (others.length === 0 || others.length === members.length) return members;
  const besideReferences = others.every(
    ({ value }) => typeof own(value, "$ref") === "string",
  );
  return members.map((member) => {
    const written = nullOf(member.value);
    if (written === undefined) return member;
    if (written === "an object" && !besideReferences) return member;
    report("schema/null-member", member.origin, { written });
    return { ...member, value: { type: "null" } };
  });
}

/**
 * Whether a member of `allOf` says of all of it that it may be null, and nothing else. By the letter null would have to be valid for the
 * others too (OAS 3.0.3 §4.7.24); authors mean what `nullable` beside `allOf` means.
 */
export function isNullableByMember(members: readonly Located[]): boolean {
  const saying = members.filter(saysNull);
  return saying.length > 0 && saying.length < members.length;
}

/** The members of `allOf`, those that say of all of it that it may be null without that. */
export const withoutNullWords = (
  members: readonly Located[],
): readonly Located[] =>
  isNullableByMember(members)
    ? members.map((member) =>
        saysNull(member)
          ? { ...member, value: withoutNullable(member) }
          : member,
      )
    : members;

const saysNull = ({ value }: Located): boolean => nullOf(value) === "any value";

const withoutNullable = ({ value }: Located): Json =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter(([keyword]) => keyword !== "nullable"),
      )
    : value;

/** What a schema is by the letter that says nothing but that it may be null. */
function nullOf(value: Json): "any value" | "an object" | undefined {
  if (!isObject(value) || own(value, "nullable") !== true) return undefined;
  const said = Object.keys(value).filter(
    (keyword) => keyword !== "nullable" && !isAnnotation(keyword),
  );
  if (said.length === 0) return "any value";
  return said.length === 1 && own(value, "type") === "object"
    ? "an object"
    : undefined;
}
