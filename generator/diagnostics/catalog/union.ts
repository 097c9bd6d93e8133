import { define } from "../definition.ts";

/** How unions are told apart, and what stands in the way. */
export const unionCatalog = {
  "union/discriminator-without-property": define<object>({
    severity: "warning",
    message: () => "discriminator has no propertyName; ignored",
    help: "name the property that tells the variants apart",
  }),
  "union/mapping-target-missing": define<{
    /** Absent where it is `defaultMapping`. */
    value: string | undefined;
    target: string;
    /** Whether there is such a schema. */
    exists: boolean;
  }>({
    severity: "warning",
    message: (p) =>
      `discriminator maps ${p.value === undefined ? "what it does not list" : JSON.stringify(p.value)} to ${p.target}, which ${p.exists ? "is not a variant" : "leads nowhere"}; entry ignored`,
    help: "point the mapping at a schema listed under oneOf, or drop the entry",
  }),
  "union/discriminator-not-declared": define<{
    property: string;
    variant: string;
  }>({
    severity: "warning",
    message: (p) =>
      `${p.variant} does not declare the discriminator's property ${JSON.stringify(p.property)}; added in this union, as the discriminator needs it (OAS 3.1 §4.8.25)`,
    help: "declare the property in the variant, required",
  }),
  "union/discriminator-unusable": define<{ property: string; why: string }>({
    severity: "warning",
    message: (p) =>
      `the declared discriminator ${JSON.stringify(p.property)} cannot tell the variants apart: ${p.why}; another way was looked for`,
    help: "declare the property in every variant, required, each with its own values",
  }),
  "union/discriminator-contradicted": define<{
    property: string;
    declared: string;
    own: string;
  }>({
    severity: "warning",
    message: (p) =>
      `the discriminator maps ${p.declared} to a variant whose own ${JSON.stringify(p.property)} is ${p.own}; the variant's own literal wins`,
    help: "make the mapping and the literal agree",
  }),
  "union/ambiguous": define<{
    left: string;
    right: string;
    witness: string;
    /** How many more pairs of the union the same is true of. */
    others: number;
  }>({
    severity: "info",
    message: (p) =>
      `${p.witness} for ${p.left} and for ${p.right}${p.others === 0 ? "" : `, and for both of ${p.others} more such pairs`}; such a value is unrecognized`,
    help: "make the variants disjoint: minItems: 1, or a required literal property",
  }),
  "union/indistinct-variants": define<{ left: string; right: string }>({
    severity: "warning",
    message: (p) =>
      `nothing tells ${p.left} and ${p.right} apart; emitted as a plain union`,
    help: "declare discriminator.propertyName, or give each variant, or the items of each list, a required property with a const of its own",
  }),
  "union/tag-moved": define<{
    union: string;
    was: string;
    now: string | undefined;
  }>({
    severity: "warning",
    message: (p) =>
      p.now === undefined
        ? `the client no longer adds the tag ${JSON.stringify(p.was)} to ${p.union}`
        : `the tag of ${p.union} was ${JSON.stringify(p.was)} and is now ${JSON.stringify(p.now)}, as the API changed; code that reads the old one no longer compiles`,
    help: "read the new tag in your code; the next run takes it for granted",
  }),
  "union/no-free-tag": define<object>({
    severity: "info",
    message: () =>
      "a variant has properties of any name, so no tag is free that the client could add; guards and a match tell the variants apart",
    help: "give each variant a required property with a const of its own, or drop additionalProperties",
  }),
  "union/untagged-inside": define<{
    /** Empty for a value of the union itself. */
    place: string;
    left: string;
    right: string;
    /** Whether it is received at all. */
    received: boolean;
  }>({
    severity: "warning",
    message: (p) =>
      `nothing tells whether ${p.place === "" ? "a value" : JSON.stringify(p.place)} is ${p.left} or ${p.right}, so ${p.received ? "no tag is added in it" : "a tag that it brings from a response is not taken off"}`,
    help: "declare discriminator.propertyName, or give each variant a required property with a const of its own",
  }),
  "union/named-by-place": define<{ labels: readonly string[] }>({
    severity: "info",
    message: (p) =>
      `no words tell the variants ${p.labels.join(" and ")} apart; they are numbered in their order, so that one added before them changes which is which`,
    help: "give each a title, or make components of them",
  }),
  "union/any-variant": define<object>({
    severity: "info",
    message: () =>
      "one variant allows any value, so the union is typed as unknown",
    help: "describe the variant, or drop it",
  }),
  "union/too-many-variants": define<{ variants: number; limit: number }>({
    severity: "warning",
    message: (p) =>
      `no property tells ${p.variants} variants apart, and more than ${p.limit} are not compared each with each; emitted as a plain union`,
    help: "declare discriminator.propertyName, or give each variant a required property with a const of its own",
  }),
  "union/too-large": define<{
    variants: number;
    /** How many unions TypeScript could not multiply out beside the others. */
    loosened: number;
  }>({
    severity: "warning",
    message: (p) =>
      `allOf over ${p.variants} combinations of variants; kept as an intersection${p.loosened === 0 ? "" : `, in which ${p.loosened === 1 ? "one union is" : `${p.loosened} unions are`} what its variants have in common`}`,
    help: "name the combinations that occur",
  }),
};
