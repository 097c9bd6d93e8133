import { parseDocument } from "../../generator/1-load/parse-document.ts";
import type { LoadContext } from "../../generator/1-load/load.ts";
import { understand } from "../../generator/understand.ts";
import { classes } from "./classes.ts";
import { describe } from "./description.ts";
import { differences, placeOf } from "./differences.ts";
import { createFacts } from "./facts.ts";
import { ourTypes } from "./our-types.ts";
import { isAny, readSides } from "./program.ts";
import {
  rewrittenComponents,
  theirModule,
  type RewrittenComponents,
} from "./rewritten-components.ts";
import type { Rewrite } from "./rewrites.ts";
import { theirTypes } from "./their-types.ts";

/** What became of the components of one document. */
export interface OracleRow {
  readonly path: string;
  readonly components: number;
  /** The components that differ. */
  readonly differing: readonly DifferingComponent[];
  /** By rewrite, the components that differ, or differ elsewhere, without it. */
  readonly rewritten: readonly RewrittenComponents[];
  /** What keeps the comparison from meaning anything: a type that is missing, or `any`. */
  readonly faults: readonly string[];
}

export interface DifferingComponent {
  readonly name: string;
  /** Names of the classes that its differences are of. */
  readonly classes: readonly string[];
  /** Where it differs in a way that no class has. */
  readonly unclassified: readonly string[];
}

const quietly = (cwd: string): LoadContext => ({ cwd, report: () => {} });

/** Without open arms and added tags, which only ours has. */
const options = { unions: { open: false, tag: false } };

/** Compares our type of every component of a document with that of openapi-typescript. */
export async function compareDocument(
  path: string,
  corpus: string,
): Promise<OracleRow> {
  const { made, diagnostics, sources } = await understand(path, {
    cwd: corpus,
    ...options,
  });
  if (made === undefined)
    return {
      path,
      components: 0,
      differing: [],
      rewritten: [],
      faults: ["cannot be read"],
    };
  const { components } = made.api;
  const ours = await ourTypes(made);
  // The compiler lets go of what it has parsed.
  const parsed = await Promise.all(
    sources.map((file) => parseDocument(file, file.range, quietly(corpus))),
  );
  const documents = parsed.filter((source) => source !== undefined);
  const used = new Set<Rewrite>();
  const given = async (without?: Rewrite) => {
    const may = (rewrite: Rewrite) => {
      used.add(rewrite);
      return rewrite !== without;
    };
    const schemas = describe(made, documents, may);
    return { schemas, text: await theirTypes(schemas, ours.names, may) };
  };
  const { schemas, text } = await given();
  const files = new Map([
    ...ours.files,
    ["ours.ts", ours.text],
    [theirModule(), text],
  ]);
  for (const rewrite of used)
    files.set(theirModule(rewrite), (await given(rewrite)).text);
  const sides = readSides(files);
  const theirs = sides.theirs(theirModule());
  const factsOf = createFacts(schemas, made.api, diagnostics);
  const faults = [...sides.errors];
  const differing = components.flatMap(({ name }): DifferingComponent[] => {
    const [our, their] = [sides.ours.get(name), theirs.get(name)];
    if (
      our === undefined ||
      their === undefined ||
      isAny(our) ||
      isAny(their)
    ) {
      faults.push(`${name} has no type, or any`);
      return [];
    }
    const found = differences(our, their, sides.checker);
    if (found.length === 0) return [];
    const facts = factsOf(name);
    const named = found.map((difference) => ({
      difference,
      class: classes.find((each) => each.has(difference, facts))?.name,
    }));
    return [
      {
        name,
        classes: [...new Set(named.flatMap((each) => each.class ?? []))],
        unclassified: named
          .filter((each) => each.class === undefined)
          .map(({ difference }) => placeOf(difference)),
      },
    ];
  });
  const rewritten = rewrittenComponents(sides, used);
  return { path, components: components.length, differing, rewritten, faults };
}
