import { table } from "../corpus/table.ts";
import { classes } from "./classes.ts";
import type { DifferingComponent, OracleRow } from "./compare-document.ts";
import { rewrites, type Rewrite } from "./rewrites.ts";

/** The share of components that may differ, each difference of a known class. */
const budget = 0.05;

/** What was compared, in Markdown. */
export function oracleTable(rows: readonly OracleRow[]): string {
  const compared = rows.filter(({ components }) => components > 0);
  return [
    "# Components, compared with openapi-typescript",
    "Written by `npm run oracle -- --update`; `npm run oracle` fails when it is stale, when a difference is of no class, and when more than one component in twenty differs.",
    "Each component's type and openapi-typescript's are mutually assignable, and have the same properties, or every difference is of a class below. Components that a component refers to are compared on their own. Ours is made with `unions: { open: false, tag: false }`; theirs with `arrayLength`, `emptyObjectsUnknown` and without `defaultNonNullable`, from the schemas without discriminators and with the rewrites below.",
    "## Classes",
    "A component may have differences of several classes.",
    table(
      ["class", "components", "documents", "for example"],
      classes.map(({ name }) => [name, ...classCounts(name, rows)]),
    ),
    reasons(classes),
    "## Rewrites",
    "What only one of the two reads, or can say, is made the same before they are compared. Of each rewrite: the components that would differ, or differ elsewhere, without it.",
    table(
      ["rewrite", "components", "documents", "for example"],
      rewrites.map(({ name }) => [name, ...rewriteCounts(name, rows)]),
    ),
    reasons(rewrites),
    "## Documents",
    table(
      ["document", "components", "the same", "classified", "unclassified"],
      [
        ...compared.map((row) => documentCells(row.path, [row])),
        documentCells("all", rows),
      ],
    ),
    `${percent(shareOf(rows))} of all components differ; with those that a rewrite matters to, ${percent(shareWithRewrites(rows))}.`,
    "## Documents without components",
    rows
      .filter(({ components }) => components === 0)
      .map(({ path }) => `- ${path}`)
      .join("\n"),
    "",
  ].join("\n\n");
}

/** What must not be of any document. */
export const rowFaults = ({
  path,
  faults,
  differing: components,
}: OracleRow): readonly string[] => [
  ...faults.map((fault) => `${path}: ${fault}`),
  ...components
    .filter(({ unclassified }) => unclassified.length > 0)
    .map(
      ({ name, unclassified }) =>
        `${path}: ${name} differs: ${unclassified.join(", ")}`,
    ),
];

/** What must not be of all documents together. */
export function wholeFaults(rows: readonly OracleRow[]): readonly string[] {
  const used = new Set(differing(rows).flatMap((each) => each.classes));
  return [
    ...classes
      .filter(({ name }) => !used.has(name))
      .map(({ name }) => `no difference is of the class "${name}"`),
    ...rewrites
      .filter(({ name }) => rewriteCounts(name, rows)[0] === 0)
      .map(({ name }) => `the rewrite "${name}" matters to no component`),
    ...(shareOf(rows) > budget
      ? [`${percent(shareOf(rows))} of all components differ`]
      : []),
  ];
}

const differing = (rows: readonly OracleRow[]): readonly DifferingComponent[] =>
  rows.flatMap((row) => row.differing);

const reasons = (all: readonly { name: string; why: string }[]): string =>
  all.map(({ name, why }) => `- ${name}: ${why}.`).join("\n");

const classCounts = (name: string, rows: readonly OracleRow[]) =>
  counts(rows, ({ differing: components }) =>
    components
      .filter((each) => each.classes.includes(name))
      .map((each) => each.name),
  );

const rewriteCounts = (name: Rewrite, rows: readonly OracleRow[]) =>
  counts(rows, ({ rewritten }) =>
    rewritten
      .filter(({ rewrite }) => rewrite === name)
      .flatMap(({ names }) => names),
  );

/** How many components, in how many documents, and the first of them. */
function counts(
  rows: readonly OracleRow[],
  namesOf: (row: OracleRow) => readonly string[],
) {
  const found = rows.flatMap((row) =>
    namesOf(row).map((component) => ({ path: row.path, component })),
  );
  const [first] = found;
  return [
    found.length,
    new Set(found.map(({ path }) => path)).size,
    first === undefined ? "" : `${first.component} of ${first.path}`,
  ];
}

function documentCells(name: string, rows: readonly OracleRow[]) {
  const all = componentsOf(rows);
  const different = differing(rows);
  const unclassified = different.filter(
    (each) => each.unclassified.length > 0,
  ).length;
  return [
    name,
    all,
    all - different.length,
    different.length - unclassified,
    unclassified,
  ];
}

const componentsOf = (rows: readonly OracleRow[]): number =>
  rows.reduce((sum, { components }) => sum + components, 0);

const shareOf = (rows: readonly OracleRow[]): number =>
  differing(rows).length / componentsOf(rows);

/** Of all components, those that differ or would without a rewrite. */
function shareWithRewrites(rows: readonly OracleRow[]): number {
  const found = rows.map(
    ({ differing: components, rewritten }) =>
      new Set([
        ...components.map(({ name }) => name),
        ...rewritten.flatMap(({ names }) => names),
      ]).size,
  );
  return found.reduce((sum, each) => sum + each, 0) / componentsOf(rows);
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
