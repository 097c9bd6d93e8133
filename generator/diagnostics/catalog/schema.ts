import { define } from "../definition.ts";

/** What can be wrong with a Schema Object, and the choices made while reading one. */
export const schemaCatalog = {
  "schema/not-a-schema": define<{ found: string }>({
    severity: "warning",
    message: (p) =>
      `a schema stands here as ${p.found}; read as one that says nothing`,
    help: "write an object or a boolean",
  }),
  "schema/unknown-type": define<{ type: string }>({
    severity: "warning",
    message: (p) =>
      `JSON Schema has no type ${JSON.stringify(p.type)}; read as if no type were given`,
    help: "use null, boolean, integer, number, string, array or object",
  }),
  "schema/undefined-type": define<{ isAlone: boolean }>({
    severity: "info",
    message: (p) =>
      p.isAlone
        ? "JSON has no undefined; read as a value that is never there"
        : "JSON has no undefined; left out among the types",
    help: "take it out, and the property out of required",
  }),
  "schema/null-type": define<object>({
    severity: "info",
    message: () =>
      `type has null where the name of a type should stand; read as "null"`,
    help: `write "null", in quotes: without them it is no text in YAML`,
  }),
  "schema/null-member": define<{ written: "any value" | "an object" }>({
    severity: "info",
    message: (p) =>
      `by the letter ${p.written} may stand here; as nothing else is said of it than nullable, it is read as null`,
    help: 'write nullable: true beside the choice, or, in OpenAPI 3.1, type: "null" as its member',
  }),
  "schema/unknown-keyword": define<{ keyword: string }>({
    severity: "info",
    message: (p) => `${p.keyword} is no keyword of the Schema Object; ignored`,
    help: "a misspelling? extensions start with x-",
  }),
  "schema/keyword-type": define<{ keyword: string; wants: string }>({
    severity: "warning",
    message: (p) => `${p.keyword} wants ${p.wants}; ignored`,
    help: "correct the value; JSON Schema has no other reading of it",
  }),
  "schema/unknown-dialect": define<{ dialect: string }>({
    severity: "info",
    message: (p) =>
      `the dialect ${p.dialect} is not known here; schemas are read as JSON Schema 2020-12`,
    help: "nothing, if the schemas keep to JSON Schema 2020-12",
  }),
  "schema/reference-unresolved": define<{ reference: string }>({
    severity: "warning",
    message: (p) =>
      `${p.reference} leads nowhere; the value is typed as unknown`,
    help: "correct the reference, or add what it names",
  }),
  "schema/reference-embedded": define<{ reference: string }>({
    severity: "info",
    message: (p) =>
      `${p.reference} leads nowhere from the root of the document, from which it starts; read from the schema around it`,
    help: "give that schema an $id, or move what it names to components.schemas",
  }),
  "schema/reference-cycle": define<{ reference: string }>({
    severity: "warning",
    message: (p) =>
      `${p.reference} leads back to itself; the value is typed as unknown`,
    help: "break the circle with a schema of its own",
  }),
  "schema/dynamic-reference-unbound": define<{ reference: string }>({
    severity: "info",
    message: (p) =>
      `nothing binds ${p.reference} where this schema is used by itself; the value is typed as unknown`,
    help: "say with the same $dynamicAnchor, in $defs beside it, what the value is by itself",
  }),
  "schema/too-many-bindings": define<{ limit: string }>({
    severity: "warning",
    message: (p) =>
      `$dynamicRef goes beyond what is followed, ${p.limit}; from here on what is around a schema binds nothing in it`,
    help: "bind fewer dynamic anchors inside one another",
  }),
  "schema/reference-siblings": define<{ keywords: readonly string[] }>({
    severity: "info",
    message: (p) =>
      `OpenAPI 3.0 ignores what stands beside $ref; ${p.keywords.join(", ")} ignored`,
    help: "wrap the reference in allOf, or move to OpenAPI 3.1",
  }),
  "schema/example-breaks-pattern": define<{ example: string; pattern: string }>(
    {
      severity: "info",
      message: (p) =>
        `the example ${JSON.stringify(p.example)} does not match its pattern ${p.pattern}; both are kept`,
      help: "correct the example or the pattern",
    },
  ),
  "schema/invalid-pattern": define<{ pattern: string }>({
    severity: "info",
    message: (p) =>
      `${p.pattern} is no regular expression of ECMA-262; kept as text only`,
    help: "correct the pattern; JSON Schema patterns are ECMA-262 with the u flag",
  }),
  "schema/int64-precision": define<{
    count: number;
    places: readonly string[];
  }>({
    severity: "info",
    message: (p) =>
      `JSON.parse rounds integers beyond 2^53 - 1, which ${p.count === 1 ? "one 64-bit schema lets" : `${p.count} 64-bit schemas let`} through: ${p.places.join(", ")}${p.count > p.places.length ? ", …" : ""}; typed as number`,
    help: 'set int64: "string" in the config if the API sends them as strings; declare a maximum if they stay small',
  }),
  "schema/enum-type": define<{
    values: readonly string[];
    type: string;
    reading: EnumReading;
    /** What they are read as; nothing where they are left out. */
    as: readonly string[];
  }>({
    severity: "warning",
    message: (p) =>
      `enum has ${p.values.join(", ")}, which ${p.type} does not allow; ${readAs(p)}`,
    help: "correct the values or the type; in YAML, true and 1 are texts only in quotes",
  }),
  "schema/enum-not-scalar": define<object>({
    severity: "warning",
    message: () => "enum has an object or an array; typed as unknown",
    help: "describe the value with properties or items",
  }),
  "schema/required-undeclared": define<{ property: string }>({
    severity: "info",
    message: (p) =>
      `${JSON.stringify(p.property)} is required but not declared; typed as unknown`,
    help: "declare it under properties, or take it out of required",
  }),
  "schema/pattern-properties": define<{
    patterns: readonly string[];
    reading: "map" | "unknown";
    isClosed: boolean;
  }>({
    severity: "info",
    message: (p) =>
      `TypeScript has no type for names like ${p.patterns.join(", ")} beside what is said of others: ${
        p.reading === "unknown"
          ? "values of names that are not declared are typed as unknown"
          : p.isClosed
            ? "typed as a map that takes any name"
            : "typed as a map, though by the letter other names may have other values"
      }`,
    help: "a pattern that only says how names begin, as ^x-, has a type of its own",
  }),
  "schema/nothing-satisfies": define<{
    why: string;
    /** What there is none of; where other JSON types are left, only that. */
    of?: "value" | "object";
    /** Whether all of it is typed as never, or the part that contradicts itself. */
    whole?: boolean;
  }>({
    severity: "warning",
    message: ({ why, of = "value", whole = true }) =>
      `no ${of} satisfies this schema: ${why}; ${whole ? "" : "what contradicts itself is "}typed as never`,
    help: "correct the members that contradict each other",
  }),
  "allof/closed-member": define<{ properties: readonly string[] }>({
    severity: "warning",
    message: (p) =>
      `a member of allOf forbids what the others add (${p.properties.join(", ")}): read literally, no value could carry them; read as the union of what all members declare`,
    help: "replace additionalProperties: false in the member by unevaluatedProperties: false beside allOf",
  }),
  "allof/contradiction": define<{ part: string; why: string; left: string }>({
    severity: "warning",
    message: (p) =>
      `members of allOf contradict each other in ${p.part}: ${p.why}; typed as never, which leaves ${p.left}`,
    help: "correct the members that contradict each other",
  }),
  "allof/cycle": define<object>({
    severity: "warning",
    message: () => "allOf leads back to this schema; the member is left out",
    help: "take the circular member out",
  }),
};

/** What is made of an enum's values that are not of the type: the type alone, where nothing can be made of them. */
export type EnumReading = "left out" | "values" | "items" | "type";

function readAs(of: {
  readonly values: readonly string[];
  readonly type: string;
  readonly reading: EnumReading;
  readonly as: readonly string[];
}): string {
  const literals = `read as ${of.as.join(", ")}`;
  switch (of.reading) {
    case "left out":
      return "left out";
    case "type":
      return `read as ${of.type} alone`;
    case "items":
      return `${literals}, one of which each item is`;
    case "values":
      return of.as.length < of.values.length
        ? `${literals}, the rest left out`
        : literals;
    default:
      return of.reading satisfies never;
  }
}
