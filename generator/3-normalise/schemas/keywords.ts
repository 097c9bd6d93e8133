/**
 * What becomes of every keyword of the Schema Object of OAS 3.0 and of JSON Schema 2020-12: read,
 * ignored with a reason, or reported. A keyword that is in none of them is reported as unknown.
 */
type Treatment =
  /** `wants` is what has to stand there, where anything else is reported and not read. */
  | { readonly kind: "read"; readonly wants?: Wants }
  | { readonly kind: "ignored"; readonly because: string }
  /** A constraint that the emitted type does not carry. */
  | { readonly kind: "reported"; readonly wants?: Wants };

/** What a keyword takes. */
export type Wants =
  | "a boolean"
  | "a list"
  | "a list of at least one schema"
  | "a list of names"
  | "a map"
  | "a map of lists of names"
  | "a map or a string"
  | "a number"
  | "a number or a boolean"
  | "a schema"
  | "a schema or a list"
  | "a string"
  | "a whole number of at least 0";

const read = (wants?: Wants): Treatment =>
  wants === undefined ? { kind: "read" } : { kind: "read", wants };
const reported: Treatment = { kind: "reported" };
const ignored = (because: string): Treatment => ({ kind: "ignored", because });

export const keywords: ReadonlyMap<string, Treatment> = new Map<
  string,
  Treatment
>([
  ["$ref", read("a string")],
  ["$dynamicRef", read("a string")],
  ["type", read()],
  ["enum", read("a list")],
  ["const", read()],
  ["nullable", read("a boolean")],
  ["properties", read("a map")],
  ["required", read("a list of names")],
  ["additionalProperties", read("a schema")],
  ["unevaluatedProperties", read("a schema")],
  ["unevaluatedItems", read("a schema")],
  ["patternProperties", read("a map")],
  ["items", read("a schema or a list")],
  ["additionalItems", read("a schema")],
  ["prefixItems", read("a list")],
  ["allOf", read("a list of at least one schema")],
  ["anyOf", read("a list of at least one schema")],
  ["oneOf", read("a list of at least one schema")],
  ["discriminator", read("a map or a string")],
  ["title", read("a string")],
  ["description", read("a string")],
  ["default", read()],
  ["example", read()],
  ["examples", read()],
  ["deprecated", read("a boolean")],
  ["readOnly", read("a boolean")],
  ["writeOnly", read("a boolean")],
  ["format", read("a string")],
  ["pattern", read("a string")],
  ["minLength", read("a whole number of at least 0")],
  ["maxLength", read("a whole number of at least 0")],
  ["minimum", read("a number")],
  ["maximum", read("a number")],
  ["exclusiveMinimum", read("a number or a boolean")],
  ["exclusiveMaximum", read("a number or a boolean")],
  ["multipleOf", read("a number")],
  ["minItems", read("a whole number of at least 0")],
  ["maxItems", read("a whole number of at least 0")],
  ["uniqueItems", read("a boolean")],
  ["minProperties", read("a whole number of at least 0")],
  ["maxProperties", read("a whole number of at least 0")],
  [
    "contentEncoding",
    ignored("says how a string is encoded; it stays a string, or is a file"),
  ],
  [
    "contentMediaType",
    ignored("says what a string contains; it stays a string, or is a file"),
  ],
  [
    "contentSchema",
    ignored(
      "says what a string contains; it stays a string, but as the data of an event",
    ),
  ],
  ["externalDocs", ignored("a link for readers of the description")],
  ["xml", ignored("JSON bodies do not use it")],
  ["$comment", ignored("for maintainers of the description")],
  ["$schema", ignored("read with the dialect of the document")],
  ["$id", ignored("2-bundle resolves references by it")],
  ["$anchor", ignored("2-bundle resolves references by it")],
  ["$dynamicAnchor", ignored("2-bundle resolves references by it")],
  ["$vocabulary", ignored("only meta-schemas use it")],
  [
    "$defs",
    ignored("a place for schemas; each is read when something refers to it"),
  ],
  [
    "definitions",
    ignored("a place for schemas; each is read when something refers to it"),
  ],
  ["not", reported],
  ["if", reported],
  ["then", reported],
  ["else", reported],
  ["dependentSchemas", reported],
  ["dependentRequired", { ...reported, wants: "a map of lists of names" }],
  ["propertyNames", reported],
  ["contains", reported],
  ["minContains", reported],
  ["maxContains", reported],
]);

/** Whether what it says of values is for people and tools: it rules none of them out. */
export const isAnnotation = (keyword: string): boolean =>
  /^(title|description|examples?|deprecated|\$comment|\$defs|x-.*)$/.test(
    keyword,
  );
