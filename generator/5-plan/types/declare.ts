import type {
  Declaration,
  InterfaceDeclaration,
  Name,
  TypeFile,
} from "../../ir/declaration-plan.ts";
import type {
  ObjectNode,
  Property,
  TypeId,
  TypeNode,
} from "../../ir/type-graph.ts";
import { docsOf, unsaid } from "../docs.ts";
import { declareBase, type Bases } from "./bases.ts";
import { declareUnion, variantTag } from "./declare-union.ts";
import { viewsOf, type TypeModel } from "./model.ts";
import type { TypeNames } from "./name-types.ts";
import { type GuardNames, nameGuards } from "./guard-names.ts";
import { indexPatterns, indexType } from "./index-types.ts";
import { shapeOf } from "./shapes.ts";
import {
  indexed,
  propertyPlan,
  typeExpr,
  visibleProperties,
  writtenOut,
} from "./type-expr.ts";
import type { View } from "./usage.ts";

/** Every type file of a client, one after the other, in the order in which the first type of each was named. */
export function* declareTypes(
  names: TypeNames,
  bases: Bases,
  model: TypeModel,
): Generator<TypeFile> {
  const guards = nameGuards(names, model);
  const files = new Map<string, (() => readonly Declaration[])[]>();
  const add = (module: string, declare: () => readonly Declaration[]): void => {
    const known = files.get(module);
    if (known === undefined) files.set(module, [declare]);
    else known.push(declare);
  };
  for (const base of bases.all)
    add(base.name.module, () => [declareBase(base, model)]);
  for (const [type, { name, module }] of names.names)
    add(module, () => [
      ...viewsOf(type, model.usage).flatMap((view) =>
        declareType(type, view, bases, guards, model),
      ),
      ...declareShape(type, name, model),
    ]);
  for (const alias of names.aliases)
    add(alias.name.module, () => [declareAlias(alias, model)]);
  for (const [module, declaring] of files) {
    const declarations = declaring.flatMap((declare) => declare());
    yield {
      module,
      declarations: declarations.sort(
        (a, b) => rank(a, names) - rank(b, names),
      ),
    };
  }
}

function declareShape(
  type: TypeId,
  of: string,
  model: TypeModel,
): readonly Declaration[] {
  const name = model.shapeNameOf(type);
  const viewOfShape = model.usage.sent.has(type) ? "input" : "output";
  return name === undefined
    ? []
    : [{ kind: "shape", name, shape: shapeOf(type, viewOfShape, model), of }];
}

function declareAlias(
  { annotations, name, type }: TypeNames["aliases"][number],
  model: TypeModel,
): Declaration {
  const view = viewsOf(type, model.usage)[0] ?? "output";
  return {
    kind: "alias",
    name: { ...name, typeOnly: true },
    type: typeExpr(type, view, model),
    docs: docsOf(annotations, {}, name.name),
  };
}

/** What a reader comes for first: types, then the arms for what is not known, then code. */
function rank(declaration: Declaration, { names }: TypeNames): number {
  if (declaration.kind === "shape" || declaration.kind === "guards") return 2;
  return /^(Unrecognized|Known)/.test(declaration.name.name) &&
    ![...names.values()].some(({ name }) => name === declaration.name.name)
    ? 1
    : 0;
}

function declareType(
  type: TypeId,
  view: View,
  bases: Bases,
  guards: GuardNames,
  model: TypeModel,
): readonly Declaration[] {
  const name = model.nameOf(type, view) as Name;
  const node = model.node(type);
  if (node.kind === "union")
    return declareUnion(node, view, name, bases, guards, model);
  if (
    node.kind === "object" &&
    (hasProperties(node) || node.patterns !== undefined)
  )
    return [declareObject(node, view, name, bases, model)];
  return [
    {
      kind: "alias",
      name,
      type: indexed(writtenOut(node, view, model)),
      docs: docsOf(node.annotations, unsaid(node.constraints, node), name.name),
      origin: node.origin,
    },
  ];
}

function declareObject(
  node: ObjectNode,
  view: View,
  name: Name,
  bases: Bases,
  model: TypeModel,
): Declaration {
  const base = bases.of(node.id);
  const inherited = new Set(
    base?.properties.map((property) => property.wireName),
  );
  const extended = node.extends.flatMap((id) => {
    // A base that nothing but `allOf` leads to has no declaration: its properties are written out.
    const name = model.nameOf(id, view);
    const of = model.node(id);
    return name !== undefined && hasProperties(of)
      ? [{ node: of as ObjectNode, name }]
      : [];
  });
  const own = visibleProperties(node.properties, view, model).filter(
    (property) =>
      !inherited.has(property.wireName) &&
      !isInherited(
        property,
        extended.map((each) => each.node),
      ),
  );
  const tag = variantTag(node.id, view, model);
  const properties = own.map((property) => propertyPlan(property, view, model));
  const patterns = indexPatterns(node, tag?.name, view, model);
  const declaration: InterfaceDeclaration = {
    kind: "interface",
    name,
    extends: [
      ...(base === undefined ? [] : [base.name]),
      ...extended.map((each) => each.name),
    ],
    properties: tag === undefined ? properties : [tag, ...properties],
    index: indexType(node, view, model),
    ...(patterns.length > 0 && { patterns }),
    docs: docsOf(node.annotations, {}, name.name),
    origin: node.origin,
  };
  return declaration;
}

/** An object without any is a map of nothing, and no interface. */
const hasProperties = (node: TypeNode): boolean =>
  node.kind === "object" && node.properties.length > 0;

/** Whether every base that has the property has it exactly so. */
function isInherited(
  property: Property,
  bases: readonly ObjectNode[],
): boolean {
  const found = bases.flatMap((base) =>
    base.properties.filter((other) => other.wireName === property.wireName),
  );
  return (
    found.length > 0 &&
    found.every(
      (other) =>
        other.type === property.type &&
        other.required === property.required &&
        other.access === property.access,
    )
  );
}
