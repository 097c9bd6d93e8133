import { emit } from "../../generator/6-emit/emit.ts";
import type { ClientPlan } from "../../generator/ir/client-plan.ts";
import type { Declaration, Name } from "../../generator/ir/declaration-plan.ts";
import type { EmittedFile } from "../../generator/ir/emitted-file.ts";
import type { TypeId } from "../../generator/ir/type-graph.ts";
import type { Made } from "../../generator/understand.ts";

/** Our type of every component, as the interface `Ours` of a module. */
export interface OurTypes {
  readonly text: string;
  /** The modules that it imports, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** The components that it has. */
  readonly names: ReadonlySet<string>;
}

/** Emits the types of a client made without open arms and added tags, which the wire does not have. */
export async function ourTypes({
  api,
  resolved,
  client,
}: Made): Promise<OurTypes> {
  const files: EmittedFile[] = [];
  for await (const file of emit(typesAlone(client), ".js")) files.push(file);
  const text = (type: TypeId | undefined): string | undefined => {
    const node = type && resolved.types.get(type);
    const name = type && client.named.get(type)?.name;
    if (name !== undefined)
      return `import("./client/${name.module}.js").${name.name}`;
    const of = node?.kind === "nullable" ? text(node.of) : undefined;
    return of && `${of} | null`;
  };
  const types = api.components.flatMap(({ name, schema }) => {
    const type = text(resolved.typeOf.get(schema));
    return type === undefined ? [] : [{ name, type }];
  });
  const members = types.map(
    ({ name, type }) => `  ${JSON.stringify(name)}: ${type};\n`,
  );
  return {
    text: `export interface Ours {\n${members.join("")}}\n`,
    files: new Map(files.map((file) => [`client/${file.path}`, file.text])),
    names: new Set(types.map(({ name }) => name)),
  };
}

/** Types and no code: a union that guards tell apart is its variants, without the arm for what fits none. */
function typesAlone(client: ClientPlan): ClientPlan {
  const arms = new Set<string>();
  const declarations = client.typeFiles.flatMap((file) => file.declarations);
  for (const each of declarations)
    if (each.kind === "guards") arms.add(keyOf(each.arm));
  const closed = (declaration: Declaration): readonly Declaration[] => {
    if (declaration.kind === "guards" || declaration.kind === "shape")
      return [];
    if (declaration.kind !== "alias" || declaration.type.kind !== "union")
      return [declaration];
    const members = declaration.type.members.filter(
      (member) => member.kind !== "name" || !arms.has(keyOf(member.name)),
    );
    return [{ ...declaration, type: { kind: "union", members } }];
  };
  return {
    ...client,
    operationFiles: [],
    typeFiles: client.typeFiles.map(({ module, declarations: all }) => ({
      module,
      declarations: all.flatMap(closed),
    })),
  };
}

const keyOf = ({ module, name }: Name): string => `${module} ${name}`;
