/**
 * What becomes of every keyword of the Schema Object of OAS 3.0 and of JSON Schema 2020-12: read,
 * ignored with a reason, or reported. A keyword that is in none of them is reported as unknown.
 */
type Treatment =
  | { readonly kind: "read" }
  | { readonly kind: "ignored"; readonly because: string }
  /** A constraint that the emitted type does not carry. */
  | { readonly kind: "reported" };

const read: Treatment = { kind: "read" };
const reported: Treatment = { kind: "reported" };
const ignored = (because: string): Treatment => ({ kind: "ignored", because });

export const keywords: ReadonlyMap<string, Treatment> = new Map<
  string,
  Treatment
>([
  ["$ref", read],
  ["type", read],
  ["enum", read],
  ["const", read],
  ["nullable", read],
  ["properties", read],
  ["required", read],
  ["additionalProperties", read],
  ["patternProperties", read],
  ["items", read],
  ["prefixItems", read],
  ["allOf", read],
  ["anyOf", read],
  ["oneOf", read],
  ["discriminator", read],
  ["title", read],
  ["description", read],
  ["default", read],
  ["example", read],
  ["examples", read],
  ["deprecated", read],
  ["readOnly", read],
  ["writeOnly", read],
  ["format", read],
  ["pattern", read],
  ["minLength", read],
  ["maxLength", read],
  ["minimum", read],
  ["maximum", read],
  ["exclusiveMinimum", read],
  ["exclusiveMaximum", read],
  ["multipleOf", read],
  ["minItems", read],
  ["maxItems", read],
  ["uniqueItems", read],
  ["minProperties", read],
  ["maxProperties", read],
  [
    "contentEncoding",
    ignored("says how a string is encoded; it stays a string"),
  ],
  [
    "contentMediaType",
    ignored("says what a string contains; it stays a string"),
  ],
  ["contentSchema", ignored("says what a string contains; it stays a string")],
  ["externalDocs", ignored("a link for readers of the description")],
  ["xml", ignored("JSON bodies do not use it")],
  ["$comment", ignored("for maintainers of the description")],
  ["$schema", ignored("the dialect is the document's")],
  ["$id", ignored("references are resolved by the file's own place")],
  [
    "$anchor",
    ignored("a name for references; harmless where nothing refers to it"),
  ],
  [
    "$dynamicAnchor",
    ignored("a name for references; harmless where nothing refers to it"),
  ],
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
  ["dependentRequired", reported],
  ["propertyNames", reported],
  ["unevaluatedProperties", reported],
  ["unevaluatedItems", reported],
  ["contains", reported],
  ["minContains", reported],
  ["maxContains", reported],
  ["$dynamicRef", reported],
  ["additionalItems", reported],
]);
