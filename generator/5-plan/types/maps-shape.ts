import type { ShapeExpr } from "../../ir/shape-expr.ts";
import type { TypeId, TypeNode } from "../../ir/type-graph.ts";
import { all, present, type ShapeContext } from "./shape-context.ts";

type MapNode = TypeNode & { kind: "object" | "record" };
export const isMap = (node: TypeNode): node is MapNode =>
  node.kind === "object" || node.kind === "record";

/**
 * The shape of a value that is one of several objects or maps: by name what those have there that say so,
 * whether they declare it or all others.
 *
 * @param either the shape of what has this name, and is of one of these types
 */
export function mapsShape(
  nodes: readonly MapNode[],
  { model }: ShapeContext,
  either: (name: string, types: readonly TypeId[]) => ShapeExpr | undefined,
): ShapeExpr | undefined {
  const rest = (node: MapNode): readonly TypeId[] => {
    const type = node.kind === "record" ? node.values : node.additional;
    const isTyped = type !== undefined && model.node(type).kind !== "unknown";
    return isTyped ? [type] : [];
  };
  const typesAt = (node: MapNode, name: string): readonly TypeId[] => {
    const own = propertiesOf(node).find(({ wireName }) => wireName === name);
    return own === undefined ? rest(node) : [own.type];
  };
  const names = [
    ...new Set(
      nodes.flatMap((node) =>
        propertiesOf(node).map(({ wireName }) => wireName),
      ),
    ),
  ];
  const properties = names.flatMap((name) => {
    const shape = either(
      name,
      nodes.flatMap((node) => typesAt(node, name)),
    );
    return shape === undefined ? [] : [{ name, shape }];
  });
  const values = either("*", nodes.flatMap(rest));
  return all(
    present(
      properties.length === 0 ? undefined : { kind: "properties", properties },
      values && { kind: "values", values, except: names },
    ),
  );
}

const propertiesOf = (node: MapNode) =>
  node.kind === "object" ? node.properties : [];
