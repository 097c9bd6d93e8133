import type {
  Scalar,
  TypeGraph,
  TypeId,
  TypeNode,
} from "../../ir/type-graph.ts";
import { camel } from "../names/words.ts";

/** What a variant is called, as words before and behind the union's name: `CallWebhook`, `WebhookWithUrl`. */
export interface VariantName {
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

/** A name that a variant may have, and what that name says of it. */
export interface Candidate extends VariantName {
  readonly fact: string;
}

/** What one rule finds in a variant. */
export interface Said {
  /** The names that the rule gives it, best first. */
  readonly candidates: readonly Candidate[];
  /** What is true of it beside what those say, so that no other is called by it. */
  readonly facts: readonly string[];
}

/** A variant by itself: nothing here says what others the union has, or where it stands among them. */
export interface Variant {
  readonly node: TypeNode;
  readonly types: TypeGraph;
  /** Whether it is a component itself: it is called by its name then, and no other rule suggests one. */
  readonly isComponent: boolean;
  /** What a type is called as a component, or what it was made of; `undefined` for inline ones. */
  readonly componentOf: (node: TypeNode) => string | undefined;
  readonly union: TypeId;
  /** The union's own name, which a component's need not repeat. */
  readonly unionName: string;
  /** The tags that a declared discriminator gives it. */
  readonly declared: readonly Scalar[];
}

/** One way to name a variant, which knows nothing of the others. */
export type Rule = (variant: Variant) => Said;

export const nothing: Said = { candidates: [], facts: [] };

/** The name as a label: `call`, `withUrl`. */
export const labelOf = ({ before, behind }: VariantName): string =>
  camel([...before, ...behind]);

/** A name that stands before the union's, and says no more than its words. */
export const called = (before: readonly string[]): Candidate => ({
  before,
  behind: [],
  fact: `called ${camel(before)}`,
});
