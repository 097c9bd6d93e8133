import { child } from "../diagnostics/origin.ts";
import type { SchemaNode } from "../ir/schema-graph.ts";
import type { Meta, PatternProperties, TypeId } from "../ir/type-graph.ts";
import { anyValues, type Types, unknownType } from "./types.ts";

/** What an object has beside the properties that it names. */
export interface Additional {
  /** The type of further properties: `undefined` where nothing was said of them. */
  readonly additional: TypeId | undefined;
  readonly patterns?: readonly PatternProperties[];
}

/**
 * `additionalProperties` and `patternProperties` (JSON Schema 2020-12 §10.3.2). A pattern that is a plain beginning, as
 * `^x-`, is what TypeScript says as well. One pattern of another form that stands alone makes a map, as its authors
 * mean; beside others what it says goes unsaid. Either is reported.
 */
export function additionalOf(
  schema: SchemaNode,
  meta: Meta,
  types: Types,
): Additional {
  const { additionalProperties: others, patternProperties: all } = schema;
  const unknown = () => unknownType(meta, anyValues, types);
  if (all.length === 0) {
    if (others === true) return { additional: unknown() };
    return {
      additional: typeof others === "string" ? types.typeOf(others) : undefined,
    };
  }
  const begun = all.map(({ pattern, schema }) => ({
    pattern,
    prefix: plainPrefix(pattern),
    values: types.typeOf(schema),
  }));
  // Names that begin as two of them say have to be as both say, which two index signatures do not say.
  const isOneOfTwo = (prefix: string) =>
    begun.filter(
      (other) =>
        other.prefix !== undefined &&
        (other.prefix.startsWith(prefix) || prefix.startsWith(other.prefix)),
    ).length > 1;
  const patterns = begun.flatMap(({ prefix, values }) =>
    prefix === undefined || isOneOfTwo(prefix) ? [] : { prefix, values },
  );
  const unsaid = begun
    .filter(({ prefix }) => !patterns.some((said) => said.prefix === prefix))
    .map(({ pattern }) => pattern);
  const report = (reading: "map" | "unknown", names: readonly string[]) =>
    types.report(
      "schema/pattern-properties",
      child(schema.origin, "patternProperties"),
      { patterns: names, reading, isClosed: others === false },
    );
  const [only, second] = begun;
  const isAlone =
    second === undefined &&
    schema.properties.length === 0 &&
    typeof others !== "string" &&
    others !== true;
  if (only !== undefined && unsaid.length > 0 && isAlone) {
    report("map", unsaid);
    return { additional: only.values };
  }
  // An index signature for all names has to hold for those of the patterns as well.
  const isWider = typeof others === "string";
  if (unsaid.length > 0 || isWider)
    report(
      "unknown",
      unsaid.length > 0 ? unsaid : begun.map(({ pattern }) => pattern),
    );
  const isOpen = unsaid.length > 0 || isWider || others === true;
  return {
    additional: isOpen ? unknown() : undefined,
    ...(patterns.length > 0 && { patterns }),
  };
}

/** `x-` of `^x-`, whatever may follow; `undefined` of any other pattern (ECMA-262, with the flag u). */
export function plainPrefix(pattern: string): string | undefined {
  const [, written] =
    /^\^((?:[^\\^$.*+?()[\]{}|]|\\[\\^$.*+?()[\]{}|/-])+)(?:\.\*\$?)?$/u.exec(
      pattern,
    ) ?? [];
  return written?.replace(/\\(.)/gu, "$1");
}
