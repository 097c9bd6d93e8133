import type { ClientPlan } from "../ir/client-plan.ts";
import type { Declaration, Name, TypeFile } from "../ir/declaration-plan.ts";
import { objectsIn } from "./plain-data.ts";

/** The declarations that a plan's operations, webhooks and callbacks lead to by name. */
export function keepTypes(client: ClientPlan): readonly TypeFile[] {
  const { typeFiles, named: _, ...others } = client;
  const declarations = typeFiles.flatMap((file) => file.declarations);
  const byName = new Map(declarations.map((each) => [keyOf(each.name), each]));
  const kept = new Set<Declaration>();
  const roots = declarations.filter(isRoot).map(({ name }) => keyOf(name));
  const queue = [...roots, ...namesIn(others)];
  const drain = () => {
    for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
      const declaration = byName.get(key);
      if (declaration === undefined || kept.has(declaration)) continue;
      kept.add(declaration);
      queue.push(...namesIn(declaration));
    }
  };
  drain();
  // What callers use beside a type is named by nothing, and names that type.
  for (const declaration of declarations) {
    const subject = subjectOf(declaration);
    const about = subject && byName.get(keyOf(subject));
    if (about !== undefined && kept.has(about))
      queue.push(keyOf(declaration.name));
  }
  drain();
  const isAlone = (declaration: Declaration): boolean => {
    const subject = subjectOf(declaration);
    const about = subject && byName.get(keyOf(subject));
    return (
      declaration.kind === "shape" && about !== undefined && !kept.has(about)
    );
  };
  return typeFiles
    .map((file) => ({
      ...file,
      declarations: file.declarations
        .filter((each) => kept.has(each))
        .map((each) => (isAlone(each) ? { ...each, isAlone: true } : each)),
    }))
    .filter((file) => file.declarations.length > 0);
}

const isRoot = (declaration: Declaration): boolean =>
  declaration.kind === "interface" &&
  (declaration.incoming !== undefined || declaration.isWebhookMap === true);

/** The type that guards tell apart, that a shape is of, or that a `KnownPet` is part of. */
function subjectOf(declaration: Declaration): Name | undefined {
  if (declaration.kind === "guards") return declaration.union;
  if (declaration.kind === "shape")
    return { ...declaration.name, name: declaration.of };
  if (declaration.kind !== "alias") return undefined;
  const { type } = declaration;
  if (type.kind !== "global" || type.name !== "Exclude") return undefined;
  const [of] = type.args ?? [];
  return of?.kind === "name" ? of.name : undefined;
}

const namesIn = (data: unknown): readonly string[] =>
  [...objectsIn(data)].flatMap((part) => (isName(part) ? keyOf(part) : []));

const isName = (part: object): part is Name =>
  "name" in part && "module" in part && "typeOnly" in part;

const keyOf = ({ name, module }: Name): string => `${module}\n${name}`;
