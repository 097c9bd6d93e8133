import type { Json } from "../../ir/source.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { Nodes } from "./nodes.ts";

/** `undefined`: the types do not say, or the search is over. */
export type Answer = boolean | undefined;

/** The search for one witness. Choices inside choices have values without end, so it has an end of its own. */
export interface Search {
  readonly types: Nodes;
  /** How many more types a value may be made for, or held against. Below 0: the search was given up. */
  left: number;
  /** What is known of values, which do not change: their parts are held against the same types again and again. */
  readonly known: WeakMap<object, Map<TypeId, Answer>>;
}

/** The longest search of the corpus takes less than a tenth of this, which is some milliseconds. */
const most = 4_000;

export const createSearch = (types: Nodes): Search => ({
  types,
  left: most,
  known: new WeakMap(),
});

/** Counts a step; `false` where none is left. */
export function step(search: Search): boolean {
  search.left -= 1;
  return search.left >= 0;
}

/** What is known of a value and a type, else what `answer` says of them. */
export function remembered(
  value: Json,
  type: TypeId,
  { known }: Search,
  answer: () => Answer,
): Answer {
  if (typeof value !== "object" || value === null) return answer();
  const answers = known.get(value) ?? new Map<TypeId, Answer>();
  known.set(value, answers);
  if (!answers.has(type)) answers.set(type, answer());
  return answers.get(type);
}
