import type { Diagnostic } from "../../generator/diagnostics/diagnostic.ts";
import type { Api } from "../../generator/ir/openapi.ts";
import type { Given } from "./description.ts";

type Schema = Exclude<Given, boolean>;

/** What is known of one component beside its two types. */
export interface Facts {
  /** What is written for a property, wherever it stands in the component; without one, for the component. */
  readonly schemasOf: (property: string | undefined) => readonly Schema[];
  /** What in the component requires a property. */
  readonly requirersOf: (property: string | undefined) => readonly Schema[];
  /** Properties that are only read or only written, in all that the component leads to. */
  readonly oneWay: ReadonlySet<string | undefined>;
  /** Properties that the discriminators of the document name. */
  readonly tags: ReadonlySet<string>;
  /** Codes of the diagnostics that the component has. */
  readonly reported: ReadonlySet<string>;
}

/** Looks at a document once, and then at its components and what they inherit. */
export function createFacts(
  schemas: ReadonlyMap<string, Given>,
  { components, schemas: read }: Api,
  diagnostics: readonly Diagnostic[],
): (component: string) => Facts {
  const ids = new Map(components.map(({ name, schema }) => [name, schema]));
  const tags = new Set(
    [...read.values()].flatMap(
      ({ discriminator }) => discriminator?.propertyName ?? [],
    ),
  );
  return (component) => {
    const inside = [...walk(component, schemas)];
    const names = new Set([
      component,
      ...inside.flatMap(({ inherited }) => inherited ?? []),
    ]);
    const places = [...names].map((name) => ids.get(name) as string);
    return {
      schemasOf: (property) =>
        inside
          .filter((each) => each.property === property)
          .flatMap(({ schema }) => [schema, ...targetOf(schema, schemas)]),
      requirersOf: (property) =>
        inside
          .map(({ schema }) => schema)
          .filter(({ required }) => list(required).includes(property)),
      oneWay: new Set(
        [...walk(component, schemas, { everywhere: true })]
          .filter(({ schema }) => schema["readOnly"] || schema["writeOnly"])
          .map(({ property }) => property),
      ),
      tags,
      reported: new Set(
        diagnostics
          .filter(({ origin: { source, pointer } }) =>
            places.some((place) =>
              `${source}#${pointer}/`.startsWith(`${place}/`),
            ),
          )
          .map(({ code }) => code),
      ),
    };
  };
}

interface Step {
  readonly schema: Schema;
  /** The nearest property around. */
  readonly property: string | undefined;
  /** The component that a reference leads to. */
  readonly inherited?: string | undefined;
}

/** A component, all that is written inside, and all that members of `allOf`, or all schemas, refer to. */
function* walk(
  component: string,
  schemas: ReadonlyMap<string, Given>,
  { everywhere = false } = {},
): Generator<Step> {
  const seen = new Set([component]);
  const queue: Step[] = [];
  const add = (value: unknown, step: Omit<Step, "schema">) => {
    if (typeof value === "object" && value !== null)
      queue.push({ ...step, schema: value as Schema });
  };
  add(schemas.get(component), { property: undefined });
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    yield step;
    const { schema, property } = step;
    for (const [name, value] of Object.entries(schema["properties"] ?? {}))
      add(value, { property: name });
    for (const key of ["allOf", "anyOf", "oneOf", "prefixItems", "items"])
      for (const member of list(schema[key])) add(member, { property });
    for (const key of ["items", "additionalProperties"])
      if (!Array.isArray(schema[key])) add(schema[key], { property });
    const referring = everywhere ? [schema] : list(schema["allOf"]);
    for (const inherited of referring.flatMap(componentOf)) {
      const key = everywhere ? `${property} ${inherited}` : inherited;
      if (seen.has(key)) continue;
      seen.add(key);
      add(schemas.get(inherited), { property, inherited });
    }
  }
}

/** What a schema refers to, if it does. */
const targetOf = (
  schema: Schema,
  schemas: ReadonlyMap<string, Given>,
): readonly Schema[] =>
  componentOf(schema)
    .map((name) => schemas.get(name))
    .filter((target) => typeof target === "object");

/** The component that a schema refers to. */
function componentOf(schema: unknown): readonly string[] {
  const { $ref } = Object(schema) as { $ref?: string };
  const name = $ref?.split("/").at(-1);
  return name === undefined
    ? []
    : [decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~")];
}

export const tagOf = (schema: Schema): string | undefined =>
  schema["x-discriminator"] as string | undefined;

export const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [];
