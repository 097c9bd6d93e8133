/** What openapi-typescript is given in other words than the description's, or what is read otherwise of its answer. */
export interface RewriteReason {
  readonly name: Rewrite;
  /** What it is, and what one of the two types cannot say without it. */
  readonly why: string;
}

export type Rewrite =
  | "required of members"
  | "empty objects in allOf"
  | "bare null"
  | "listed names"
  | "x-nullable"
  | "lengths of lists";

/**
 * Every rewrite. Each is about what one of the two has no type for; the comparison counts the components that it
 * matters to, as without it they would differ.
 */
export const rewrites: readonly RewriteReason[] = [
  {
    name: "required of members",
    why: "what a member of `allOf` requires is said beside `allOf`: of what other members declare, theirs reads it only there",
  },
  {
    name: "empty objects in allOf",
    why: "an object of which nothing is said is `unknown` beside others of `allOf`: theirs has no object without an index signature, which falls on the others as well",
  },
  {
    name: "bare null",
    why: "a variant that is only `nullable`, or beside references only an object that is, is null: OpenAPI 3.0 has no other word, and theirs reads any value",
  },
  {
    name: "listed names",
    why: "names that `propertyNames` lists are properties: theirs does not read the keyword",
  },
  {
    name: "x-nullable",
    why: "`x-nullable` is `nullable`: theirs reads no OpenAPI 2.0, which has no other word",
  },
  {
    name: "lengths of lists",
    why: "`minItems` and `maxItems` are there as far as ours says them, at least one or as many as there are: theirs lists every length",
  },
];

/** Asked where a rewrite changes something; says whether it may. */
export type Rewrites = (rewrite: Rewrite) => boolean;
