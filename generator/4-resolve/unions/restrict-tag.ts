import type {
  ObjectNode,
  Property,
  Scalar,
  TypeNode,
} from "../../ir/type-graph.ts";
import { bare, madeOf } from "../types.ts";
import { propertyOf, type Nodes } from "./nodes.ts";

/** What a variant is called by one discriminator or several. */
export interface Tags {
  readonly wireName: string;
  readonly values: readonly Scalar[];
}

/**
 * A variant that has only these values as its tag, whatever wider type it declares, and the types of that tag;
 * `undefined` where it declares as many itself. A tag that may be null still may. `required` is said of a tag that it
 * does not declare.
 *
 * @param at what the variant is then called
 */
export function restrictTag(
  variant: ObjectNode,
  { wireName, values }: Tags,
  types: Nodes,
  { required = true, at = variant.id } = {},
):
  | { readonly variant: ObjectNode; readonly tag: readonly TypeNode[] }
  | undefined {
  const property = propertyOf(variant, wireName);
  const declared = property && types.node(property.type);
  const own =
    declared?.kind === "nullable" ? types.node(declared.of) : declared;
  if (own?.kind === "enum" && own.values.length === values.length)
    return undefined;
  const origin = property?.origin ?? variant.origin;
  const meta = bare(madeOf(at, "/tag/", wireName), origin);
  const tag: TypeNode = { ...meta, kind: "enum", values, open: false };
  const whole: TypeNode =
    declared?.kind === "nullable"
      ? {
          ...meta,
          id: madeOf(meta.id, "/nullable"),
          kind: "nullable",
          of: meta.id,
        }
      : tag;
  const restricted: Property = {
    access: "both",
    annotations: {},
    constraints: {},
    required,
    ...property,
    wireName,
    origin,
    type: whole.id,
  };
  const properties =
    property === undefined
      ? [restricted, ...variant.properties]
      : variant.properties.map((each) =>
          each === property ? restricted : each,
        );
  return {
    variant: { ...variant, id: at, properties },
    tag: whole === tag ? [tag] : [tag, whole],
  };
}
