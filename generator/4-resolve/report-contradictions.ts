import type { Report } from "../diagnostics/diagnostic.ts";
import type { SchemaId } from "../ir/schema-graph.ts";
import type {
  Contradiction,
  TypeGraph,
  TypeId,
  TypeNode,
} from "../ir/type-graph.ts";
import { findImpossible } from "./impossible.ts";
import type { Types } from "./types.ts";

/**
 * Says which members of an `allOf` contradict each other, once it is clear what is left: nothing of the whole schema, or
 * only what does without the part that they contradict each other in.
 */
export function reportContradictions(
  graph: TypeGraph,
  types: Types,
  report: Report,
): void {
  if (![...graph.values()].some(isContradiction)) return;
  const contradictionOf = (id: TypeId): Contradiction | undefined => {
    const node = graph.get(id);
    return node?.kind === "never" ? node.because : undefined;
  };
  const isSchema = (id: TypeId) => types.schemas.has(id as string as SchemaId);
  const places = [...graph.values()].flatMap((node) =>
    partsOf(node).flatMap(({ id, ...place }): Place[] => {
      const because = contradictionOf(id);
      // What stands for a schema of its own is said of that one.
      return because === undefined || isSchema(id) !== (id === node.id)
        ? []
        : [{ ...place, because }];
    }),
  );
  const impossible = findImpossible([...graph.keys()], {
    node: (id) => graph.get(id) ?? types.node(id),
  });
  const schemas = new Map(
    [...types.schemas.values()].map(({ origin, id }) => [origin, id] as const),
  );
  const said = new Set<string>();
  for (const { part, left, because } of places) {
    const { at, why } = because;
    const schema = schemas.get(at);
    const whole = schema && graph.get(schema as string as TypeId);
    const reason = whole && impossible.get(whole.id);
    const key = JSON.stringify([at, reason?.why ?? [part, why]]);
    if (said.has(key)) continue;
    said.add(key);
    if (whole === undefined || reason === undefined) {
      report("allof/contradiction", at, { part, why, left });
      continue;
    }
    report("schema/nothing-satisfies", at, {
      why: reason.why,
      // What has no `type` may be of any other JSON type, read literally.
      of: whole.assumed && whole.kind === "object" ? "object" : "value",
      whole: whole.kind === "never",
    });
  }
}

const isContradiction = (node: TypeNode): boolean =>
  node.kind === "never" && node.because !== undefined;

interface Part {
  readonly id: TypeId;
  /** In words: `property "state"`. */
  readonly part: string;
  /** What values there are without it, in words. */
  readonly left: string;
}

/** Where members of an `allOf` leave nothing. */
interface Place extends Omit<Part, "id"> {
  readonly because: Contradiction;
}

/** What a type has inside, without which values of it are left, and the type itself. */
function partsOf(node: TypeNode): readonly Part[] {
  switch (node.kind) {
    case "never":
      return [{ id: node.id, part: "the whole", left: "nothing" }];
    case "object":
      return [
        ...node.properties.map(({ wireName, type, required }) => ({
          id: type,
          part: `property ${JSON.stringify(wireName)}`,
          left: required
            ? "no object that has to have it"
            : "objects without it",
        })),
        ...(node.additional === undefined
          ? []
          : [
              {
                id: node.additional,
                part: "further properties",
                left: "objects without any",
              },
            ]),
      ];
    case "record":
      return [{ id: node.values, part: "the values", left: "an empty object" }];
    case "array":
      return [{ id: node.items, part: "the items", left: "an empty list" }];
    case "tuple":
      return node.items.map((id, at) => ({
        id,
        part: `item ${at + 1}`,
        left: at < node.required ? "no list" : "shorter lists",
      }));
    default:
      return [];
  }
}
