import type { Operation } from "../../ir/openapi.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { OperationName } from "../names/operation-names.ts";
import { words } from "../names/words.ts";
import { bodiesOf } from "./bodies.ts";
import type { TypeModel } from "./model.ts";
import type { TypeNames } from "./name-types.ts";
import { prefixOf } from "./scope.ts";

/** Inline types that stand side by side: the variants of a union, the error bodies of an operation. */
export interface Family {
  readonly members: readonly TypeId[];
  /** The base's name and the words of its file, if the families that share it are these. */
  readonly base: (families: readonly Family[]) => {
    readonly name: string;
    readonly module: string | readonly string[];
  };
  readonly operation: Operation | undefined;
}

export function unionFamilies(
  { names }: TypeNames,
  model: TypeModel,
): readonly Family[] {
  return [...names].flatMap(([type, { name, module }]): Family[] => {
    const node = model.node(type);
    if (node.kind !== "union") return [];
    const members = node.variants.filter((variant) => isInline(variant, model));
    return [
      {
        members,
        base: () => ({ name: `${name}Base`, module }),
        operation: undefined,
      },
    ];
  });
}

export function errorFamilies(
  operations: readonly Operation[],
  names: readonly OperationName[],
  { typeOf }: Resolved,
  typeNames: TypeNames,
  model: TypeModel,
): readonly Family[] {
  return operations.map((operation, index): Family => {
    const { name } = names[index] as OperationName;
    const bodies = bodiesOf(operation, name, typeOf).filter(
      (body) => body.isError && isInline(body.type, model),
    );
    const own = `${name.charAt(0).toUpperCase()}${name.slice(1)}ErrorBase`;
    return {
      members: bodies.map((body) => body.type),
      operation,
      base(families) {
        const users = families.flatMap((family) => family.operation ?? []);
        const prefix = users.length > 1 ? prefixOf(users) : undefined;
        if (prefix !== undefined)
          return {
            name: `${prefix}ErrorBase`,
            module: [...words(prefix), "errors"],
          };
        const first =
          bodies[0] &&
          typeNames.names.get(model.inventory.same(bodies[0].type));
        return { name: own, module: first?.module ?? words(name) };
      },
    };
  });
}

const isInline = (type: TypeId, { inventory }: TypeModel): boolean =>
  inventory.isNamed(type) && !inventory.components.has(type);
