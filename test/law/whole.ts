import {
  refTo,
  restrictedVariants,
  type Components,
  type GeneratedUnion,
  type Schema,
} from "./schema.ts";

/** What a union's own schemas call it: it has another name wherever it stands (`withName`). */
const whole = "Whole";

export const wholeRef: Schema = refTo(whole);

/** The components that a union's schemas refer to, the union itself among them. */
export const componentsOf = (union: GeneratedUnion): Components => ({
  ...union.components,
  [whole]: { [union.keyword]: restrictedVariants(union) },
});

/** The union as it is written where it is called `name`. */
export const withName = (
  union: GeneratedUnion,
  name: string,
): GeneratedUnion => {
  const [own, other] = [wholeRef, refTo(name)].map(({ $ref }) =>
    JSON.stringify($ref),
  );
  const text = JSON.stringify(union).replaceAll(own as string, other as string);
  return JSON.parse(text) as GeneratedUnion;
};

/** Whether a value of the union may hold, at some depth, a value of what it is part of. */
export function isRecursive(union: GeneratedUnion): boolean {
  const components = componentsOf(union);
  return reachable(components[whole] ?? {}, components).some((name) =>
    reachable(components[name] ?? {}, components).includes(name),
  );
}

/** The names of all components that a schema refers to, at any remove. */
function reachable(schema: Schema, components: Components): readonly string[] {
  const found = new Set<string>();
  const visit = (of: Schema): void => {
    for (const name of namesIn(of)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(components[name] ?? {});
    }
  };
  visit(schema);
  return [...found];
}

/** The names of the components that a text of schemas refers to itself. */
export const namesIn = (schemas: unknown): readonly string[] =>
  [...JSON.stringify(schemas).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name as string,
  );
