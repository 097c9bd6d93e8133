import type { ClientPlan } from "../ir/client-plan.ts";
import type {
  Declaration,
  InterfaceDeclaration,
  Name,
  TypeExpr,
} from "../ir/declaration-plan.ts";
import type { OperationPlan, ParamsPlan } from "../ir/operation-plan.ts";
import { streamedOperation } from "../ir/streamed-operation.ts";

/** A type that a client exports. */
export type DeclaredType = Extract<
  Declaration,
  { kind: "interface" | "alias" }
>;

/** One client, by the names that it exports: no two modules of a client export the same. */
export interface Side {
  readonly plan: ClientPlan;
  readonly operations: readonly OperationPlan[];
  readonly types: ReadonlyMap<string, DeclaredType>;
  /** What types are told apart with: guards and shapes. */
  readonly tools: ReadonlyMap<string, Declaration>;
}

export function sideOf(plan: ClientPlan): Side {
  const operations = plan.operationFiles
    .flatMap((file) => file.operations)
    .flatMap((operation) => {
      const streamed = streamedOperation(operation);
      return streamed === undefined ? [operation] : [operation, streamed];
    });
  const declarations = plan.typeFiles.flatMap((file) => file.declarations);
  const types = new Map<string, DeclaredType>();
  const tools = new Map<string, Declaration>();
  for (const each of declarations) {
    if (each.kind === "interface" || each.kind === "alias")
      types.set(each.name.name, each);
    else tools.set(each.name.name, each);
  }
  for (const { params } of operations)
    for (const each of params === undefined ? [] : paramsTypes(params))
      types.set(each.name.name, each);
  return { plan, operations, types, tools };
}

/** The types that are declared for `params`, as 6-emit prints them. */
function paramsTypes(params: ParamsPlan): readonly DeclaredType[] {
  const { choice, declaration, forms, name } = params;
  if (choice === undefined) return [...forms, declaration];
  const shared: TypeExpr = { kind: "name", name: declaration.name };
  const bodies: TypeExpr = {
    kind: "union",
    members: choice.bodies.map((properties) => ({
      kind: "object",
      properties,
    })),
  };
  const isEmpty = declaration.properties.length === 0;
  const type: TypeExpr = isEmpty
    ? bodies
    : { kind: "intersection", members: [shared, bodies] };
  const alias: DeclaredType = { kind: "alias", name, type, docs: choice.docs };
  return [...forms, ...(isEmpty ? [] : [declaration]), alias];
}

/** What a name of the client declares; `undefined` for names of the runtime. */
export const declaredBy = (
  name: Name,
  { types }: Side,
): DeclaredType | undefined =>
  name.module.startsWith("runtime/") ? undefined : types.get(name.name);

/** Whether it is an arm for what the client does not know: nobody names the fields that it lists. */
export const isArm = ({ properties }: InterfaceDeclaration): boolean =>
  properties.some(
    ({ type }) =>
      (type.kind === "name" &&
        type.name.module === "runtime/union" &&
        type.name.name.startsWith("Unrecognized")) ||
      (type.kind === "literal" && type.value === "unrecognized"),
  );

/** The name of a type that the client declares. */
export const declaredName = (
  name: string | undefined,
  { types }: Side,
): Name | undefined => (name === undefined ? undefined : types.get(name)?.name);
