import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../diagnostics/origin.ts";
import type { Types } from "../4-resolve/types.ts";
import type { ClientPlan } from "../ir/client-plan.ts";
import type { Api } from "../ir/openapi.ts";
import type { Resolved } from "../ir/resolved.ts";
import type { TypeId, TypeNode } from "../ir/type-graph.ts";
import type { Note, Place } from "./explanation.ts";

/** What an explanation is made from: what the phases handed on, and where things stand in the text. */
export interface ExplainInput {
  readonly api: Api;
  readonly resolved: Resolved;
  readonly client: ClientPlan;
  readonly diagnostics: readonly Diagnostic[];
  readonly placeOf: (origin: Origin) => Place;
}

export interface ExplainContext extends ExplainInput {
  /** The graph, with room for the intersections that witnesses are made of. */
  readonly types: Types;
  readonly node: (type: TypeId) => TypeNode;
  /** Diagnostics about a place, and about what stands right below it. */
  readonly notesAt: (
    origin: Origin,
    ...below: readonly string[]
  ) => readonly Note[];
}

export function createContext(
  input: ExplainInput,
  types: Types,
): ExplainContext {
  const notes = new Map<string, Note[]>();
  const key = ({ source, pointer }: Origin) => `${source}#${pointer}`;
  for (const { code, severity, message, help, origin } of input.diagnostics) {
    const known = notes.get(key(origin));
    const note = { code, severity, message, help };
    if (known === undefined) notes.set(key(origin), [note]);
    else known.push(note);
  }
  return {
    ...input,
    types,
    node: types.node,
    notesAt: (origin, ...below) =>
      ["", ...below].flatMap((suffix) => notes.get(key(origin) + suffix) ?? []),
  };
}
