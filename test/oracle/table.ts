import { table } from "../corpus/table.ts";
import { classes } from "./classes.ts";
import type { DifferingComponent, OracleRow } from "./compare-document.ts";

/** The share of components that may differ, each difference of a known class. */
const budget = 0.05;

/** What was compared, in Markdown. */
export function oracleTable(rows: readonly OracleRow[]): string {
  const compared = rows.filter(({ components }) => components > 0);
  return [
    "# Components, compared with openapi-typescript",
    "Written by `npm run oracle -- --update`; `npm run oracle` fails when it is stale, when a difference is of no class, and when more than one component in twenty differs.",
    "Each component's type and openapi-typescript's are mutually assignable, and have the same properties, or every difference is of a class below. Components that a component refers to are compared on their own. Ours is made with `unions: { open: false, tag: false }`; theirs with `arrayLength`, `emptyObjectsUnknown` and without `defaultNonNullable`, from the schemas without discriminators, `minItems` as far as our types say it, what members of `allOf` require said beside `allOf`, a variant that is only `nullable`, or only an object that is, as null, and names that `propertyNames` lists as properties.",
    "## Classes",
    "A component may have differences of several classes.",
    table(
      ["class", "components", "documents", "for example"],
      classes.map(({ name }) => [name, ...counts(name, rows)]),
    ),
    classes.map(({ name, why }) => `- ${name}: ${why}.`).join("\n"),
    "## Documents",
    table(
      ["document", "components", "the same", "classified", "unclassified"],
      [
        ...compared.map((row) => documentCells(row.path, [row])),
        documentCells("all", rows),
      ],
    ),
    `${percent(shareOf(rows))} of all components differ.`,
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
    ...(shareOf(rows) > budget
      ? [`${percent(shareOf(rows))} of all components differ`]
      : []),
  ];
}

const differing = (rows: readonly OracleRow[]): readonly DifferingComponent[] =>
  rows.flatMap((row) => row.differing);

function counts(name: string, rows: readonly OracleRow[]) {
  const found = rows.flatMap((row) =>
    row.differing
      .filter((each) => each.classes.includes(name))
      .map((each) => ({ path: row.path, component: each.name })),
  );
  const [first] = found;
  return [
    found.length,
    new Set(found.map(({ path }) => path)).size,
    first === undefined ? "" : `${first.component} of ${first.path}`,
  ];
}

function documentCells(name: string, rows: readonly OracleRow[]) {
  const all = rows.reduce((sum, { components }) => sum + components, 0);
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

const shareOf = (rows: readonly OracleRow[]): number =>
  differing(rows).length /
  rows.reduce((sum, { components }) => sum + components, 0);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
