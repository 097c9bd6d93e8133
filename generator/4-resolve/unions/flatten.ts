import type { SchemaNode } from "../../ir/schema-graph.ts";
import type { TypeId, TypeNode } from "../../ir/type-graph.ts";
import type { Types } from "../types.ts";

/** The members of a union without the unions among them. */
export interface Flat {
  readonly variants: readonly TypeId[];
  /** The union that all variants come from, if the members are that one and null. */
  readonly whole: TypeId | undefined;
  /** The unions among the members, and inside of those, that have a discriminator. */
  readonly declared: readonly TypeId[];
  /** How many of the members allow null. */
  readonly nulls: number;
  /** Whether a member has no type: it may refuse values all the same. */
  readonly any: "every value" | "some values" | undefined;
}

/** Takes the unions among the members of `anyOf` or `oneOf` apart, and null out of them. */
export function flatten(
  members: readonly TypeId[],
  types: Types,
  schema: SchemaNode,
): Flat {
  const variants: TypeId[] = [];
  let nulls = 0;
  let any: Flat["any"];
  const within = new Set<TypeId>();
  const declared: TypeId[] = [];
  const visit = (id: TypeId): void => {
    if (types.pending(id) || within.has(id)) {
      types.report("schema/reference-cycle", schema.origin, { reference: id });
      return;
    }
    const node = types.node(id);
    within.add(id);
    switch (node.kind) {
      case "nullable":
        nulls += 1;
        visit(node.of);
        break;
      case "null":
        nulls += 1;
        break;
      case "unknown":
        any =
          saysMore(node) || node.wider === true
            ? (any ?? "some values")
            : "every value";
        break;
      case "union":
        if (types.declared.has(id)) declared.push(id);
        node.variants.forEach((variant) => {
          visit(variant);
          if (saysMore(node)) types.understate(variant);
        });
        break;
      case "never":
        break;
      default:
        if (!variants.includes(id)) variants.push(id);
    }
    within.delete(id);
  };
  members.forEach(visit);
  return { variants, whole: wholeOf(members, types), declared, nulls, any };
}

/** The one union among members that are null otherwise. */
function wholeOf(members: readonly TypeId[], types: Types): TypeId | undefined {
  const others = members.flatMap((id) => {
    if (types.pending(id)) return [id];
    const node = types.node(id);
    return node.kind === "null"
      ? []
      : [node.kind === "nullable" ? node.of : id];
  });
  const [only, second] = others;
  return only !== undefined &&
    second === undefined &&
    !types.pending(only) &&
    types.node(only).kind === "union"
    ? only
    : undefined;
}

/** Whether values of the type itself may be refused; what bounds a list of types stands in each. */
const saysMore = (node: TypeNode): boolean =>
  node.incomplete === true ||
  (!isTypeList(node) && Object.keys(node.constraints).length > 0);

const isTypeList = (node: TypeNode): boolean =>
  node.kind === "union" && node.telltale.by === "jsonType";
