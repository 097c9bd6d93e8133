import type { ClientRow, DocumentRow } from "./compile-document.ts";
import type { UnionRow } from "./unions.ts";

type Cell = string | number;

const costs = "## Costs";

/** What of the table a machine has no part in, and what must not be stale. */
export const lasting = (text: string): string => text.split(costs)[0] ?? "";

/** What was measured, in Markdown. */
export function tableText(rows: readonly DocumentRow[]): string {
  const compiled = rows.filter(hasClient);
  const unions = compiled.flatMap(({ client }) => client.unions);
  return [
    "# The corpus, compiled",
    "Written by `npm run corpus -- --update`; `npm run corpus` fails when it is stale.",
    "## Documents",
    "Operations are those of the document, those emitted, and those that a diagnostic names as left out. Lines are those of the client without its runtime, and of its largest file.",
    documentTable(compiled),
    "## Documents that do not compile",
    list(
      rows
        .filter((row) => row.client === undefined)
        .map(({ path, refused }) => `${path}: ${refused}`),
    ),
    "## Unions by outcome",
    "Each place where a description writes a union counts once. Of objects: two variants at least are objects.",
    outcomeTable(compiled),
    "## Unions of objects by telltale",
    "A union that is told apart by elimination rests on its weakest pair of variants; the pair, on the strongest evidence there is.",
    telltaleTable(unions),
    shareText(unions),
    "## Unions that stay plain",
    plainList(compiled),
    "## Diagnostics by code",
    diagnosticTable(rows),
    "## Diagnostics by document",
    list(rows.flatMap(diagnosticLine)),
    costs,
    "As measured when this was written: each document in a process of its own, from its text to laid-out files.",
    costTable(compiled),
    "",
  ].join("\n\n");
}

/** Of the unions of objects without a discriminator, how many narrow. */
export function share(unions: readonly UnionRow[]): {
  readonly narrowing: number;
  readonly all: number;
} {
  const undeclared = unions.filter(
    ({ ofObjects, discriminator }) => ofObjects && !discriminator,
  );
  const narrowing = undeclared.filter(
    ({ outcome }) => outcome === "native" || outcome === "synthetic",
  );
  return { narrowing: narrowing.length, all: undeclared.length };
}

type Compiled = DocumentRow & { readonly client: ClientRow };

export const hasClient = (row: DocumentRow): row is Compiled =>
  row.client !== undefined;

function documentTable(rows: readonly Compiled[]): string {
  const sum = (of: (row: Compiled) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const all: readonly Cell[] = [
    "all",
    sum(({ operations }) => operations),
    sum(({ client }) => client.emitted),
    sum(({ client }) => client.leftOut),
    sum(({ client }) => client.types),
    sum(({ client }) => client.lines),
    Math.max(0, ...rows.map(({ client }) => client.largest)),
    sum(({ diagnostics }) => total(diagnostics)),
  ];
  const cells = rows.map((row): readonly Cell[] => [
    row.path,
    row.operations,
    row.client.emitted,
    row.client.leftOut,
    row.client.types,
    row.client.lines,
    row.client.largest,
    total(row.diagnostics),
  ]);
  const head =
    "document operations emitted left-out types lines largest diagnostics";
  return table(head.split(" "), [...cells, all]);
}

function costTable(rows: readonly Compiled[]): string {
  const seconds = rows.reduce((sum, row) => sum + row.seconds, 0);
  const most = Math.max(0, ...rows.map(({ megabytes }) => megabytes));
  return table(
    ["document", "seconds", "MB"],
    [
      ...rows.map((row): readonly Cell[] => [
        row.path,
        row.seconds.toFixed(2),
        row.megabytes.toFixed(0),
      ]),
      ["all, and the most", seconds.toFixed(2), most.toFixed(0)],
    ],
  );
}

function diagnosticLine({ path, diagnostics }: DocumentRow): readonly string[] {
  const codes = Object.entries(diagnostics).map(
    ([code, times]) => `${code} ${times}`,
  );
  return codes.length === 0 ? [] : [`${path}: ${codes.join(", ")}`];
}

function outcomeTable(rows: readonly Compiled[]): string {
  const outcomes = ["native", "synthetic", "JSON type", "plain"] as const;
  const cells = (
    name: string,
    unions: readonly UnionRow[],
  ): readonly Cell[] => {
    const { narrowing, all } = share(unions);
    return [
      name,
      unions.length,
      ...outcomes.map(
        (outcome) => unions.filter((each) => each.outcome === outcome).length,
      ),
      all,
      all === 0 ? "" : percent(narrowing / all),
    ];
  };
  const some = rows.filter(({ client }) => client.unions.length > 0);
  return table(
    [
      "document",
      "unions",
      ...outcomes,
      "of objects without a discriminator",
      "of those native or synthetic",
    ],
    [
      ...some.map(({ path, client }) => cells(path, client.unions)),
      cells(
        "all",
        some.flatMap(({ client }) => client.unions),
      ),
    ],
  );
}

function telltaleTable(unions: readonly UnionRow[]): string {
  const objects = unions.filter(({ ofObjects }) => ofObjects);
  const names = [...new Set(objects.map(({ telltale }) => telltale))].sort();
  const number = (name: string, discriminator: boolean) =>
    objects.filter(
      (each) => each.telltale === name && each.discriminator === discriminator,
    ).length;
  return table(
    ["telltale", "without a discriminator", "with one"],
    names.map((name) => [name, number(name, false), number(name, true)]),
  );
}

function shareText(unions: readonly UnionRow[]): string {
  const { narrowing, all } = share(unions);
  return `Of ${all} unions of objects without a declared discriminator, ${narrowing} are native or synthetic: ${percent(narrowing / all)}.`;
}

function plainList(rows: readonly Compiled[]): string {
  return list(
    rows.flatMap(({ path, client }) =>
      client.unions
        .filter(({ outcome }) => outcome === "plain")
        .map(
          ({ where, reason, discriminator }) =>
            `${path} \`${where}\`: ${reason}${discriminator ? " (a discriminator is declared)" : ""}`,
        ),
    ),
  );
}

function diagnosticTable(rows: readonly DocumentRow[]): string {
  const codes = new Map<string, { times: number; documents: number }>();
  for (const { diagnostics } of rows) {
    for (const [code, times] of Object.entries(diagnostics)) {
      const known = codes.get(code) ?? { times: 0, documents: 0 };
      codes.set(code, {
        times: known.times + times,
        documents: known.documents + 1,
      });
    }
  }
  return table(
    ["code", "times", "documents"],
    [...codes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { times, documents }]) => [code, times, documents]),
  );
}

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, times) => sum + times, 0);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const list = (lines: readonly string[]): string =>
  lines.length === 0
    ? "None."
    : lines.map((line) => `- ${line.replaceAll("\n", " ")}`).join("\n");

/** A table in Markdown, its first column text and the others numbers. */
export function table(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  const line = (cells: readonly Cell[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}
